// An office held in memory, judged by the targets of the built-in programmes or by ones a test makes up.
import { DATA_ELEMENTS } from "../../catalogue/elements.ts";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import type { EntryState } from "../entry.ts";
import type { DenominatorPolicy, Indicator } from "../indicator.ts";
import { periodOf } from "../period.ts";
import type { Programme } from "../programme.ts";
import type { Target } from "../target.ts";
import { Evaluator, type Judgement } from "./evaluate-target.ts";
import type { UnitFacts } from "./figures.ts";
import { type MemoryEntry, type MemoryOffice, memorySource } from "./memory-source.ts";

export const ELEMENTS = new Map(DATA_ELEMENTS.map((element) => [element.code, element]));

export function unit(uid: string, more: Partial<UnitFacts> = {}): UnitFacts {
  return {
    uid,
    employerType: "privateEnterprise",
    sector: "nonState",
    workforce: null,
    establishedOn: "2010-01-01",
    endedOn: null,
    isGradeEligible: true,
    ...more,
  };
}

export const SELF = unit("self", { employerType: null, sector: null });

/** So many unions `u0`, `u1` … */
export function units(count: number, more: Partial<UnitFacts> = {}): UnitFacts[] {
  return Array.from({ length: count }, (_, index) => unit(`u${index}`, more));
}

/** What `u0`, `u1` … say of one element in one period; null says nothing. */
export function row(
  element: string,
  period: string,
  figures: readonly (number | Exclude<EntryState, "value"> | null)[],
): MemoryEntry[] {
  return figures.flatMap((figure, index) =>
    figure === null ? [] : [entryOf(`u${index}`, element, period, figure)],
  );
}

/** What the office says about itself. */
export function own(element: string, period: string, figure: number): MemoryEntry {
  return entryOf("self", element, period, figure);
}

function entryOf(
  uid: string,
  element: string,
  period: string,
  figure: number | Exclude<EntryState, "value">,
): MemoryEntry {
  const entry = typeof figure === "number" ? ({ state: "value", value: figure } as const) : { state: figure };
  return { unit: uid, element, period, entry };
}

/** A target of the five programmes, by its number in domain.md §b. */
export function builtIn(id: string): Target {
  const target = PROGRAMMES.flatMap(({ targets }) => targets).find((candidate) => candidate.id === id);
  if (!target) throw new RangeError(`builtIn: ${id}`);
  return target;
}

/** "At least 90 %, every year" of an indicator, unless said otherwise. */
export function targetOf(indicator: Indicator, more: Partial<Target> = {}): Target {
  return {
    id: "T",
    group: null,
    title: "",
    titleEnglish: "",
    measureUnit: "",
    indicator,
    comparator: "gte",
    value: { scale: "percent", amount: 9000 },
    time: { kind: "annual", stated: false },
    ...more,
  };
}

interface Options {
  readonly allocated?: number;
  readonly policy?: DenominatorPolicy;
  readonly lastValidOn?: string;
  /** Of a target a test makes up; 2021 to 2025 unless said. */
  readonly term?: Programme["term"];
}

export function explain(
  target: Target,
  period: string,
  office: Partial<MemoryOffice>,
  { lastValidOn, term, ...options }: Options = {},
): Judgement {
  const source = memorySource({ units: [], self: SELF, elements: ELEMENTS, entries: [], ...office });
  const home = PROGRAMMES.find(({ targets }) => targets.includes(target));
  const programme = {
    term: term ?? home?.term ?? { from: 2021, to: 2025 },
    lastValidOn: lastValidOn ?? null,
  };
  return new Evaluator(source).explain(programme, target, periodOf(period), options);
}

export function judge(...given: Parameters<typeof explain>): Judgement["evaluation"] {
  return explain(...given).evaluation;
}
