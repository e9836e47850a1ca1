import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printDate, printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CorrectedTable } from "./CorrectedTable.tsx";
import { RemarkList } from "./RemarkList.tsx";

/** Why the report came back, which cells are open, and what has been corrected so far. */
export function ReturnedStep({ submission }: { readonly submission: SubmissionRow }) {
  const t = useText();
  const { form, period, digest } = submission;
  const { data, error } = useQuery(api.corrections.open.queryOptions({ input: { form, period } }));
  if (error)
    return (
      <Callout tone="danger">
        <ErrorWords error={error} />
      </Callout>
    );
  if (!data?.returned) return null;
  const { returned, remarks, cells } = data;
  return (
    <section className="bundles-step">
      <Callout
        tone="warning"
        title={t("bundles.returned.title", { issuer: returned.issuer, at: printInstant(returned.at) })}
      >
        {returned.dueOn && <p>{t("bundles.returned.due", { date: printDate(returned.dueOn) })}</p>}
        {t(cells.length === 0 ? "bundles.returned.leave" : "bundles.returned.lead")}
      </Callout>
      <RemarkList remarks={remarks.filter(({ unit }) => unit === null)} />
      {cells.length > 0 && <CorrectedTable label={t("bundles.returned.cells")} cells={cells} leadsToForm />}
      <div className="form-actions">
        <Link className="link-button" to="/bundles/report/$digest" params={{ digest }}>
          {t("bundles.returned.choose")}
        </Link>
      </div>
    </section>
  );
}
