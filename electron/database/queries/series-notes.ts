// Breaks in series that the office has written down itself.
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

interface SeriesNoteRow {
  readonly id: number;
  readonly effectiveOn: string;
  /** Null: every element. */
  readonly elementId: number | null;
  readonly text: string;
  readonly author: string;
}

/** Those that hold, in time order. */
export function listSeriesNotes(db: Database): SeriesNoteRow[] {
  return all(
    db,
    "SELECT id, effective_on AS effectiveOn, element_id AS elementId, text, author FROM series_note WHERE withdrawn_at IS NULL ORDER BY effective_on, id",
  );
}

export function insertSeriesNote(db: Database, note: Omit<SeriesNoteRow, "id">, at: string): number {
  return run(
    db,
    "INSERT INTO series_note (effective_on, element_id, text, author, at) VALUES (?, ?, ?, ?, ?)",
    note.effectiveOn,
    note.elementId,
    note.text,
    note.author,
    at,
  ).id;
}

/** @returns whether the note held until now */
export function withdrawSeriesNote(db: Database, id: number, at: string): boolean {
  return (
    run(db, "UPDATE series_note SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL", at, id).changes >
    0
  );
}
