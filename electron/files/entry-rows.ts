// Rows of an entries file (design.md §6): unit_code, element, period, value, state, as_of, is_estimate, note.
import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import { type DataElement, type GradeWords, shortestRhythm } from "../../shared/domain/data-element.ts";
import { ENTRY_STATES, type EntryState, type EntryValue } from "../../shared/domain/entry.ts";
import { ENTRY_STATE_LABELS } from "../../shared/domain/labels.ts";
import { parseDate } from "../../shared/domain/number-format.ts";
import { parseCell, parseYesNo } from "../../shared/domain/number-input.ts";
import { LAST_YEAR, parsePeriod, type Period, RHYTHMS } from "../../shared/domain/period.ts";
import { searchKey } from "../../shared/domain/text.ts";
import { cellAt, type ColumnNames, errorColumns, findColumns, formulaColumns } from "./columns.ts";
import type { Cell, Table } from "./table.ts";

interface EntryFileRow {
  readonly unitCode: string;
  readonly element: DataElement;
  readonly period: Period;
  /** Null for a line that only notes something beside the cell. */
  readonly entry: EntryValue | null;
  readonly asOf: string | null;
  readonly isEstimate: boolean;
  readonly note: string | null;
}

interface EntryReason {
  readonly column: string | null;
  /** A number fault of shared/domain/number-input.ts, or one of these. */
  readonly code: string;
  readonly value: string;
}

export type EntryReading =
  | {
      readonly line: number;
      readonly ok: true;
      readonly row: EntryFileRow;
      /** Columns whose value is what a formula last gave; absent when there is none. */
      readonly formulaColumns?: readonly string[];
    }
  | {
      readonly line: number;
      readonly ok: false;
      readonly key: string;
      readonly reasons: readonly EntryReason[];
    };

export const ENTRY_COLUMNS: ColumnNames = {
  unit_code: ["Mã đơn vị", "Mã CĐCS", "Mã"],
  element: ["Chỉ tiêu", "Mã chỉ tiêu"],
  period: ["Kỳ", "Kỳ báo cáo"],
  value: ["Giá trị", "Số liệu"],
  state: ["Trạng thái"],
  as_of: ["Ngày chốt", "Tính đến ngày"],
  is_estimate: ["Ước", "Số ước"],
  note: ["Ghi chú"],
};

/** By {@link searchKey}. A map, because a file may well say "constructor". */
const STATE_WORDS: ReadonlyMap<string, EntryState> = new Map([
  ...ENTRY_STATES.flatMap((state) =>
    [state, ENTRY_STATE_LABELS[state].vi, ENTRY_STATE_LABELS[state].en].map((word): [string, EntryState] => [
      searchKey(word),
      state,
    ]),
  ),
  ["zero", "value"],
]);

/**
 * One cell per line, read whole or rejected with every reason; a line with nothing but a note is a note. An element may be entered at its own rhythm or a longer
 * one; blank is never zero; of two lines for one cell the second is refused.
 * @param elementOf the element of a code, undefined when there is none
 * @throws {TableError} HEADER_DUPLICATE when two headings mean the same column
 */
