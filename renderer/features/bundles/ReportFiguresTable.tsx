import { useMemo } from "react";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Select } from "../../components/Select.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { type Mark, markAt, markKey } from "./marks.ts";

interface Row {
  readonly index: number;
  readonly uid: string;
  readonly code: string;
  readonly name: string;
}

interface ReportFiguresTableProps {
  readonly report: ReportView;
  readonly onPeriod: (period: string) => void;
  /** Given = figures can be picked out. */
  readonly marking?: { readonly marked: ReadonlySet<string>; readonly onToggle: (mark: Mark) => void };
}

/** The figures of every unit, period by period. Blank = not reported, which is not zero. */
export function ReportFiguresTable({ report, onPeriod, marking }: ReportFiguresTableProps) {
  const t = useText();
  const words = useDataWords();
  const { figures, unapproved, periods } = report;
  const rows = useMemo(() => figures.units.map((unit, index): Row => ({ ...unit, index })), [figures]);
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: "code", header: t("bundles.reporting.code"), cell: (row) => row.code, width: 110 },
      {
        id: "name",
        header: t("bundles.reporting.unit"),
        cell: (row) => row.name,
        isRowHeader: true,
        width: 260,
      },
      ...figures.columns.map(
        (column, place): Column<Row> => ({
          id: column.element,
          header: words.element(column.element, column.label),
          cell: (row) => <Figure figures={figures} column={place} row={row.index} marking={marking} />,
          sortValue: (row) => figures.cells[place]?.values[row.index],
          align: "end",
          width: 150,
        }),
      ),
    ],
    [figures, marking, t, words],
  );
  return (
    <div className="bundles-step bundles-figures">
      <div className="bundles-reporting-head">
        <Select
          label={t("bundles.column.period")}
          value={figures.period}
          onChange={onPeriod}
          options={periods.map((code) => ({
            id: code,
            label: unapproved.includes(code)
              ? t("bundles.report.periodUnapproved", { period: printPeriod(code, t) })
              : printPeriod(code, t),
          }))}
        />
        <p>
          {t("bundles.report.answered", {
            answered: figures.units.filter(({ isAnswered }) => isAnswered).length,
            units: figures.units.length,
          })}{" "}
          {t("bundles.report.legend")}
          {figures.cells.some(({ notAsked }) => notAsked.length > 0) && (
            <>
              {" "}
              <span className="bundles-hatched bundles-hatched-key" aria-hidden="true" />{" "}
              {t("bundles.report.notAsked")}
            </>
          )}
        </p>
      </div>
      <DataTable
        key={figures.period}
        label={t("bundles.report.figures")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.uid}
        {...(marking ? { onRowAction: ({ uid }: Row) => focusFigures(uid) } : {})}
      />
    </div>
  );
}

interface FigureProps {
  readonly figures: ReportView["figures"];
  readonly column: number;
  readonly row: number;
  readonly marking: ReportFiguresTableProps["marking"];
}

function Figure({ figures, column, row, marking }: FigureProps) {
  const t = useText();
  const words = useDataWords();
  if (figures.cells[column]?.notAsked.includes(row))
    return <span className="bundles-hatched" role="img" aria-label={t("entry.neverAsked")} />;
  const text = printCell(figures, column, row, words);
  const mark = marking && markAt(figures, column, row, text);
  if (!mark) return text;
  return (
    <button
      type="button"
      className="bundles-pick"
      aria-label={`${mark.unitName} · ${words.element(mark.element, mark.elementLabel)}: ${text || "–"}`}
      data-unit={mark.unit}
      aria-pressed={marking.marked.has(markKey(mark))}
      onClick={() => marking.onToggle(mark)}
    >
      {text}
    </button>
  );
}

/** Enter on a row goes to its figures; Tab leads from one to the next. */
function focusFigures(uid: string): void {
  document.querySelector<HTMLElement>(`.bundles-pick[data-unit="${uid}"]`)?.focus();
}

function printCell(figures: ReportView["figures"], place: number, index: number, words: DataWords): string {
  const cells = figures.cells[place];
  const column = figures.columns[place];
  const state = ENTRY_STATES[cells?.states[index] ?? -1];
  if (!cells || !column || state === undefined) return "";
  const value = cells.values[index] ?? 0;
  const entry: EntryValue = state === "value" ? { state, value } : { state };
  const text = words.entry(entry, column.type, figures.period);
  return cells.estimated.includes(index) ? `${text} ư` : text;
}
