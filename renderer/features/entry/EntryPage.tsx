import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { extensionWords } from "../../text/extension-words.ts";
import { printDate, printDue, printPeriod, printPeriodState } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { EntryTabs } from "../../sheet/EntryTabs.tsx";
import { ExtensionPanel } from "./ExtensionPanel.tsx";
import "./entry.css";

/** The periods of the year, each with its form: what is in and what is due. */
export function EntryPage() {
  const t = useText();
  const navigate = useNavigate();
  const year = useWorkingYear();
  const [isExtending, setIsExtending] = useState(false);
  const overview = useQuery(api.entries.overview.queryOptions({ input: { year } }));
  const columns: readonly Column<PeriodOverview>[] = [
    {
      id: "period",
      header: t("entry.column.period"),
      cell: (row) => printPeriod(row.period, t),
      isRowHeader: true,
    },
    {
      id: "cutoff",
      header: t("entry.column.cutoff"),
      cell: (row) => printDate(row.cutoffOn),
      sortValue: (row) => row.cutoffOn,
      width: 130,
    },
    {
      id: "due",
      header: t("entry.column.due"),
      cell: (row) => (
        <span className="entry-due">
          {[printDue(row, t), ...extensionWords(row, t)].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      ),
      sortValue: (row) => row.dueOn,
      width: 260,
    },
    {
      id: "started",
      header: t("entry.column.started"),
      cell: (row) => <Share part={row.unitsStarted} whole={row.unitsExpected} />,
      sortValue: (row) => row.unitsStarted,
      width: 190,
      align: "end",
    },
    {
      id: "complete",
      header: t("entry.column.complete"),
      cell: (row) => `${formatInteger(row.unitsComplete)}/${formatInteger(row.unitsExpected)}`,
      sortValue: (row) => row.unitsComplete,
      width: 120,
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
  // What is approved or sent has no day any more.
  const openPeriods = (overview.data ?? []).filter(
    (row) => row.unitsExpected > 0 && (row.state === "open" || row.state === "returned"),
  );
  const firstOpen =
    openPeriods.find(({ daysLeft }) => daysLeft !== null && daysLeft >= 0) ?? openPeriods.at(-1);
  const hasUnits = overview.data?.some((row) => row.unitsExpected > 0) ?? true;
  return (
    <div className="page page-filled entry">
      <header className="page-head">
        <h1>{t("entry.title")}</h1>
        <div className="page-actions">
          {firstOpen && <Button onPress={() => setIsExtending(!isExtending)}>{t("extensions.open")}</Button>}
          <Link className="link-button" to="/register/import" search={{ kind: "entries" }}>
            {t("entry.importFile")}
          </Link>
        </div>
      </header>
      <EntryTabs />
      <ErrorCallout error={overview.error} />
      {overview.isPending && <p>{t("shell.loading")}</p>}
      {!hasUnits && (
        <EmptyState
          title={t("entry.noUnits.title")}
          action={
            <Link className="link-button" to="/register">
              {t("entry.noUnits.action")}
            </Link>
          }
        >
          {t("entry.noUnits.lead")}
        </EmptyState>
      )}
      {isExtending && firstOpen && (
        <ExtensionPanel
          periods={openPeriods}
          first={firstOpen.period}
          onClose={() => setIsExtending(false)}
        />
      )}
      {overview.data && hasUnits && (
        <DataTable
          label={t("entry.matrix", { year })}
          columns={columns}
          rows={overview.data}
          rowKey={(row) => row.period}
          onRowAction={(row) =>
            void navigate({ to: "/entry/$form/$period", params: { form: row.form, period: row.period } })
          }
        />
      )}
    </div>
  );
}

/** "3/15" with its bar. */
export function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  return (
    <span className="entry-share">
      <meter min={0} max={Math.max(whole, 1)} value={part} aria-hidden="true" /> {formatInteger(part)}/
      {formatInteger(whole)}
    </span>
  );
}
