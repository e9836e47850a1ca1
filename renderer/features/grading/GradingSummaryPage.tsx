import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { GradedUnits } from "./GradedUnits.tsx";
import { GradingTargets } from "./GradingTargets.tsx";
import { NoUnits } from "./NoUnits.tsx";
import { SchemeLine } from "./SchemeLine.tsx";
import { SummaryTable } from "./SummaryTable.tsx";
import "./grading.css";

/** What the grades of the working year add up to, the targets that count them, and the list of unions; laid out for A4. */
export function GradingSummaryPage() {
  const t = useText();
  const year = useWorkingYear();
  const opened = useQuery(api.grading.open.queryOptions({ input: { year } }));
  const summary = useQuery(api.grading.summary.queryOptions({ input: { year } }));
  const office = useQuery(api.office.status.queryOptions());
  const error = opened.error ?? summary.error;
  return (
    <div className="page grading-summary">
      <header className="page-head">
        <h1>{t("grading.summaryTitle", { year })}</h1>
        <div className="page-actions grading-tools">
          <Button
            variant="primary"
            isDisabled={!opened.data?.units.length || !summary.data}
            onPress={() => window.print()}
          >
            {t("grading.print")}
          </Button>
          <Link className="link-button" to="/entry/grading">
            {t("grading.back")}
          </Link>
          <Link className="link-button" to="/register/imports">
            {t("grading.files")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={error} />
      {(opened.isPending || summary.isPending) && <p>{t("shell.loading")}</p>}
      {opened.data?.units.length === 0 && <NoUnits year={year} />}
      {opened.data && opened.data.units.length > 0 && summary.data && (
        <>
          <p>{office.data?.office?.name}</p>
          <SchemeLine scheme={opened.data.scheme} />
          <SummaryTable scheme={opened.data.scheme} segments={summary.data.segments} />
          <GradingTargets targets={summary.data.targets} />
          <GradedUnits data={opened.data} />
        </>
      )}
    </div>
  );
}
