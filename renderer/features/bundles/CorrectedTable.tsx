import type { CorrectedCell } from "../../../shared/contract/corrections.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface CorrectedTableProps {
  readonly label: string;
  readonly cells: readonly CorrectedCell[];
  /** False: the report was sent after the backup that was restored, and nobody here knows what it said. */
  readonly isReportHere?: boolean;
  /** Whether each line leads to its cell in the form. */
  readonly leadsToForm?: boolean;
}

/** What was reported beside what stands there now, and why. */
export function CorrectedTable({
  label,
  cells,
  isReportHere = true,
  leadsToForm = false,
}: CorrectedTableProps) {
  const t = useText();
  const words = useDataWords();
  const figure = (entry: CorrectedCell["reported"], { type, period }: CorrectedCell) =>
    entry === null ? t("bundles.returned.unreported") : words.entry(entry, type, period);
  const suggested: Column<CorrectedCell> = {
    id: "suggestion",
    header: t("bundles.returned.suggestion"),
    cell: ({ suggestion }) => suggestion ?? "",
    align: "end",
    width: 110,
  };
  const columns: readonly Column<CorrectedCell>[] = [
    {
      id: "unit",
      header: t("bundles.reporting.unit"),
      cell: ({ unit }) => `${unit.code} · ${unit.name}`,
      sortValue: ({ unit }) => unit.code,
      isRowHeader: true,
    },
    {
      id: "element",
      header: t("bundles.returned.element"),
      cell: (row) =>
        leadsToForm ? (
          <Link
            className="link-button"
            to="/entry/$form/$period"
            params={{ form: periodOf(row.period).rhythm, period: row.period }}
            search={{ unit: row.unit.uid, element: row.element.code }}
          >
            {words.element(row.element.code, row.element.label)}
          </Link>
        ) : (
          words.element(row.element.code, row.element.label)
        ),
      sortValue: ({ element }) => element.number,
    },
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: ({ period }) => printPeriod(period, t),
      width: 120,
    },
    {
      id: "reported",
      header: t("bundles.returned.reported"),
      cell: (row) => (isReportHere ? figure(row.reported, row) : t("bundles.returned.notHere")),
      align: "end",
      width: 130,
    },
    {
      id: "corrected",
      header: t(isReportHere ? "bundles.returned.corrected" : "bundles.returned.present"),
      cell: (row) =>
        isReportHere && figure(row.corrected, row) === figure(row.reported, row)
          ? t("bundles.returned.untouched")
          : figure(row.corrected, row),
      align: "end",
      width: 130,
    },
    ...(cells.some(({ suggestion }) => suggestion !== null) ? [suggested] : []),
    { id: "reason", header: t("bundles.returned.reason"), cell: ({ reason }) => reason },
    {
      id: "author",
      header: t("bundles.returned.author"),
      cell: ({ author }) => author ?? "",
      width: 140,
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={cells}
      rowKey={({ unit, element, period }) => `${unit.uid} ${element.code} ${period}`}
    />
  );
}
