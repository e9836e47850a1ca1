import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FrozenReport } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import type { Column } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { SearchedTable } from "./SearchedTable.tsx";
import { addressOf } from "./report-address.ts";
import { correctionWords, stateWords } from "./report-words.ts";

/** Every report that was frozen here or taken in; each opens beside what is known now. */
export function ReportsPage() {
  const t = useText();
  const list = useQuery(api.history.reports.queryOptions());
  return (
    <HistoryFrame lead={t("history.reports.lead")} isPending={list.isPending} error={list.error}>
      {list.data?.length === 0 && (
        <EmptyState
          title={t("history.reports.none.title")}
          action={
            <Link className="link-button" to="/bundles">
              {t("history.reports.none.action")}
            </Link>
          }
        >
          {t("history.reports.none.lead")}
        </EmptyState>
      )}
      {list.data !== undefined && list.data.length > 0 && (
        <SearchedTable
          label={t("history.reports.table")}
          columns={columnsOf(t)}
          rows={list.data}
          rowKey={(row) => `${row.kind} ${addressOf(row)}`}
          textOf={({ period, issuer }) => `${printPeriod(period, t)} ${period} ${issuer.code} ${issuer.name}`}
        />
      )}
    </HistoryFrame>
  );
}

function columnsOf(t: Translate): readonly Column<FrozenReport>[] {
  return [
    {
      id: "period",
      header: t("history.reports.period"),
      isRowHeader: true,
      cell: (row) => (
        <Link className="nowrap" to="/history/reports/$report" params={{ report: addressOf(row) }}>
          {printPeriod(row.period, t)}
        </Link>
      ),
      sortValue: ({ period }) => period,
    },
    {
      id: "issuer",
      header: t("history.reports.issuer"),
      cell: ({ issuer }) => `${issuer.code} ${issuer.name}`,
      sortValue: ({ issuer }) => issuer.code,
    },
    {
      id: "correction",
      header: t("history.reports.correction"),
      cell: ({ correction }) => correctionWords(correction, t),
      sortValue: ({ correction }) => correction,
    },
    {
      id: "kind",
      header: t("history.reports.kind"),
      cell: (row) => stateWords(row, t),
      sortValue: (row) => stateWords(row, t),
    },
    {
      id: "at",
      header: t("history.reports.at"),
      cell: ({ at }) => <span className="nowrap">{printInstant(at)}</span>,
      sortValue: ({ at }) => at,
    },
  ];
}
