import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportedAgainstNow } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printNumber, printPeriod, printPeriodWithin } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { DifferenceTable } from "./DifferenceTable.tsx";
import { PrintHead } from "./PrintHead.tsx";
import { askedReport } from "./report-address.ts";
import { correctionWords } from "./report-words.ts";
import { TotalsTable } from "./TotalsTable.tsx";
import "./history.css";

/** What was reported beside what is known now. */
export function ReportedPage() {
  const t = useText();
  const { report } = useParams({ from: "/history/reports/$report" });
  const input = askedReport(report);
  const asked = useQuery(
    api.history.reported.queryOptions({
      input: input ?? { digest: "0".repeat(64) },
    }),
  );
  const { data } = asked;
  return (
    <div className="page history">
      <nav className="crumbs">
        <Link to="/history">{t("history.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <Link to="/history/reports">{t("history.tabs.reports")}</Link>
      </nav>
      <header className="page-head">
        <h1>
          {data
            ? t("history.reported.title", { period: printPeriodWithin(data.report.period, t) })
            : t("history.tabs.reports")}
        </h1>
        <div className="page-actions">
          {data?.report.digest && (
            <Link
              className="link-button"
              to="/bundles/report/$digest"
              params={{ digest: data.report.digest }}
            >
              {t("history.reported.open")}
            </Link>
          )}
          <Button onPress={() => window.print()}>{t("history.print")}</Button>
        </div>
      </header>
      <PrintHead />
      <ErrorCallout error={asked.error} />
      {asked.isPending && <p>{t("shell.loading")}</p>}
      {data && <Difference data={data} t={t} />}
    </div>
  );
}

function Difference({ data, t }: { readonly data: ReportedAgainstNow; readonly t: Translate }) {
  const [chosen, setChosen] = useState<"lines" | "totals">("lines");
  const different = data.cells - data.same;
  const { issuer, correction, at } = data.report;
  return (
    <>
      <p>
        {t("history.reported.of", {
          issuer: issuer.name,
          correction: correctionWords(correction, t),
          at: printInstant(at),
        })}
        . {knownWords(data, t)}
      </p>
      <p>
        <strong>
          {different === 0
            ? t("history.reported.same", { cells: printNumber(data.cells) })
            : t("history.reported.different", {
                different: printNumber(different),
                cells: printNumber(data.cells),
              })}
        </strong>
      </p>
      <Tabs
        label={t("history.reported.parts")}
        selected={chosen}
        onSelect={setChosen}
        tabs={[
          {
            id: "lines",
            label: t("history.reported.lines", { number: printNumber(different) }),
            content: <DifferenceTable data={data} />,
          },
          {
            id: "totals",
            label: t("history.reported.totals", { number: printNumber(data.totals.length) }),
            content: <TotalsTable totals={data.totals} isSame={different === 0} />,
          },
        ]}
      />
    </>
  );
}

function knownWords({ report, knownFrom }: ReportedAgainstNow, t: Translate): string {
  if (report.kind !== "received") return t("history.reported.nowHere");
  if (knownFrom.length === 0) return t("history.reported.nowNewest");
  const reports = knownFrom.map(({ period, correction }) =>
    t("history.reported.fromReport", {
      period: printPeriod(period, t),
      correction: correctionWords(correction, t),
    }),
  );
  return t("history.reported.nowFrom", { reports: reports.join(", ") });
}
