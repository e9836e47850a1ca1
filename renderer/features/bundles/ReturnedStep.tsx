import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CorrectionView } from "../../../shared/contract/corrections.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CorrectedTable } from "./CorrectedTable.tsx";
import { RemarkList } from "./RemarkList.tsx";

interface ReturnedStepProps {
  readonly form: Rhythm;
  readonly period: string;
}

/** Why the report came back, which cells are open, and what has been corrected so far. */
export function ReturnedStep({ form, period }: ReturnedStepProps) {
  const t = useText();
  const { data, error } = useQuery(api.corrections.open.queryOptions({ input: { form, period } }));
  if (error) return <ErrorCallout error={error} />;
  if (!data || (!data.returned && !data.isForgotten)) return null;
  const { remarks, cells, isForgotten } = data;
  // A remark on a cell stands in the table of cells; one on a cell that is not here has only this place.
  const others = remarks.filter(
    (remark) =>
      !cells.some(
        ({ unit, element, period: of }) =>
          unit.uid === remark.unit?.uid && element.code === remark.element?.code && of === remark.period,
      ),
  );
  return (
    <section className="bundles-step">
      <ReturnedNote view={data} />
      <RemarkList remarks={others} />
      {cells.length > 0 && (
        <CorrectedTable
          label={t("bundles.returned.cells")}
          cells={cells}
          isReportHere={!isForgotten}
          leadsToForm
        />
      )}
      <div className="form-actions">
        {isForgotten ? (
          <Link className="link-button" to="/entry/$form/$period" params={{ form, period }}>
            {t("bundles.openForm")}
          </Link>
        ) : (
          <Link className="link-button" to="/bundles/report/$digest" params={{ digest: data.digest }}>
            {t("bundles.returned.choose")}
          </Link>
        )}
      </div>
    </section>
  );
}

function ReturnedNote({ view }: { readonly view: CorrectionView }) {
  const t = useText();
  const { returned, cells, code, correction, isForgotten } = view;
  if (!returned)
    return (
      <Callout tone="info" title={t("bundles.returned.forgottenAccepted")}>
        {t("bundles.returned.forgottenAcceptedLead", { code })}
      </Callout>
    );
  return (
    <Callout
      tone="warning"
      title={t("bundles.returned.title", { issuer: returned.issuer, at: printInstant(returned.at) })}
    >
      {returned.dueOn && <p>{t("bundles.returned.due", { date: printDate(returned.dueOn) })}</p>}
      {isForgotten
        ? t("bundles.returned.forgotten", { code, correction: (correction ?? 0) + 1 })
        : t(cells.length === 0 ? "bundles.returned.leave" : "bundles.returned.lead")}
    </Callout>
  );
}
