import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printDate, printNumber, printPeriod, printPeriodState } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ForgottenReports } from "./ForgottenReports.tsx";
import { Inbox } from "./Inbox.tsx";
import { ReceivedTable } from "./ReceivedTable.tsx";
import { SentTable } from "./SentTable.tsx";
import "./bundles.css";

/** What goes out and what comes in: reports by period, exported bundles, the inbox. A province has no reports of its own here. */
export function BundlesPage() {
  const t = useText();
  const navigate = useNavigate();
  const year = useWorkingYear();
  const status = useQuery(api.office.status.queryOptions());
  const isSender = status.data?.office?.role === "sender";
  const overview = useQuery({ ...api.entries.overview.queryOptions({ input: { year } }), enabled: isSender });
  const sent = useQuery(api.submissions.list.queryOptions());
  const received = useQuery(api.submissions.received.queryOptions());
  const stateOf = (row: PeriodOverview) =>
    sent.data?.find((bundle) => bundle.form === row.form && bundle.period === row.period)?.state;
  const periods =
    overview.data?.filter(
      (row) => row.unitsStarted > 0 || (row.own?.filled ?? 0) > 0 || row.state !== "open",
    ) ?? [];
  const periodColumns: readonly Column<PeriodOverview>[] = [
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: (row) => printPeriod(row.period, t),
      sortValue: (row) => row.endOn + row.form,
      isRowHeader: true,
    },
    {
      id: "due",
      header: t("bundles.column.due"),
      cell: (row) => printDate(row.dueOn),
      sortValue: (row) => row.dueOn,
      width: 120,
    },
    {
      id: "units",
      header: t("bundles.column.units"),
      cell: (row) => `${printNumber(row.unitsStarted)}/${printNumber(row.unitsExpected)}`,
      sortValue: (row) => row.unitsExpected - row.unitsStarted,
      width: 110,
      align: "end",
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => {
        // What was signed before a report came back says nothing of how the period stands.
        const bundle = row.state === "returned" ? undefined : stateOf(row);
        return bundle ? t(`bundles.state.${bundle}`) : printPeriodState(row, t);
      },
      width: 220,
    },
  ];
  return (
    <div className="page bundles">
      <header className="page-head">
        <h1>{t("bundles.title")}</h1>
        {status.data?.office?.role === "receiver" && (
          <div className="page-actions">
            <Link className="link-button" to="/desk">
              {t("desk.title")}
            </Link>
          </div>
        )}
      </header>
      <section aria-labelledby="bundles-inbox">
        <h2 id="bundles-inbox">{t("bundles.inbox")}</h2>
        <p>{t("bundles.inboxLead")}</p>
        <Inbox />
      </section>
      {isSender && (
        <section aria-labelledby="bundles-periods" className="bundles-list">
          <h2 id="bundles-periods">
            {t("bundles.toSend")} · {year}
          </h2>
          <p>{t("bundles.toSendLead")}</p>
          <ForgottenReports />
          {overview.data && periods.length === 0 && (
            <EmptyState
              title={t("bundles.noneToSend.title", { year })}
              action={
                <Link className="link-button" to="/entry">
                  {t("bundles.noneToSend.action")}
                </Link>
              }
            >
              {t("bundles.noneToSend.lead")}
            </EmptyState>
          )}
          {periods.length > 0 && (
            <DataTable
              label={t("bundles.toSend")}
              columns={periodColumns}
              rows={periods}
              rowKey={(row) => row.period}
              onRowAction={(row) =>
                void navigate({
                  to: "/bundles/$form/$period",
                  params: { form: row.form, period: row.period },
                })
              }
            />
          )}
        </section>
      )}
      {isSender && (
        <section aria-labelledby="bundles-sent" className="bundles-list">
          <h2 id="bundles-sent">{t("bundles.sent")}</h2>
          <SentTable rows={sent.data ?? []} />
        </section>
      )}
      <section aria-labelledby="bundles-received" className="bundles-list">
        <h2 id="bundles-received">{t("bundles.received")}</h2>
        <ReceivedTable rows={received.data ?? []} />
      </section>
    </div>
  );
}
