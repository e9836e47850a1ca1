// What an import would do, line by line; nothing is written until a line's `apply` is called.
import type { ImportKind, ImportLine } from "../../../shared/contract/imports.ts";
import type { Act } from "../../database/queries/audit.ts";
import type { BatchChange } from "../../database/queries/imports.ts";

export interface PlannedLine {
  readonly view: ImportLine;
  /** Absent for lines that change nothing or are rejected. Call inside a transaction. */
  readonly apply?: (act: Act) => BatchChange;
  /** Period a line writes to. */
  readonly period?: string;
}

export interface ImportPlan {
  readonly kind: ImportKind;
  readonly lines: readonly PlannedLine[];
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

type Fields = Readonly<Record<string, string | number | null>>;

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
