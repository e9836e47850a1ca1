// What happens in one history. Every event carries its own choices, so that any of them can be left out and the rest still
// means something: that is how a failing history is made short.
import { Chance } from "./chance.ts";

export const VERDICTS = ["accept", "warn", "return", "leave"] as const;
/** `leave` is leave to correct: a return without remarks. */
export type VerdictName = (typeof VERDICTS)[number];

interface Choice {
  /** Chooses among whatever there is at that moment; which, is up to the event. */
  readonly n: number;
}

interface OfComputer {
  /** Which of all computers of all units; taken modulo how many there are. */
  readonly pc: number;
}

export type Event = { readonly day: number } & (
  | ({ readonly kind: "send"; readonly value: number } & OfComputer & Choice)
  | ({ readonly kind: "arrive"; readonly isLost: boolean; readonly verdict: VerdictName } & Choice)
  | ({ readonly kind: "again"; readonly verdict: VerdictName } & Choice)
  | { readonly kind: "retry" }
  | ({ readonly kind: "answer"; readonly verdict: VerdictName } & Choice)
  | ({ readonly kind: "hear"; readonly isLost: boolean } & OfComputer & Choice)
  | ({ readonly kind: "list" } & OfComputer)
  | ({ readonly kind: "rekey"; readonly how: "vouched" | "retired" | "revoked" } & OfComputer)
  | { readonly kind: "provinceKey" }
  | ({ readonly kind: "backup" } & OfComputer)
  | ({ readonly kind: "restore" } & OfComputer)
  | ({ readonly kind: "noReceipt" } & OfComputer)
  | ({ readonly kind: "copy" } & OfComputer)
  | ({ readonly kind: "odd" } & OfComputer & Choice)
);

export interface Size {
  /** 1–99. */
  readonly units: number;
  /** Months reported, 1–12. */
  readonly periods: number;
}

/** For each report some: to send it, carry it, hear of it, correct it. */
const EVENTS_A_REPORT = 7;

export function historyOf(seed: number, size: Size): Event[] {
  const chance = new Chance(seed);
  const pcs = computersOf(size).length;
  // What a copied database sends has no order to compare with: two histories of three do without.
  const copies = seed % 3 === 1 ? 20 : 0;
  return Array.from({ length: size.units * size.periods * EVENTS_A_REPORT }, () =>
    eventOf(chance, pcs, copies),
  );
}

/** The unit of each computer: the second of every three has two. */
export function computersOf({ units }: Size): number[] {
  return Array.from({ length: units }, (_, unit) => (unit % 3 === 1 ? [unit, unit] : [unit])).flat();
}

function eventOf(chance: Chance, pcs: number, copies: number): Event {
  const kind = chance.weighted<Event["kind"]>([
    [240, "send"],
    [240, "arrive"],
    [60, "again"],
    [40, "retry"],
    [40, "answer"],
    [260, "hear"],
    [60, "list"],
    [14, "rekey"],
    [2, "provinceKey"],
    [20, "backup"],
    [12, "restore"],
    [8, "noReceipt"],
    [copies, "copy"],
    [20, "odd"],
  ]);
  // A clock that is years wrong changes nothing (security.md F7).
  const day = chance.below(1400) - 700;
  const pc = chance.below(pcs * 2);
  const n = chance.below(1 << 20);
  const isLost = chance.once(12);
  const verdict = chance.weighted<VerdictName>([
    [60, "accept"],
    [10, "warn"],
    [25, "return"],
    [5, "leave"],
  ]);
  switch (kind) {
    case "send":
      return { kind, day, pc, n, value: chance.below(5000) };
    case "arrive":
      return { kind, day, n, isLost, verdict };
    case "again":
    case "answer":
      return { kind, day, n, verdict };
    case "hear":
      return { kind, day, pc, n, isLost };
    case "rekey":
      return {
        kind,
        day,
        pc,
        how: (["vouched", "vouched", "retired", "revoked"] as const)[n % 4] ?? "vouched",
      };
    case "odd":
      return { kind, day, pc, n };
    case "retry":
    case "provinceKey":
      return { kind, day };
    default:
      return { kind, day, pc };
  }
}
