// Takes one collected answer back, unless somebody has changed the cell or its note since.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Act } from "../../database/queries/audit.ts";
import {
  type CellKey,
  type EntrySource,
  findEntry,
  findNote,
  setNote,
  writeEntry,
} from "../../database/queries/entries.ts";
import type { Workspace } from "../workspace.ts";

/** What stood in a cell before an answer was written; what the answer left alone is absent. */
export interface AnswerBefore {
  readonly entry?: EntryValue | null;
  readonly isEstimate?: boolean;
  readonly asOf?: string | null;
  readonly source?: EntrySource;
  readonly note?: string | null;
}

export interface AnswerAfter {
  readonly entry?: EntryValue;
  readonly note?: string;
}

/** Call inside a transaction; a conflict makes the caller roll everything back. */
export function undoAnswer(
  workspace: Workspace,
  change: { readonly key: string; readonly before: string | null; readonly after: string | null },
  act: Act,
): { readonly conflict?: string; readonly period?: string } {
  const { db } = workspace;
  const { period, label, ...key } = JSON.parse(change.key) as CellKey & { period: string; label: string };
  const before = JSON.parse(change.before ?? "{}") as AnswerBefore;
  const after = JSON.parse(change.after ?? "{}") as AnswerAfter;
  const stored = findEntry(db, key);
  const isEntryAsLeft =
    after.entry === undefined ||
    (JSON.stringify(stored?.entry ?? null) === JSON.stringify(after.entry) &&
      stored?.isEstimate === false &&
      stored.asOf === null);
  const isNoteAsLeft = after.note === undefined || findNote(db, key) === after.note;
  if (!isEntryAsLeft || !isNoteAsLeft) return { conflict: label };
  if (before.entry !== undefined)
    writeEntry(
      db,
      key,
      {
        entry: before.entry,
        isEstimate: before.isEstimate ?? false,
        asOf: before.asOf ?? null,
        source: before.source ?? "imported",
      },
      act,
    );
  if (before.note !== undefined) setNote(db, key, before.note, act);
  return { period };
}
