// Every stored figure as a line of an entries file: what an import of the same file into an empty office makes again.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { iteratePeriod, listPeriodsWithEntries } from "../../database/queries/entries.ts";
import { listNotes, listPeriodsWithNotes } from "../../database/queries/entry-notes.ts";
import { periodId } from "../../database/queries/periods.ts";
import { listUnitIds } from "../../database/queries/units.ts";
import { type CsvCell, writeCsv } from "../../files/write-csv.ts";
import type { Workspace } from "../workspace.ts";

const ENTRY_FILE_HEADER = [
  "unit_code",
  "element",
  "period",
  "value",
  "state",
  "as_of",
  "is_estimate",
  "note",
] as const;

/**
 * A file of entries, period by period, earliest first; each period as it stood at one moment.
 * @param period null: all that there are
 * @throws the signal's reason when it was called off
 */
export async function* writeEntryFile(
  workspace: Workspace,
  period: Period | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, { readonly bytes: Uint8Array; readonly rows: number }> {
  const { db } = workspace;
  const stored = new Set([...listPeriodsWithEntries(db), ...listPeriodsWithNotes(db)]);
  const periods = period ? [period] : [...stored].map(periodOf).toSorted(inTime);
  // Units that left the register have no line that could be read again.
  const codeOf = new Map(listUnitIds(db).map(({ id, code }) => [id, code]));
  const pieces: Uint8Array[] = [writeCsv(ENTRY_FILE_HEADER, [])];
  let written = 0;
  for (const [done, each] of periods.entries()) {
    yield { step: "exporting", done, total: periods.length };
    await workspace.giveWay();
    signal?.throwIfAborted();
    const rows = [...rowsOf(workspace, each, codeOf)];
    pieces.push(writeCsv(null, rows));
    written += rows.length;
  }
  return { bytes: Buffer.concat(pieces), rows: written };
}

function* rowsOf(
  { db, elementCodes }: Workspace,
  period: Period,
  codeOf: ReadonlyMap<number, string>,
): Generator<CsvCell[]> {
  const notes = new Map(
    listNotes(db, periodId(period)).map((note) => [`${note.elementId} ${note.unitId}`, note]),
  );
  for (const cell of iteratePeriod(db, periodId(period))) {
    const element = findElement(elementCodes.get(cell.elementId) ?? "");
    const unit = codeOf.get(cell.unitId);
    const key = `${cell.elementId} ${cell.unitId}`;
    const note = notes.get(key)?.text ?? null;
    notes.delete(key);
    if (!element || unit === undefined) continue;
    const { entry } = cell;
    yield [
      unit,
      element.code,
      period.code,
      entry.state === "value" ? valueText(entry, element, period) : null,
      entry.state === "value" ? null : entry.state,
      cell.asOf,
      cell.isEstimate ? 1 : null,
      note,
    ];
  }
  // Notes beside cells without a figure.
  for (const { elementId, unitId, text } of notes.values()) {
    const element = elementCodes.get(elementId);
    const unit = codeOf.get(unitId);
    if (element !== undefined && unit !== undefined)
      yield [unit, element, period.code, null, null, null, null, text];
  }
}

/** A number without marks that another program could misread; a choice or a score in its words. */
function valueText(
  entry: EntryValue & { readonly state: "value" },
  { type }: DataElement,
  { code }: Period,
): string {
  return type === "count" || type === "money"
    ? String(entry.value)
    : formatEntry(entry, type, gradeWordsOf(code));
}

function inTime(left: Period, right: Period): number {
  return left.startOn.localeCompare(right.startOn) || left.endOn.localeCompare(right.endOn);
}