export function readEntryRows(
  table: Table,
  elementOf: (code: string) => DataElement | undefined,
):
  | { ok: true; rows: EntryReading[]; headings: readonly string[]; unreadColumns: readonly string[] }
  | { ok: false; missing: string[] } {
  const search = findColumns(table, ENTRY_COLUMNS, ["unit_code", "element", "period"]);
  if (!search.ok) return search;
  const { found } = search;
  if (!found.columns.has("value") && !found.columns.has("state")) return { ok: false, missing: ["value"] };
  const seen = new Set<string>();
  const rows = found.rows.map((tableRow): EntryReading => {
    const cell = (name: string) => cellAt(tableRow, found, name).text;
    const reasons: EntryReason[] = [];
    const refuse = (column: string, code: string) => {
      // The first thing wrong with a cell is what its writer needs to know.
      if (reasons.every((reason) => reason.column !== column))
        reasons.push({ column, code, value: cell(column) });
    };
    for (const column of errorColumns(tableRow, found)) refuse(column, "CELL_ERROR");
    const key = `${cell("unit_code")} · ${cell("element")} · ${cell("period")}`;
    for (const column of ["unit_code", "element", "period"])
      if (cell(column) === "") refuse(column, "VALUE_MISSING");
    const element = elementOf(cell("element"));
    if (!element) refuse("element", "ELEMENT_UNKNOWN");
    const period = parsePeriod(cell("period"));
    if (!period) refuse("period", "PERIOD_UNKNOWN");
    if (element && period && RHYTHMS.indexOf(period.rhythm) < RHYTHMS.indexOf(shortestRhythm(element)))
      refuse("period", "RHYTHM_TOO_SHORT");
    if (seen.has(key)) refuse("unit_code", "ROW_DUPLICATE_IN_FILE");
    seen.add(key);
    const isNoteAlone =
      cell("note") !== "" && ["value", "state", "as_of", "is_estimate"].every((name) => cell(name) === "");
    // What grades are called follows from the year.
    const isReadable = element !== undefined && (period !== undefined || element.type !== "grade");
    const grades = gradeWordsOf(period?.year ?? LAST_YEAR);
    const entry = isNoteAlone
      ? ({ ok: true, entry: null } as const)
      : isReadable
        ? readEntry(cellAt(tableRow, found, "value"), cell("state"), element, grades)
        : undefined;
    if (entry && !entry.ok) refuse(entry.column, entry.code);
    const asOf = cell("as_of") === "" ? null : parseDate(cell("as_of"));
    if (asOf === undefined) refuse("as_of", "DATE_INVALID");
    const isEstimate =
      cell("is_estimate") === "" ? { ok: true as const, value: 0 } : parseYesNo(cell("is_estimate"));
    if (!isEstimate.ok) refuse("is_estimate", isEstimate.code);
    if (reasons.length > 0 || !element || !period || !entry?.ok || asOf === undefined || !isEstimate.ok)
      return { line: tableRow.line, ok: false, key, reasons };
    const formulas = formulaColumns(tableRow, found);
    return {
      line: tableRow.line,
      ok: true,
      ...(formulas.length > 0 && { formulaColumns: formulas }),
      row: {
        unitCode: cell("unit_code"),
        element,
        period,
        entry: entry.entry,
        asOf,
        isEstimate: isEstimate.value === 1,
        note: cell("note") || null,
      },
    };
  });
  return { ok: true, rows, headings: found.headings, unreadColumns: found.unreadColumns };
}

type StateReading =
  | { readonly ok: true; readonly entry: EntryValue }
  | { readonly ok: false; readonly column: string; readonly code: string };

/** Empty state = value; blank is never zero. The marks of the entry grid ("-", "x", "?") are read where no state is given. */
function readEntry(cell: Cell, stateText: string, element: DataElement, grades: GradeWords): StateReading {
  const { text } = cell;
  const state = STATE_WORDS.get(searchKey(stateText));
  if (stateText !== "" && state === undefined) return { ok: false, column: "state", code: "STATE_UNKNOWN" };
  if (state !== undefined && state !== "value") {
    const isContradiction = text !== "" && !(state === "noOccurrence" && text === "0");
    return isContradiction
      ? { ok: false, column: "value", code: "VALUE_WITH_STATE" }
      : { ok: true, entry: { state } };
  }
  // The cell holds a number, so the comma is no thousands mark of somebody else's.
  if (cell.isNumber === true && text.includes(",") && element.type !== "score")
    return { ok: false, column: "value", code: "NOT_WHOLE" };
  const reading = parseCell(text, element.type, grades);
  if (!reading.ok) return { ok: false, column: "value", code: reading.code };
  if (reading.entry === null) return { ok: false, column: "value", code: "VALUE_MISSING" };
  if (state === "value" && reading.entry.state !== "value")
    return { ok: false, column: "value", code: "VALUE_WITH_STATE" };
  return { ok: true, entry: reading.entry };
}
