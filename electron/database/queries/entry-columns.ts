// How the figure of a cell stands in its columns.
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";

export interface CellKey {
  readonly periodId: number;
  readonly elementId: number;
  readonly unitId: number;
}

export const ENTRY_SOURCES = ["typed", "pasted", "imported", "bundle"] as const;

export type EntrySource = (typeof ENTRY_SOURCES)[number];

export function stateOf(entry: EntryValue): number {
  return ENTRY_STATES.indexOf(entry.state);
}

export function valueOf(entry: EntryValue): number | null {
  return entry.state === "value" ? entry.value : null;
}

export function toEntry(state: number, value: number | null): EntryValue {
  if (value !== null) return { state: "value", value };
  return state === 1
    ? { state: "noOccurrence" }
    : state === 2
      ? { state: "notApplicable" }
      : { state: "notCollected" };
}
