import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportingView } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Callout } from "../../components/Callout.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Select } from "../../components/Select.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printDate, printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ReportingMessage } from "./ReportingMessage.tsx";

type Unit = ReportingView["units"][number];

/** Which units have reported a period and which have not, and what to write to those. */
export function Reporting({ year }: { readonly year: number }) {
  const t = useText();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen?.startsWith(String(year)) ? chosen : undefined;
  const asked = useQuery({
    ...api.submissions.reporting.queryOptions({
      input: period === undefined ? { year } : { period },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  const columns: readonly Column<Unit>[] = [
    { id: "code", header: t("bundles.reporting.code"), cell: (row) => row.code, width: 130 },
    {
      id: "name",
      header: t("bundles.reporting.unit"),
      cell: (row) => row.name,
      sortValue: (row) => row.name,
      isRowHeader: true,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: (row) => <Badge tone={toneOf(row)}>{t(`bundles.reporting.state.${stateOf(row)}`)}</Badge>,
      sortValue: (row) => stateOf(row),
      width: 150,
    },
    {
      id: "at",
      header: t("bundles.column.receivedAt"),
      cell: (row) => (row.receivedAt ? printInstant(row.receivedAt) : "—"),
      sortValue: (row) => row.receivedAt,
      width: 150,
    },
    {
      id: "late",
      header: t("bundles.reporting.late"),
      cell: (row) => (row.daysLate > 0 ? t("bundles.reporting.days", { number: row.daysLate }) : "—"),
      sortValue: (row) => row.daysLate,
      align: "end",
      width: 120,
    },
  ];
  return (
    <section aria-labelledby="bundles-reporting" className="bundles-list">
      <h2 id="bundles-reporting">{t("bundles.reporting.title")}</h2>
      {asked.error && (
        <Callout tone="danger">
          <ErrorWords error={asked.error} />
        </Callout>
      )}
      {data?.units.length === 0 && (
        <EmptyState title={t("bundles.reporting.none.title")}>{t("bundles.reporting.none.lead")}</EmptyState>
      )}
      {data && data.units.length > 0 && (
        <>
          <div className="bundles-reporting-head">
            <Select
              label={t("bundles.column.period")}
              value={data.period}
              onChange={setChosen}
              options={data.periods.map(({ period: code, received }) => ({
                id: code,
                label: `${printPeriod(code, t)} – ${received}/${data.units.length}`,
              }))}
            />
            <p>{summaryOf(data, t)}</p>
          </div>
          <DataTable
            label={t("bundles.reporting.title")}
            columns={columns}
            rows={data.units}
            rowKey={(row) => row.code}
            onRowAction={({ digest }) => {
              if (digest !== null) void navigate({ to: "/bundles/report/$digest", params: { digest } });
            }}
          />
          <ReportingMessage key={data.period} view={data} />
        </>
      )}
    </section>
  );
}

function summaryOf(view: ReportingView, t: ReturnType<typeof useText>): string {
  const received = view.units.filter(({ digest }) => digest !== null).length;
  return t("bundles.reporting.summary", {
    received,
    expected: view.units.length,
    missing: view.units.length - received,
    due: printDate(view.dueOn),
  });
}

function stateOf({ digest, daysLate }: Unit): "received" | "receivedLate" | "late" | "awaited" {
  if (digest !== null) return daysLate > 0 ? "receivedLate" : "received";
  return daysLate > 0 ? "late" : "awaited";
}

function toneOf(row: Unit) {
  return ({ received: "good", receivedLate: "good", late: "bad", awaited: "neutral" } as const)[stateOf(row)];
}
