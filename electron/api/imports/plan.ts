// What an import would do, line by line; nothing is written until a line's `apply` is called.
import type { ImportKind, ImportLine, ImportPreview } from "../../../shared/contract/imports.ts";
import type { Act } from "../../database/queries/audit.ts";
import type { BatchChange } from "../../database/queries/imports.ts";

export interface PlannedLine {
  readonly view: ImportLine;
  /**
   * Absent for lines that change nothing or are rejected. Call inside a transaction.
   * @returns what an undo puts back; nothing for a figure, which its change set keeps
   */
  readonly apply?: (act: Act) => readonly BatchChange[];
  /** Period a line writes to. */
  readonly period?: string;
  /** Its period is locked, and a return keeps its cell open. */
  readonly isOpened?: boolean;
}

export interface ImportPlan {
  readonly kind: ImportKind;
  readonly lines: readonly PlannedLine[];
  /** The row of headings of the file, as it is written. */
  readonly headings: readonly string[];
  /** Headings whose columns were not read. */
  readonly unreadColumns: readonly string[];
  /** Columns with values that formulas gave, and on how many lines. */
  readonly formulas: ImportPreview["formulas"];
  /** Whether what the preview compared with is still as it was. */
  isStillFresh(): boolean;
}

export class ColumnsMissingError extends Error {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super("COLUMNS_MISSING");
    this.columns = columns;
  }
}

export type Fields = Readonly<Record<string, string | number | null>>;

/** Fields whose text differs; `before` null for something new. */
export function differences(
  before: Fields | null,
  after: Fields,
): { field: string; before: string; after: string }[] {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? "" : String(value);
  return Object.entries(after)
    .map(([field, value]) => ({ field, before: text(before?.[field]), after: text(value) }))
    .filter((change) => change.before !== change.after);
}

/** What a new line says, without what it repeats elsewhere (its name) or leaves empty. */
export function valuesOf(fields: Fields): ImportLine["changes"] {
  return differences(null, fields).filter(({ field }) => field !== "name");
}

interface Reading {
  readonly rows: readonly ({ readonly ok: boolean } & { readonly formulaColumns?: readonly string[] })[];
  readonly headings: readonly string[];
  readonly unreadColumns: readonly string[];
}

/** What the user should know of how a file was read, beside its lines. */
export function noticeOf({
  rows,
  headings,
  unreadColumns,
}: Reading): Pick<ImportPlan, "headings" | "unreadColumns" | "formulas"> {
  const lines = new Map<string, number>();
  for (const column of rows.flatMap(({ formulaColumns = [] }) => formulaColumns))
    lines.set(column, (lines.get(column) ?? 0) + 1);
  return {
    headings,
    unreadColumns,
    formulas: [...lines].map(([column, count]) => ({ column, lines: count })),
  };
}
