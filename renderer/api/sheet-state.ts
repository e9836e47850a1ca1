// How the sheet that is open stands with what was typed into it: the header says the same as the page.
import type { OpenedForm, UnsavedCells } from "../../shared/contract/entries.ts";

interface OpenSheet {
  /** What it shows. */
  readonly form: Pick<OpenedForm, "period" | "isOwn" | "columns">;
}

interface SheetState {
  readonly isSaving: boolean;
  /** Cells with a text that was refused and is stored nowhere. */
  readonly refused: number;
  readonly sheet: OpenSheet;
}

const listeners = new Set<() => void>();
let state: SheetState | null = null;

/** null: no sheet is open. */
export function sheetState(): SheetState | null {
  return state;
}

export function setSheetState(next: SheetState): void {
  tell(next);
}

/** A sheet was closed and everything of it has arrived; another may be open by then. */
export function endSheetState(sheet: OpenSheet): void {
  if (state?.sheet === sheet) tell(null);
}

function tell(next: SheetState | null): void {
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
  open: OpenSheet | undefined,
): readonly UnsavedCells[] {
  if (open === undefined) return cells;
  const { period, isOwn, columns } = open.form;
  return cells.filter(
    (kept) =>
      kept.period !== period ||
      (kept.sheet === "own") !== isOwn ||
      !columns.some(({ element }) => element === kept.element),
  );
}
