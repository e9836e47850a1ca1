import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DeskOffice } from "../../../shared/contract/desk.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Select } from "../../components/Select.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ReportingMessage } from "./ReportingMessage.tsx";
import { type OfficeTerm, TermPanel, termWords } from "./TermPanel.tsx";
import { officeColumns } from "./columns.ts";

const TONES = { received: "good", receivedLate: "warn", late: "bad", awaited: "neutral" } as const;

/** Who has reported a period, how late, and how many of their unions answered. */
export function Board({ year }: { readonly year: number }) {
  const t = useText();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen?.startsWith(String(year)) ? chosen : undefined;
  const asked = useQuery({
    ...api.desk.board.queryOptions({ input: period === undefined ? { year } : { period: period as never } }),
    placeholderData: keepPreviousData,
  });
  const { data } = asked;
  const [termOf, setTermOf] = useState<OfficeTerm | null>(null);
  const columns: readonly Column<DeskOffice>[] = [
    ...officeColumns(t),
    {
      id: "term",
      header: t("desk.term.column"),
      cell: (office) => (
        <Button variant="quiet" onPress={() => setTermOf(office)}>
          {termWords(office, t)}
        </Button>
      ),
      width: 210,
    },
    {
      id: "state",
      header: t("bundles.column.state"),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`bundles.reporting.state.${state}`)}</Badge>,
      sortValue: ({ state }) => state,
      width: 170,
    },
    {
      id: "coverage",
      header: t("desk.column.units"),
      cell: ({ units, unitsAnswered }) =>
        units === null ? "—" : `${formatInteger(unitsAnswered ?? 0)}/${formatInteger(units)}`,
      sortValue: ({ units, unitsAnswered }) => (units === null ? null : units - (unitsAnswered ?? 0)),
      align: "end",
      width: 120,
    },
    {
      id: "correction",
      header: t("desk.column.correction"),
      cell: ({ correction }) => (correction ? formatInteger(correction) : "—"),
      align: "end",
      width: 100,
    },
    {
      id: "at",
      header: t("bundles.column.receivedAt"),
      cell: ({ receivedAt }) => (receivedAt ? printInstant(receivedAt) : "—"),
      sortValue: ({ receivedAt }) => receivedAt,
      width: 150,
    },
    {
      id: "late",
      header: t("bundles.reporting.late"),
      cell: ({ daysLate }) => (daysLate > 0 ? t("bundles.reporting.days", { number: daysLate }) : "—"),
      sortValue: ({ daysLate }) => daysLate,
      align: "end",
      width: 100,
    },
  ];
  return (
    <section aria-labelledby="desk-board" className="desk-part">
      <h2 id="desk-board">{t("desk.board")}</h2>
      <ErrorCallout error={asked.error} />
      {data && data.elsewhere.length > 0 && (
        <p>
          {t("desk.term.elsewhere", { number: data.elsewhere.length })}{" "}
          {data.elsewhere.map((office) => (
            <Button key={office.code} variant="quiet" onPress={() => setTermOf(office)}>
              {office.name} ({termWords(office, t)})
            </Button>
          ))}
        </p>
      )}
      {termOf && <TermPanel key={termOf.code} office={termOf} onClose={() => setTermOf(null)} />}
      {data?.offices.length === 0 && data.elsewhere.length === 0 && (
        <EmptyState title={t("bundles.reporting.none.title")}>{t("bundles.reporting.none.lead")}</EmptyState>
      )}
      {data && data.offices.length + data.elsewhere.length > 0 && (
        <>
          <div className="desk-head">
            <Select
              label={t("bundles.column.period")}
              value={data.period}
              onChange={setChosen}
              options={data.periods.map(({ period: code, received, expected }) => ({
                id: code,
                label: `${printPeriod(code, t)} – ${received}/${expected}`,
              }))}
            />
            <p>
              {t("bundles.reporting.summary", {
                received: data.offices.filter(({ digest }) => digest !== null).length,
                expected: data.offices.length,
                missing: data.offices.filter(({ digest }) => digest === null).length,
                due: printDate(data.dueOn),
              })}
            </p>
            <Link className="link-button" to="/desk/consolidation/$period" params={{ period: data.period }}>
              {t("desk.toConsolidation")}
            </Link>
          </div>
          <DataTable
            label={t("desk.board")}
            columns={columns}
            rows={data.offices}
            rowKey={({ code }) => code}
            onRowAction={({ digest }) => {
              if (digest !== null) void navigate({ to: "/desk/review/$digest", params: { digest } });
            }}
          />
          <ReportingMessage key={data.period} view={data} />
        </>
      )}
    </section>
  );
}
