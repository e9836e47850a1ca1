// What is known of one unit, element and period (design.md §4, domain.md §c.1 "Value states").

export const ENTRY_STATES = ["value", "noOccurrence", "notApplicable", "notCollected"] as const;
/** Missing is the absence of an entry; it is never stored and never read as zero. */
export type EntryState = (typeof ENTRY_STATES)[number];

export type StateWithoutValue = Exclude<EntryState, "value">;

export const STATES_WITHOUT_VALUE: readonly StateWithoutValue[] = ENTRY_STATES.filter(
  (state): state is StateWithoutValue => state !== "value",
);

export type EntryValue =
  | { readonly state: "value"; readonly value: number }
  | { readonly state: StateWithoutValue };

/** The number an entry contributes to a sum, or `undefined` when it contributes none. "Không phát sinh" is a known zero. */
export function contribution(entry: EntryValue): number | undefined {
  if (entry.state === "value") return entry.value;
  return entry.state === "noOccurrence" ? 0 : undefined;
}
