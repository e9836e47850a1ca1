// Cells written from another part of the window than the one that shows them: the sheet takes them over, and a list
// that counts is read again.
import type { WrittenCell } from "../../shared/contract/incidents.ts";

type Listener = (cells: readonly WrittenCell[], by: object) => void;

const listeners = new Set<Listener>();

/**
 * Tells every part of the window which cells were written, as they stand now.
 * @param by who tells: it knows already, and its own subscription can pass over what it hears
 */
export function tellWritten(cells: readonly WrittenCell[], by: object): void {
  for (const listener of listeners) listener(cells, by);
}

/** @returns ends the subscription */
export function subscribeWritten(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
