// A programme while it is written: any field may still be blank (domain.md §h story 2).
import type { Indicator, Quantity } from "../indicator.ts";
import type { Sector } from "../org-unit.ts";
import type { Programme } from "../programme.ts";
import { NO_FORMULA, type Target, type TargetValue } from "../target.ts";

export interface DraftIndicator extends Omit<Indicator, "numerator"> {
  readonly numerator: Quantity | null;
}
interface DraftValue extends Omit<TargetValue, "amount"> {
  readonly amount: number | null;
}
export interface DraftTarget extends Omit<Target, "indicator" | "value" | "verdicts"> {
  readonly indicator: DraftIndicator;
  readonly value: DraftValue;
}
export interface DraftProgramme extends Omit<Programme, "targets"> {
  readonly targets: readonly DraftTarget[];
}

/** @param year first year of its term */
export function blankProgramme(code: string, issuer: string, year: number): DraftProgramme {
  return {
    code,
    source: "",
    title: "",
    titleEnglish: "",
    issuer,
    symbol: null,
    issuedOn: null,
    term: { from: year, to: year },
    state: "draft",
    lastValidOn: null,
    legalBases: [],
    contentBlocks: [],
    targetGroups: [],
    taskGroups: [],
    tasks: [],
    targets: [],
    results: [],
    steeringCommittee: null,
    notes: [],
  };
}

/**
 * A lower level's own programme from that of the level above: the same targets under the same ids, so that each can be
 * compared; number, date, committee and past results are its own. The parent becomes its first legal basis.
 */
export function derivedProgramme(parent: Programme, code: string, issuer: string): DraftProgramme {
  return {
    ...blankProgramme(code, issuer, parent.term.from),
    derivedFrom: parent.code,
    title: parent.title,
    term: parent.term,
    legalBases: [
      { symbol: parent.symbol, date: parent.issuedOn, issuer: parent.issuer, subject: parent.title },
      ...parent.legalBases,
    ],
    contentBlocks: parent.contentBlocks,
    targetGroups: parent.targetGroups,
    taskGroups: parent.taskGroups,
    tasks: parent.tasks,
    targets: parent.targets.map(({ verdicts: _, ...target }) => target),
  };
}

/** The next free id of the form `T01`. */
export function nextTargetId(targets: readonly { readonly id: string }[]): string {
  const taken = new Set(targets.map(({ id }) => id));
  for (let number = targets.length + 1; ; number += 1) {
    const id = `T${String(number).padStart(2, "0")}`;
    if (!taken.has(id)) return id;
  }
}

/** `T05` → `T05b`, or the next free letter; a letter already there is replaced. */
export function siblingId(id: string, targets: readonly { readonly id: string }[]): string {
  const taken = new Set(targets.map((target) => target.id));
  const stem = id.replace(/(?<=\d)[a-z]$/, "");
  const letter = "bcdefghijklmnopqrstuvwxyz".split("").find((candidate) => !taken.has(`${stem}${candidate}`));
  return letter === undefined ? nextTargetId(targets) : `${stem}${letter}`;
}

export function blankTarget(id: string): DraftTarget {
  return {
    id,
    group: null,
    title: "",
    titleEnglish: "",
    measureUnit: "",
    indicator: { shape: "PEOPLE_SHARE", population: "grassroots", numerator: null, policy: "all" },
    comparator: "gte",
    value: { scale: "percent", amount: null },
    time: { kind: "annual", stated: true },
  };
}

/** The same indicator at the end of the term, beside the annual value: a second target, its value still to be given. */
export function endOfTermTarget(target: DraftTarget, id: string, lastYear: number): DraftTarget {
  const { revisions: _, ofWhich: __, ...rest } = target;
  const { upper: ___, ...value } = rest.value;
  return {
    ...rest,
    id,
    comparator: rest.comparator === "range" ? "gte" : rest.comparator,
    value: { ...value, amount: null },
    time: { kind: "byYear", year: lastYear, since: "year" },
  };
}

/** The same target asked of one sector only; what else narrows it stays. */
export function sectorTarget(target: DraftTarget, id: string, sector: Sector): DraftTarget {
  return {
    ...target,
    id,
    indicator: { ...target.indicator, segment: { ...target.indicator.segment, sectors: [sector] } },
  };
}

/** A part of it ("trong đó"): the same measure and time, its formula and value still to be given. */
export function partTarget(target: DraftTarget, id: string): DraftTarget {
  const { revisions: _, note: __, ...rest } = target;
  const { upper: ___, ...value } = rest.value;
  return {
    ...rest,
    id,
    title: "",
    titleEnglish: "",
    ofWhich: target.id,
    comparator: rest.comparator === "range" ? "gte" : rest.comparator,
    value: { ...value, amount: null },
  };
}

/** Judged by a person, without a formula; or with one again. */
export function asQualitative(target: DraftTarget, isQualitative: boolean): DraftTarget {
  const { qualitative: _, ...rest } = target;
  if (!isQualitative) return { ...blankTarget(target.id), ...pickText(target) };
  return {
    ...rest,
    qualitative: true,
    measureUnit: "",
    indicator: NO_FORMULA,
    comparator: "eq",
    value: { scale: "percent", amount: 10_000 },
  };
}

function pickText({ group, title, titleEnglish, time, taskGroup, note }: DraftTarget) {
  return {
    group,
    title,
    titleEnglish,
    time,
    ...(taskGroup === undefined ? {} : { taskGroup }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A target under another id; parts of it follow. */
export function renamedTarget(targets: readonly DraftTarget[], from: string, to: string): DraftTarget[] {
  return targets.map((target) => ({
    ...target,
    id: target.id === from ? to : target.id,
    ...(target.ofWhich === from ? { ofWhich: to } : {}),
  }));
}

/** Without one target; parts of it become targets of their own. */
export function withoutTarget(targets: readonly DraftTarget[], id: string): DraftTarget[] {
  return targets.flatMap((target) => {
    if (target.id === id) return [];
    if (target.ofWhich !== id) return [target];
    const { ofWhich: _, ...whole } = target;
    return [whole];
  });
}

/** Without the target group at a position; the groups after it move up, and targets follow their group by its number. */
export function withoutTargetGroup(draft: DraftProgramme, index: number): DraftProgramme {
  const kept = draft.targetGroups.filter((_, position) => position !== index);
  const numbers = new Map(kept.map(({ number }, position) => [number, position + 1]));
  return {
    ...draft,
    targetGroups: kept.map((group, position) => ({ ...group, number: position + 1 })),
    targets: draft.targets.map((target) => ({
      ...target,
      group: target.group === null ? null : (numbers.get(target.group) ?? null),
    })),
  };
}
