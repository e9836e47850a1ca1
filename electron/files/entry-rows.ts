// Rows of an entries file (design.md §6): unit_code, element, period, value, state, as_of, is_estimate, note.
import type { DataElement } from "../../shared/domain/data-element.ts";
import { ENTRY_STATES, type EntryValue } from "../../shared/domain/entry.ts";
import { parseDate } from "../../shared/domain/number-format.ts";
import { parseValue, parseYesNo } from "../../shared/domain/number-input.ts";
import { parsePeriod, type Period } from "../../shared/domain/period.ts";
import { searchKey } from "../../shared/domain/text.ts";
import { cellOf, type ColumnNames, findColumns } from "./columns.ts";
import type { Table } from "./table.ts";

export interface EntryFileRow {
  readonly unitCode: string;
  readonly element: DataElement;
  readonly period: Period;
  readonly entry: EntryValue;
  readonly asOf: string | null;
  readonly isEstimate: boolean;
  readonly note: string | null;
}

export interface EntryReason {
  readonly column: string | null;
  /** A number fault of shared/domain/number-input.ts, or one of these. */
  readonly code: string;
  readonly value: string;
}

export type EntryReading =
  | { readonly line: number; readonly ok: true; readonly row: EntryFileRow }
  | {
      readonly line: number;
      readonly ok: false;
      readonly key: string;
      readonly reasons: readonly EntryReason[];
    };

const COLUMNS: ColumnNames = {
  unit_code: ["Mã đơn vị", "Mã CĐCS", "Mã"],
  element: ["Chỉ tiêu", "Mã chỉ tiêu"],
  period: ["Kỳ", "Kỳ báo cáo"],
  value: ["Giá trị", "Số liệu"],
  state: ["Trạng thái"],
  as_of: ["Ngày chốt", "Tính đến ngày"],
  is_estimate: ["Ước", "Số ước"],
  note: ["Ghi chú"],
};

const STATE_WORDS: Readonly<Record<string, (typeof ENTRY_STATES)[number]>> = {
  "khong phat sinh": "noOccurrence",
  "khong ap dung": "notApplicable",
  "chua thu thap": "notCollected",
  zero: "value",
};

export function readEntryRows(
  table: Table,
  elementOf: (code: string) => DataElement | undefined,
): { ok: true; rows: EntryReading[] } | { ok: false; missing: string[] } {
  const columns = findColumns(table, COLUMNS);
  const missing = ["unit_code", "element", "period"].filter((name) => !columns.has(name));
  if (!columns.has("value") && !columns.has("state")) missing.push("value");
  if (missing.length > 0) return { ok: false, missing };
  const seen = new Set<string>();
  const rows = table.rows.map((tableRow): EntryReading => {
    const cell = (name: string) => cellOf(tableRow, columns, name);
    const reasons: EntryReason[] = [];
    const refuse = (column: string, code: string) => reasons.push({ column, code, value: cell(column) });
    const key = `${cell("unit_code")} · ${cell("element")} · ${cell("period")}`;
    if (cell("unit_code") === "") refuse("unit_code", "VALUE_MISSING");
    const element = elementOf(cell("element"));
    if (!element) refuse("element", "ELEMENT_UNKNOWN");
    const period = parsePeriod(cell("period"));
    if (!period) refuse("period", "PERIOD_UNKNOWN");
    if (seen.has(key)) refuse("unit_code", "ROW_DUPLICATE_IN_FILE");
    seen.add(key);
    const entry = element ? readEntry(cell("value"), cell("state"), element) : undefined;
    if (entry && !entry.ok) refuse(entry.column, entry.code);
    const asOf = cell("as_of") === "" ? null : parseDate(cell("as_of"));
    if (asOf === undefined) refuse("as_of", "DATE_INVALID");
    const isEstimate =
      cell("is_estimate") === "" ? { ok: true as const, value: 0 } : parseYesNo(cell("is_estimate"));
    if (!isEstimate.ok) refuse("is_estimate", isEstimate.code);
    if (reasons.length > 0 || !element || !period || !entry?.ok || asOf === undefined || !isEstimate.ok)
      return { line: tableRow.line, ok: false, key, reasons };
    return {
      line: tableRow.line,
      ok: true,
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
  return { ok: true, rows };
}

type StateReading =
  | { readonly ok: true; readonly entry: EntryValue }
  | { readonly ok: false; readonly column: string; readonly code: string };

/** Empty state = value; blank is never zero. */
function readEntry(value: string, stateText: string, element: DataElement): StateReading {
  const state =
    stateText === ""
      ? "value"
      : (ENTRY_STATES.find((name) => name.toLowerCase() === stateText.toLowerCase()) ??
        STATE_WORDS[searchKey(stateText)]);
  if (state === undefined) return { ok: false, column: "state", code: "STATE_UNKNOWN" };
  if (state !== "value")
    return value === "" || value === "0"
      ? { ok: true, entry: { state } }
      : { ok: false, column: "value", code: "VALUE_WITH_STATE" };
  const reading = parseValue(value, element.type);
  return reading.ok
    ? { ok: true, entry: { state, value: reading.value } }
    : { ok: false, column: "value", code: reading.code };
}
