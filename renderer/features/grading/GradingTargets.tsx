import { Link } from "@tanstack/react-router";
import type { GradingTarget } from "../../../shared/contract/grading.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

/** Targets that count these grades, exactly as the evaluation shows them, and what the other denominator would give. */
export function GradingTargets({ targets }: { readonly targets: readonly GradingTarget[] }) {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const figure = (row: Evaluation) =>
    t("grading.target.figure", {
      fraction:
        row.numerator === null || row.denominator === null
          ? "—"
          : `${formatInteger(row.numerator)}/${formatInteger(row.denominator)}`,
      display: words.result(row),
      policy: t(`evaluation.policy.${row.policy}`),
    });
  return (
    <section className="grading-targets" aria-labelledby="grading-targets">
      <h2 id="grading-targets">{t("grading.target.title")}</h2>
      {targets.length === 0 && <p>{t("grading.target.none")}</p>}
      <ul>
        {targets.map(({ programme, target, title, titleEnglish, printed, other }) => (
          <li key={`${programme} ${target}`}>
            <Link
              to="/evaluation/$programme/$period/$target"
              params={{ programme, period: printed.period, target }}
            >
              {target} · {isEnglish ? titleEnglish : title}
            </Link>
            <span>
              <EvaluationMark status={printed.status}>
                {t(`labels.evaluationStatus.${printed.status}`)}
              </EvaluationMark>{" "}
              <strong>{figure(printed)}</strong> ({words.askedBy(printed)})
            </span>
            <span className="quiet">{t("grading.target.other", { figure: figure(other) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
