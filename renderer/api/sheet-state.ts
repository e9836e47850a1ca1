// How the sheet that is open stands with what was typed into it: the header says the same as the page.
import type { OpenedForm, UnsavedCells } from "../../shared/contract/entries.ts";

interface SheetState {
  readonly isSaving: boolean;
  /** Cells with a text that was refused and is stored nowhere. */
  readonly refused: number;
  /** What the sheet shows. */
  readonly form: Pick<OpenedForm, "period" | "isOwn" | "columns">;
}

const listeners = new Set<() => void>();
let state: SheetState | null = null;

/** null: no sheet is open. */
export function sheetState(): SheetState | null {
  return state;
}

/** @param next null when the sheet is closed */
export function setSheetState(next: SheetState | null): void {
  state = next;
  for (const listener of listeners) listener();
}

export function subscribeSheetState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Of the unsaved cells of the office those of other sheets: of its own the one that is open knows first. */
export function elsewhere(
  cells: readonly UnsavedCells[],
  open: Pick<SheetState, "form"> | null,
): readonly UnsavedCells[] {
  if (open === null) return cells;
  const { period, isOwn, columns } = open.form;
  return cells.filter(
    (kept) =>
      kept.period !== period ||
      (kept.sheet === "own") !== isOwn ||
      !columns.some(({ element }) => element === kept.element),
  );
}
