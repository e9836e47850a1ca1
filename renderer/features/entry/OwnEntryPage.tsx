import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDue, printPeriod, printPeriodState } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { Share } from "./EntryPage.tsx";
import { EntryTabs } from "../../sheet/EntryTabs.tsx";
import "./entry.css";

/** The periods in which the office answers about itself: quarters and longer. */
export function OwnEntryPage() {
  const t = useText();
  const navigate = useNavigate();
  const year = useWorkingYear();
  const overview = useQuery(api.entries.overview.queryOptions({ input: { year } }));
  const columns: readonly Column<PeriodOverview>[] = [
    {
      id: "period",
      header: t("entry.column.period"),
      cell: (row) => printPeriod(row.period, t),
      isRowHeader: true,
    },
    {
      id: "due",
      header: t("entry.column.due"),
      cell: (row) => printDue(row, t),
      sortValue: (row) => row.dueOn,
      width: 260,
    },
    {
      id: "filled",
      header: t("entry.column.filled"),
      cell: (row) => <Share part={row.own?.filled ?? 0} whole={row.own?.asked ?? 0} />,
      sortValue: (row) => row.own?.filled,
      width: 190,
      align: "end",
    },
    {
      id: "state",
      header: t("entry.column.state"),
      cell: (row) => printPeriodState(row, t),
      sortValue: (row) => row.state,
      width: 150,
    },
  ];
  return (
    <div className="page page-filled entry">
      <header className="page-head">
        <h1>{t("entry.title")}</h1>
      </header>
      <EntryTabs />
      <p className="quiet">{t("entry.own.lead")}</p>
      <ErrorCallout error={overview.error} />
      {overview.isPending && <p>{t("shell.loading")}</p>}
      {overview.data && (
        <DataTable
          label={t("entry.own.matrix", { year })}
          columns={columns}
          rows={overview.data.filter((row) => row.own !== null)}
          rowKey={(row) => row.period}
          onRowAction={(row) => void navigate({ to: "/entry/own/$period", params: { period: row.period } })}
        />
      )}
    </div>
  );
}
