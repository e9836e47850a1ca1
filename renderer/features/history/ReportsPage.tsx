import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FrozenReport } from "../../../shared/contract/history.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { api } from "../../api/api.ts";
import type { Column } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { addressOf } from "./report-address.ts";
import { correctionWords, stateWords } from "./report-words.ts";

/** Every report that was frozen here or taken in; each opens beside what is known now. */
export function ReportsPage() {
  const t = useText();
  const [typed, setTyped] = useState("");
  const list = useQuery(api.history.reports.queryOptions());
  const rows = (list.data ?? []).filter(({ period, issuer }) =>
    matchesSearch(searchKey(`${printPeriod(period, t)} ${period} ${issuer.code} ${issuer.name}`), typed),
  );
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
        <>
          <div className="history-choice">
            <div className="history-search">
              <SearchField label={t("history.search")} value={typed} onChange={setTyped} />
            </div>
          </div>
          {rows.length === 0 ? (
            <p>{t("history.noneFound", { text: typed })}</p>
          ) : (
            <SortableTable
              label={t("history.reports.table")}
              columns={columnsOf(t)}
              rows={rows}
              rowKey={(row) => `${row.kind} ${addressOf(row)}`}
            />
          )}
        </>
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
