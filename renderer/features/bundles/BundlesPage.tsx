import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import type { ReceivedRow, SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printDate, printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { Inbox } from "./Inbox.tsx";
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
  const periods = overview.data?.filter((row) => row.unitsStarted > 0 || row.state !== "open") ?? [];
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
      cell: (row) => `${row.unitsStarted}/${row.unitsExpected}`,
      sortValue: (row) => row.unitsExpected - row.unitsStarted,
      width: 110,
      align: "end",
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => {
        const bundle = stateOf(row);
        return bundle ? t(`bundles.state.${bundle}`) : t(`labels.periodState.${row.state}`);
      },
      width: 220,
    },
  ];
  const sentColumns: readonly Column<SubmissionRow>[] = [
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: (row) => printPeriod(row.period, t),
      isRowHeader: true,
    },
    { id: "code", header: t("bundles.column.code"), cell: (row) => <code>{row.code}</code>, width: 330 },
    {
      id: "sentAt",
      header: t("bundles.column.sentAt"),
      cell: (row) => printInstant(row.createdAt),
      sortValue: (row) => row.createdAt,
      width: 150,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => t(`bundles.state.${row.state}`),
      width: 200,
    },
    {
      id: "save",
      header: t("bundles.column.file"),
      cell: (row) => (
        <Button
          variant="quiet"
          onPress={() => void api.submissions.download.call({ digest: row.digest }).then(saveDownload)}
        >
          {t("bundles.save")}
        </Button>
      ),
      width: 120,
    },
  ];
  const receivedColumns: readonly Column<ReceivedRow>[] = [
    {
      id: "kind",
      header: t("bundles.column.kind"),
      cell: (row) => t(`bundles.kind.${kindOf(row.kind)}`),
      sortValue: (row) => row.kind,
      width: 150,
    },
    {
      id: "issuer",
      header: t("bundles.column.issuer"),
      cell: (row) => row.issuer.name,
      sortValue: (row) => row.issuer.name,
      isRowHeader: true,
    },
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: (row) => (row.period ? printPeriod(row.period, t) : ""),
      sortValue: (row) => row.period,
      width: 150,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => t(`bundles.receivedState.${row.state}`),
      width: 140,
    },
    {
      id: "at",
      header: t("bundles.column.receivedAt"),
      cell: (row) => printInstant(row.receivedAt),
      sortValue: (row) => row.receivedAt,
      width: 150,
    },
    {
      id: "receipt",
      header: t("bundles.column.receipt"),
      cell: (row) =>
        row.receiptFileName && (
          <Button
            variant="quiet"
            onPress={() =>
              void api.submissions.download.call({ digest: row.digest, part: "receipt" }).then(saveDownload)
            }
          >
            {t("bundles.saveReceipt")}
          </Button>
        ),
      width: 150,
    },
  ];
  return (
    <div className="page bundles">
      <header className="page-head">
        <h1>{t("bundles.title")}</h1>
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
          <DataTable
            label={t("bundles.toSend")}
            columns={periodColumns}
            rows={periods}
            rowKey={(row) => row.period}
            onRowAction={(row) =>
              void navigate({ to: "/bundles/$form/$period", params: { form: row.form, period: row.period } })
            }
          />
        </section>
      )}
      {isSender && (
        <section aria-labelledby="bundles-sent" className="bundles-list">
          <h2 id="bundles-sent">{t("bundles.sent")}</h2>
          {sent.data?.length === 0 ? (
            <EmptyState title={t("bundles.noneSent.title")}>{t("bundles.noneSent.lead")}</EmptyState>
          ) : (
            <DataTable
              label={t("bundles.sent")}
              columns={sentColumns}
              rows={sent.data ?? []}
              rowKey={(row) => row.digest}
            />
          )}
        </section>
      )}
      <section aria-labelledby="bundles-received" className="bundles-list">
        <h2 id="bundles-received">{t("bundles.received")}</h2>
        {received.data?.length === 0 ? (
          <EmptyState title={t("bundles.noneReceived.title")}>{t("bundles.noneReceived.lead")}</EmptyState>
        ) : (
          <DataTable
            label={t("bundles.received")}
            columns={receivedColumns}
            rows={received.data ?? []}
            rowKey={(row) => row.digest}
          />
        )}
      </section>
    </div>
  );
}

export const BUNDLE_KINDS = [
  "submission",
  "receipt",
  "return",
  "programme",
  "trustlist",
  "enrolment",
] as const;

export function kindOf(kind: string): (typeof BUNDLE_KINDS)[number] {
  return BUNDLE_KINDS.find((candidate) => candidate === kind) ?? "submission";
}
