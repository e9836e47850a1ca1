import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { findingKey } from "../../../shared/domain/validation/finding.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { UnsavedLink } from "../../sheet/UnsavedLink.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

const keyOf = (finding: FindingView) => `${finding.unitUid} ${findingKey(finding)}`;

/** What blocks and what wants a word. */
export function CheckStep({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const words = useDataWords();
  const { blocking, unexplained, form, period } = prepared;
  const unsaved = useQuery(api.entries.unsaved.queryOptions());
  const waiting = unsaved.data?.find((cells) => cells.period === period);
  return (
    <>
      <p>
        {waiting ? (
          <UnsavedLink at={waiting} className="link-button">
            {t("bundles.openForm")}
          </UnsavedLink>
        ) : (
          <Link
            className="link-button"
            to="/entry/$form/$period"
            params={{ form, period }}
            search={{ check: true }}
          >
            {t("bundles.openForm")}
          </Link>
        )}
      </p>
      {blocking.length > 0 && (
        <section>
          <h2>{t("bundles.blocking", { number: blocking.length })}</h2>
          <p>{t("bundles.blockingLead")}</p>
          <ul className="finding-list">
            {blocking.slice(0, 200).map((finding) => (
              <li key={keyOf(finding)} data-severity="block">
                <strong>
                  {finding.rule} · {finding.unitCode} {finding.unitName}
                </strong>
                <span>{words.finding(finding.said)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unexplained.length > 0 && <Explanations prepared={prepared} />}
    </>
  );
}

function Explanations({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const words = useDataWords();
  const queries = useQueryClient();
  const { unexplained, form, period } = prepared;
  const [first] = unexplained;
  const [text, setText] = useState("");
  const [isForAll, setForAll] = useState(false);
  const explain = useMutation({
    mutationFn: async () => {
      for (const finding of isForAll ? unexplained : unexplained.slice(0, 1)) {
        if (finding.unitUid)
          await api.entries.explain.call({
            form,
            period: period,
            unit: finding.unitUid,
            rule: finding.rule,
            elements: [...finding.elements],
            text,
          });
      }
    },
    onSuccess: async () => {
      setText("");
      await queries.invalidateQueries({ queryKey: api.submissions.key() });
    },
  });
  if (!first) return null;
  return (
    <section>
      <h2>{t("bundles.unexplained", { number: unexplained.length })}</h2>
      <p>{t("bundles.unexplainedLead")}</p>
      <ul className="finding-list">
        {unexplained.slice(0, 200).map((finding) => (
          <li key={keyOf(finding)} data-severity="warn" aria-current={finding === first ? "step" : undefined}>
            <strong>
              {finding.rule} · {finding.unitCode} {finding.unitName}
            </strong>
            <span>{words.finding(finding.said)}</span>
          </li>
        ))}
      </ul>
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") explain.mutate();
        }}
      >
        <TextArea
          label={`${t("bundles.explain")}: ${first.unitCode ?? ""} ${first.unitName ?? ""} (${first.rule})`}
          value={text}
          onChange={setText}
        />
        <Checkbox isSelected={isForAll} onChange={setForAll}>
          {t("bundles.explainAll")}
        </Checkbox>
        <ErrorCallout error={explain.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={explain.isPending}>
            {t("bundles.saveExplanation")}
          </Button>
        </div>
      </form>
    </section>
  );
}
