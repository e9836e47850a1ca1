// How the sheet that is open stands with what was typed into it: the header says the same as the page.

interface SheetState {
  readonly isSaving: boolean;
  /** Cells with a text that was refused and is stored nowhere. */
  readonly refused: number;
}

const NO_SHEET: SheetState = { isSaving: false, refused: 0 };
const listeners = new Set<() => void>();
let state = NO_SHEET;

export function sheetState(): SheetState {
  return state;
}

/** @param next null when the sheet is closed */
export function setSheetState(next: SheetState | null): void {
  state = next ?? NO_SHEET;
  for (const listener of listeners) listener();
}

export function subscribeSheetState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
