import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, client } from "../../api/api.ts";
import { useJobQuery } from "./use-job-query.ts";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { BundleOpening } from "./BundleOpening.tsx";
import { type Mark, markKey } from "./marks.ts";
import { OpenCellsPanel } from "./OpenCellsPanel.tsx";
import { RemarkList } from "./RemarkList.tsx";
import { ReplyPanel } from "./ReplyPanel.tsx";
import { ReportCorrections } from "./ReportCorrections.tsx";
import { ReportExplanations, ReportRegister } from "./ReportRegister.tsx";
import { ReportFiguresTable } from "./ReportFiguresTable.tsx";
import { ReportOverview } from "./ReportOverview.tsx";
import { ReportVerdicts } from "./ReportVerdicts.tsx";
import "./bundles.css";

type Part = "overview" | "verdicts" | "figures" | "register" | "explanations" | "corrections";

function actOn({ received, sent }: ReportView, isReturned: boolean): "reply" | "open" | null {
  // Neither received nor sent: verified, and waiting for its first answer.
  if (!received && !sent) return "reply";
  if (received) return received.state === "superseded" || isReturned ? null : "reply";
  return sent?.state === "returned" ? "open" : null;
}

/** A report exactly as it was sent, from its bundle alone; nothing in it can be changed. */
export function ReportPage() {
  const { digest = "" }: { digest?: string } = useParams({ strict: false });
  return <OneReport key={digest} digest={digest} />;
}

function OneReport({ digest }: { readonly digest: string }) {
  const t = useText();
  const { answer = false } = useSearch({ from: "/bundles/report/$digest" });
  const [part, setPart] = useState<Part>(answer ? "figures" : "overview");
  const [period, setPeriod] = useState<string | null>(null);
  const input = { digest, ...(period === null ? {} : { period }) };
  const asked = useJobQuery<ReportView>(api.submissions.open.key({ input }), (signal) =>
    client.submissions.open(input, { signal }),
  );
  const { data } = asked;
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [isMarking, setMarking] = useState(answer);
  const answered = useQuery({
    ...api.corrections.remarks.queryOptions({ input: { digest } }),
    enabled: data !== undefined,
  });
  const isReturned = (answered.data?.returned ?? null) !== null;
  // The one who received it answers it once; the one whose report came back picks what else to correct.
  const act = data && actOn(data, isReturned);
  const toggle = (mark: Mark) =>
    setMarks((known) =>
      known.some((one) => markKey(one) === markKey(mark))
        ? known.filter((one) => markKey(one) !== markKey(mark))
        : [...known, mark],
    );
  const stop = () => {
    setMarking(false);
    setMarks([]);
  };
  const marking = isMarking && act ? { marked: new Set(marks.map(markKey)), onToggle: toggle } : undefined;
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
          {act && !isMarking && (
            <Button
              onPress={() => {
                setMarking(true);
                setPart("figures");
              }}
            >
              {t(
                act === "open"
                  ? "bundles.returned.choose"
                  : data.received
                    ? "bundles.reply.start"
                    : "bundles.reply.startWaiting",
              )}
            </Button>
          )}
          {data?.hasPaper && (
            <Link className="link-button" to="/bundles/report/$digest/paper" params={{ digest }}>
              {t("bundles.signedPaper")}
            </Link>
          )}
          {data && (
            <Link className="link-button" to="/bundles/cover/$digest" params={{ digest }}>
              {t("bundles.cover.title")}
            </Link>
          )}
          <Link className="link-button" to="/bundles">
            {t("bundles.report.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={asked.error} />
      <BundleOpening asked={asked} />
      {data && (
        <>
          <Callout tone="info">
            {t(
              data.received
                ? "bundles.report.asReceived"
                : data.sent
                  ? "bundles.report.asSent"
                  : "bundles.report.asWaiting",
            )}
          </Callout>
          {data.received && answered.data?.returned && (
            <Callout
              tone="warning"
              title={t("bundles.reply.returnedAt", { at: printInstant(answered.data.returned.at) })}
            />
          )}
          <RemarkList remarks={answered.data?.remarks ?? []} />
          {isMarking && <p>{t("bundles.reply.howToMark")}</p>}
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
                content: (
                  <ReportFiguresTable report={data} onPeriod={setPeriod} {...(marking ? { marking } : {})} />
                ),
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
              ...(data.correction > 0
                ? [
                    {
                      id: "corrections" as const,
                      label: t("bundles.compare.title"),
                      content: <ReportCorrections report={data} />,
                    },
                  ]
                : []),
            ]}
          />
          {isMarking && act === "reply" && (
            <ReplyPanel report={data} marks={marks} onUnmark={toggle} onClose={stop} onDone={stop} />
          )}
          {isMarking && act === "open" && <OpenCellsPanel report={data} marks={marks} onClose={stop} />}
        </>
      )}
    </div>
  );
}
