import type { ReportView } from "../../../shared/contract/submissions.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import { EMPLOYER_TYPES } from "../../../shared/domain/org-unit.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printDate, printNumber } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";

type Unit = ReportView["units"][number];
type Explanation = ReportView["explanations"][number] & { readonly place: number };

/** The register of the sender as it stood on the last day of the period. */
export function ReportRegister({ report }: { readonly report: ReportView }) {
  const t = useText();
  const label = useLabel();
  const typeOf = (unit: Unit) => {
    const type = EMPLOYER_TYPES.find((candidate) => candidate === unit.employerType);
    return type ? label(EMPLOYER_TYPE_LABELS[type]) : "—";
  };
  const columns: readonly Column<Unit>[] = [
    {
      id: "code",
      header: t("bundles.reporting.code"),
      cell: (row) => row.code,
      sortValue: (row) => row.code,
      width: 110,
    },
    {
      id: "name",
      header: t("bundles.reporting.unit"),
      cell: (row) => row.name,
      sortValue: (row) => row.name,
      isRowHeader: true,
    },
    { id: "type", header: t("bundles.report.type"), cell: typeOf, sortValue: typeOf, width: 220 },
    {
      id: "workforce",
      header: t("bundles.report.workforce"),
      cell: (row) => printNumber(row.workforce),
      sortValue: (row) => row.workforce,
      align: "end",
      width: 110,
    },
    {
      id: "since",
      header: t("bundles.report.established"),
      cell: (row) => printDate(row.establishedOn),
      sortValue: (row) => row.establishedOn,
      width: 120,
    },
    {
      id: "ended",
      header: t("bundles.report.ended"),
      cell: (row) => printDate(row.endedOn),
      sortValue: (row) => row.endedOn,
      width: 120,
    },
  ];
  return (
    <DataTable
      label={t("bundles.report.register", { number: report.units.length })}
      columns={columns}
      rows={report.units}
      rowKey={(row) => row.uid}
    />
  );
}

/** What the sender wrote to the findings of the checks. */
export function ReportExplanations({ report }: { readonly report: ReportView }) {
  const t = useText();
  const columns: readonly Column<Explanation>[] = [
    { id: "rule", header: t("bundles.report.rule"), cell: (row) => row.rule, width: 80 },
    { id: "code", header: t("bundles.reporting.code"), cell: (row) => row.unitCode, width: 110 },
    {
      id: "unit",
      header: t("bundles.reporting.unit"),
      cell: (row) => row.unitName,
      sortValue: (row) => row.unitName,
      isRowHeader: true,
      width: 300,
    },
    { id: "text", header: t("bundles.explain"), cell: (row) => row.text },
  ];
  if (report.explanations.length === 0)
    return (
      <EmptyState title={t("bundles.report.noExplanations")}>
        {t("bundles.report.noExplanationsLead")}
      </EmptyState>
    );
  return (
    <DataTable
      label={t("bundles.report.explanations", { number: report.explanations.length })}
      columns={columns}
      rows={report.explanations.map((row, place) => ({ ...row, place }))}
      rowKey={(row) => String(row.place)}
    />
  );
}
