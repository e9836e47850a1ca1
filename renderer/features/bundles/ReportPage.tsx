import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ReportExplanations, ReportRegister } from "./ReportRegister.tsx";
import { ReportFiguresTable } from "./ReportFiguresTable.tsx";
import { ReportOverview } from "./ReportOverview.tsx";
import { ReportVerdicts } from "./ReportVerdicts.tsx";
import "./bundles.css";

type Part = "overview" | "verdicts" | "figures" | "register" | "explanations";

/** A report exactly as it was sent, from its bundle alone; nothing in it can be changed. */
export function ReportPage() {
  const t = useText();
  const { digest = "" }: { digest?: string } = useParams({ strict: false });
  const [part, setPart] = useState<Part>("overview");
  const [period, setPeriod] = useState<string | null>(null);
  const asked = useQuery({
    ...api.submissions.open.queryOptions({
      input: { digest, ...(period === null ? {} : { period }) },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  return (
    <div className="page bundles">
      <header className="page-head">
        <h1>
          {data
            ? t("bundles.report.title", {
                period: printPeriodWithin(data.period, t),
                issuer: data.issuer.name,
              })
            : t("bundles.report.untitled")}
        </h1>
        <div className="page-actions">
          <Link className="link-button" to="/bundles">
            {t("bundles.report.back")}
          </Link>
        </div>
      </header>
      {asked.error && (
        <Callout tone="danger">
          <ErrorWords error={asked.error} />
        </Callout>
      )}
      {asked.isPending && <p>{t("shell.loading")}</p>}
      {data && (
        <>
          <Callout tone="info">
            {t(data.received ? "bundles.report.asReceived" : "bundles.report.asSent")}
          </Callout>
          <Tabs
            label={t("bundles.report.parts")}
            selected={part}
            onSelect={setPart}
            tabs={[
              {
                id: "overview",
                label: t("bundles.report.overview"),
                content: <ReportOverview report={data} />,
              },
              {
                id: "verdicts",
                label: t("bundles.report.verdicts"),
                content: <ReportVerdicts report={data} />,
              },
              {
                id: "figures",
                label: t("bundles.report.figures"),
                content: <ReportFiguresTable report={data} onPeriod={setPeriod} />,
              },
              {
                id: "register",
                label: t("bundles.report.register", { number: data.units.length }),
                content: <ReportRegister report={data} />,
              },
              {
                id: "explanations",
                label: t("bundles.report.explanations", { number: data.explanations.length }),
                content: <ReportExplanations report={data} />,
              },
            ]}
          />
        </>
      )}
    </div>
  );
}
