import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import type { DenominatorPolicy } from "../../../shared/domain/indicator.ts";
import { Callout } from "../../components/Callout.tsx";
import { Select } from "../../components/Select.tsx";
import { useText } from "../../text/use-text.ts";

interface PolicyChoiceProps {
  /** The target under each policy that means something for it. */
  readonly rows: readonly Evaluation[];
  readonly shown: Evaluation;
  /** A sum over units has no denominator. */
  readonly isSum: boolean;
  /** The policy reports are printed with. */
  readonly printed: DenominatorPolicy;
  /** Null goes back to the one that is printed. */
  readonly onChange: (policy: DenominatorPolicy | null) => void;
}

/** Another denominator to look through, always beside the one that will be printed (domain.md §0.1 no. 4). */
export function PolicyChoice({ rows, shown, isSum, printed, onChange }: PolicyChoiceProps) {
  const t = useText();
  const nameOf = (policy: DenominatorPolicy) => t(`evaluation.policy.${policy}`);
  const resultOf = ({ display, status }: Evaluation) => ({
    display,
    status: t(`labels.evaluationStatus.${status}`),
  });
  if (rows.length === 1) return <p>{t("evaluation.policyUsed", { policy: nameOf(shown.policy) })}</p>;
  const inPrint = rows.find(({ policy }) => policy === printed) ?? shown;
  const different = rows.filter(
    ({ display, status }) => display !== inPrint.display || status !== inPrint.status,
  );
  return (
    <div className="policy-choice">
      <Select
        label={t(isSum ? "evaluation.sumChoice" : "evaluation.policyChoice")}
        value={shown.policy}
        onChange={(policy) => onChange(policy === printed ? null : policy)}
        options={rows
          .map(({ policy }) => policy)
          .toSorted()
          .map((policy) => ({
            id: policy,
            label:
              policy === printed ? t("evaluation.policyPrinted", { policy: nameOf(policy) }) : nameOf(policy),
          }))}
      />
      {shown.policy === printed ? (
        different.map((other) => (
          <p key={other.policy} className="evaluation-hint">
            {t("evaluation.policyOther", { policy: nameOf(other.policy), ...resultOf(other) })}
          </p>
        ))
      ) : (
        <Callout tone="info">
          {t("evaluation.policyTrial", {
            policy: nameOf(shown.policy),
            printed: nameOf(printed),
            ...resultOf(inPrint),
          })}
        </Callout>
      )}
    </div>
  );
}
