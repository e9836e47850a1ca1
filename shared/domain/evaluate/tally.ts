// Adding up: what is known, what is missing, and how low and how high the missing could still take it.
// Over 300 lines because the shapes of sum stand side by side: each has its own function, and all end in one Tally.
import type { CountedRegister, UnitContribution, WithoutWhole } from "../evaluation.ts";
import type { DenominatorPolicy, Indicator, Quantity, UnitCondition } from "../indicator.ts";
import type { Columns } from "./columns.ts";
import type { Fraction } from "./comparison.ts";
import { type Answer, answerOf, elementsOf, isInSegment, segmentAnswer } from "./conditions.ts";
import { type FigureSource, isAlive, type Standing, type UnitFacts } from "./figures.ts";
import type { Window } from "./window.ts";

export interface Tally {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly unitsCounted: number;
  readonly unitsMissing: number;
  /** Units that have not said it and are not asked for it yet in this year. */
  readonly unitsNotDue: number;
  /** Units that have said anything of what is counted. */
  readonly unitsReporting: number;
  /** False when the numerator is made of nothing: then it is not 0, there is none. */
  readonly hasFigure: boolean;
  /** Extremes the units that have not answered allow; null = no bound. Equal to the figure itself when all have. */
  readonly lowest: Fraction | null;
  readonly highest: Fraction | null;
  /** Some unit is short of its whole: where all of it is asked for, no missing unit can make up for it. */
  readonly hasShortfall?: boolean;
  /** Of a ratio of sums: what is known of the numerator and does not stand in it, because no denominator stands beside it. */
  readonly withoutWhole?: WithoutWhole;
  /** Counted from a register of the office: nobody is asked to report it. */
  readonly register?: CountedRegister;
  readonly parts: readonly Part[];
}

/** What one unit adds; index as in the source, the office itself last. */
export interface Part {
  readonly index: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly standing: UnitContribution["standing"];
}

/** Whether all that is asked of anyone is not due yet in this year. */
export function isNotDue({ unitsCounted, unitsMissing, unitsNotDue }: Tally): boolean {
  return unitsNotDue > 0 && unitsCounted === 0 && unitsMissing === 0;
}

interface TallyContext {
  readonly source: FigureSource;
  readonly columns: Columns;
  readonly window: Window;
  readonly policy: DenominatorPolicy;
}

/** Adds an indicator up over its population. */
export function tallyOf(indicator: Indicator, context: TallyContext): Tally {
  const { numerator } = indicator;
  switch (numerator.kind) {
    case "countUnits":
      return tallyAnswers(indicator, numerator, context);
    case "countEmployers":
      return tallyEmployers(numerator, context);
    case "countEstablished":
      return tallyEstablished(numerator, context);
    case "netChange":
      return tallyNetChange(indicator, numerator, context);
    case "sum":
      return tallySums(indicator, numerator, context);
  }
}

/**
 * Indices of the units an indicator looks at.
 *
 * @param when at: those alive on the last day · during: those alive on any day of the window
 * @param isInPopulation by default those that certainly belong to the segment
 */
function population(
  indicator: Indicator,
  { source, window }: TallyContext,
  when: "at" | "during",
  isInPopulation = (unit: UnitFacts) => isInSegment(unit, indicator.segment, source),
): number[] {
  const self = source.units.length;
  if (indicator.population === "self") return [self];
  const from =
    when === "at"
      ? window.period.endOn
      : window.kind === "period"
        ? window.period.startOn
        : `${window.firstYear}-01-01`;
  const isThere = (unit: UnitFacts) =>
    when === "at"
      ? isAlive(unit, from)
      : (unit.establishedOn ?? "0000") <= window.period.endOn && (unit.endedOn ?? "9999") >= from;
  const indices: number[] = [];
  source.units.forEach((unit, index) => {
    if (isThere(unit) && isInPopulation(unit)) indices.push(index);
  });
  if (indicator.population === "grassrootsAndSelf") indices.push(self);
  return indices;
}

function unitAt(source: FigureSource, index: number): UnitFacts {
  return source.units[index] ?? source.self;
}

function tallyAnswers(
  indicator: Indicator,
  quantity: Extract<Quantity, { kind: "countUnits" }>,
  context: TallyContext,
): Tally {
  const { source, columns, window, policy } = context;
  const { where } = quantity;
  const below = indicator.denominator?.kind === "countUnits" ? indicator.denominator.where : undefined;
  let yes = 0;
  let counted = 0;
  let unknown = 0;
  let notDue = 0;
  // Their answer is known, but not whether they are asked: they can only add what they said, or nothing.
  const perhaps = { yes: 0, no: 0 };
  const parts: Part[] = [];
  const belongs = (unit: UnitFacts) => segmentAnswer(unit, indicator.segment, source);
  for (const index of population(indicator, context, "at", (unit) => belongs(unit) !== "no")) {
    const isBelow = below ? answerOf(below, index, columns, window) : "yes";
    // A union whose kind the register does not say may or may not be asked.
    const isAsked =
      isBelow === "yes" && index < source.units.length ? belongs(unitAt(source, index)) : isBelow;
    if (isAsked === "no" || isAsked === "notApplicable") {
      parts.push({ index, numerator: null, denominator: null, standing: "notApplicable" });
      continue;
    }
    const own = where ? answerOf(where, index, columns, window) : "yes";
    // Of who reported, half an answer is none, though it be enough for a yes: those whose half is not are left out, too.
    const isHalf = policy === "reported" && where !== undefined && isHalfSaid(where, index, context);
    // Who may not even belong to the denominator can neither be counted for nor against.
    const answer = (isAsked === "unknown" || isHalf) && own !== "notApplicable" ? "unknown" : own;
    const isEligible =
      policy !== "eligible" || where?.kind !== "gradeIn" || unitAt(source, index).isGradeEligible;
    if (answer === "notApplicable") {
      parts.push({ index, numerator: null, denominator: null, standing: "notApplicable" });
    } else if (!isEligible || (answer === "notGraded" && policy === "eligible")) {
      parts.push({ index, numerator: null, denominator: null, standing: "notEligible" });
    } else if (answer === "notGraded" && policy !== "all") {
      parts.push({ index, numerator: null, denominator: null, standing: "notGraded" });
    } else if (answer === "unknown" && (policy === "reported" || policy === "gradedOnly")) {
      parts.push({ index, numerator: null, denominator: null, standing: "notReported" });
    } else if (answer === "unknown") {
      unknown += 1;
      if (own === "yes" || own === "no") perhaps[own] += 1;
      parts.push({ index, numerator: null, denominator: 1, standing: "missing" });
    } else if (answer === "notDue") {
      notDue += 1;
      parts.push({ index, numerator: null, denominator: 1, standing: "notDue" });
    } else {
      counted += 1;
      if (answer === "yes") yes += 1;
      parts.push({ index, numerator: answer === "yes" ? 1 : 0, denominator: 1, standing: "counted" });
    }
  }
  // Only who answered stands in the denominator of what was reported.
  const open = policy === "reported" || policy === "gradedOnly" ? unknown : unknown + notDue;
  const denominator = counted + open;
  return {
    numerator: yes,
    denominator,
    unitsCounted: counted,
    unitsMissing: unknown,
    unitsNotDue: notDue,
    unitsReporting: counted,
    hasFigure: counted > 0,
    lowest: { numerator: yes, denominator: denominator - perhaps.yes },
    highest: { numerator: yes + open - perhaps.no, denominator: denominator - perhaps.no },
    parts,
  };
}

/** Whether a unit has yet to say something that a condition asks of it. */
function isHalfSaid(where: UnitCondition, index: number, context: TallyContext): boolean {
  const { standing } = sumOf(elementsOf(where), index, context);
  return standing === "missing" || standing === "partial";
}

function tallySums(
  indicator: Indicator,
  quantity: Extract<Quantity, { kind: "sum" }>,
  context: TallyContext,
): Tally {
  const graded = context.policy === "gradedOnly" ? indicator.gradedDenominator : undefined;
  const below = graded ?? indicator.denominator;
  if (below?.kind === "sum") return tallyRatio(indicator, quantity.elements, below.elements, context);
  const flows = tallyFlow(indicator, quantity.elements, context);
  if (below === undefined) return flows;
  const { certain, unsure } = unitsBelow(indicator, below, context);
  if (context.policy === "reported") return meanOfReported(flows, certain, unsure);
  const most = certain.size + unsure.size;
  const parts = flows.parts.map((part) => (unsure.has(part.index) ? asMissing(part) : part));
  const missing = parts.filter(({ standing }) => standing === "missing").length;
  const over = (fraction: Fraction | null, denominator: number) =>
    fraction === null ? null : { numerator: fraction.numerator, denominator };
  return {
    ...flows,
    denominator: certain.size,
    unitsCounted: flows.unitsCounted + flows.unitsMissing - missing,
    unitsMissing: missing,
    lowest: over(flows.lowest, most),
    // Without any unit below there is nothing to divide by; the fewest that make a figure are one.
    highest: over(flows.highest, Math.max(certain.size, Math.min(most, 1))),
    parts,
  };
}

/** Of who answered it all, above and below: who answered a part of it stands in neither. */
function meanOfReported(flows: Tally, certain: ReadonlySet<number>, unsure: ReadonlySet<number>): Tally {
  const parts = flows.parts.map((part): Part => {
    if (part.standing === "counted" && !unsure.has(part.index)) return part;
    const isLeftOut = part.standing === "counted" || part.standing === "missing";
    return { ...part, numerator: null, standing: isLeftOut ? "notReported" : part.standing };
  });
  const counted = parts.filter(({ standing }) => standing === "counted");
  const mean = {
    numerator: counted.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
    denominator: counted.filter(({ index }) => certain.has(index)).length,
  };
  return {
    ...flows,
    ...mean,
    unitsCounted: counted.length,
    unitsMissing: 0,
    hasFigure: counted.length > 0,
    lowest: mean,
    highest: mean,
    parts,
  };
}

function asMissing(part: Part): Part {
  return part.standing === "counted" ? { ...part, standing: "missing" } : part;
}

/** Units that stand in a denominator: all of the population, or those that meet its condition, and those that may. */
function unitsBelow(
  indicator: Indicator,
  below: Quantity,
  context: TallyContext,
): { certain: ReadonlySet<number>; unsure: ReadonlySet<number> } {
  const units = population(indicator, context, "at");
  const where = below.kind === "countUnits" ? below.where : undefined;
  if (!where) return { certain: new Set(units), unsure: new Set() };
  const answered = (wanted: Answer) =>
    new Set(units.filter((index) => answerOf(where, index, context.columns, context.window) === wanted));
  return { certain: answered("yes"), unsure: answered("unknown") };
}

/** A plain sum over every unit that existed in the window. What is partly known is a lower bound; there is no upper one. */
function tallyFlow(indicator: Indicator, elements: readonly string[], context: TallyContext): Tally {
  let sum = 0;
  let counted = 0;
  let missing = 0;
  let notDue = 0;
  let begun = 0;
  let partial = 0;
  const parts: Part[] = [];
  for (const index of population(indicator, context, "during")) {
    const { value, standing, isBegun } = sumOf(elements, index, context);
    sum += value;
    if (isBegun && standing !== "notApplicable") begun += 1;
    if (standing === "notApplicable") {
      parts.push({ index, numerator: null, denominator: null, standing: "notApplicable" });
    } else if (standing === "notDue") {
      notDue += 1;
      parts.push({ index, numerator: isBegun ? value : null, denominator: null, standing: "notDue" });
    } else if (standing === "known") {
      counted += 1;
      parts.push({ index, numerator: value, denominator: null, standing: "counted" });
    } else {
      missing += 1;
      if (standing === "partial") partial += 1;
      parts.push({
        index,
        numerator: standing === "partial" ? value : null,
        denominator: null,
        standing: "missing",
      });
    }
  }
  const known = { numerator: sum, denominator: null };
  return {
    ...known,
    unitsCounted: counted,
    unitsMissing: missing,
    unitsNotDue: notDue,
    unitsReporting: begun,
    hasFigure: begun > 0,
    lowest: known,
    // Who has said nothing is not waited for; who has begun may still add to it.
    highest: (context.policy === "reported" ? partial : missing + notDue) === 0 ? known : null,
    parts,
  };
}

/**
 * Σ over Σ, divided once. A unit whose denominator is known stands in it even when its numerator is not; one whose
 * denominator is missing stands in neither. Parts never exceed their whole, and a whole that is missing is bounded by
 * the headcount in the register, where that is known and people are counted.
 */
function tallyRatio(
  indicator: Indicator,
  above: readonly string[],
  below: readonly string[],
  context: TallyContext,
): Tally {
  const { source, policy } = context;
  const isEvents = indicator.shape === "EVENT_SHARE";
  const isPeople = indicator.shape === "PEOPLE_SHARE";
  let numerator = 0;
  let denominator = 0;
  let counted = 0;
  let missing = 0;
  let notDue = 0;
  let begun = 0;
  // What the missing add to the figures of the others at worst and at best.
  const worst = { above: 0, below: 0, isBounded: true };
  const best = { above: 0, below: 0, isBounded: true };
  let hasFigure = false;
  let hasShortfall = false;
  const withoutWhole = { units: 0, numerator: 0 };
  const leaveOut = (value: number) => {
    if (value === 0) return;
    withoutWhole.units += 1;
    withoutWhole.numerator += value;
  };
  if (!isEvents)
    for (const index of endedWithin(indicator, context)) leaveOut(sumOf(above, index, context).value);
  const parts: Part[] = [];
  for (const index of population(indicator, context, isEvents ? "during" : "at")) {
    const n = sumOf(above, index, context);
    const d = sumOf(below, index, context);
    if (n.standing === "notApplicable" || d.standing === "notApplicable") {
      parts.push({ index, numerator: null, denominator: null, standing: "notApplicable" });
      continue;
    }
    if (n.isBegun) begun += 1;
    if (n.isBegun && (d.standing === "known" || d.standing === "partial")) hasFigure = true;
    if (n.standing === "known" && d.standing === "known") {
      counted += 1;
      if (n.value < d.value) hasShortfall = true;
      numerator += n.value;
      denominator += d.value;
      parts.push({ index, numerator: n.value, denominator: d.value, standing: "counted" });
      continue;
    }
    const standing = isSure(n.standing) && isSure(d.standing) ? "notDue" : "missing";
    if (standing === "notDue") notDue += 1;
    if (policy === "reported") {
      const left = standing === "missing" ? "notReported" : standing;
      parts.push({ index, numerator: null, denominator: null, standing: left });
      leaveOut(n.value);
      continue;
    }
    if (standing === "missing") missing += 1;
    const isBelowKnown = d.standing === "known";
    const hasBelow = isBelowKnown || d.standing === "partial";
    const known = { above: hasBelow ? n.value : 0, below: d.value };
    leaveOut(n.value - known.above);
    numerator += known.above;
    denominator += known.below;
    const least = Math.max(n.value, d.value);
    const register = isPeople ? unitAt(source, index).workforce : null;
    const most = isBelowKnown ? d.value : register === null ? null : Math.max(register, least);
    if (most === null) worst.isBounded = false;
    worst.above += n.value - known.above;
    worst.below += (most ?? least) - known.below;
    // A known part is the larger share the smaller its whole; an unknown one may be the whole, the larger the better.
    const isAboveKnown = n.standing === "known";
    if (most === null && !isAboveKnown) best.isBounded = false;
    best.above += (isAboveKnown ? n.value : Math.max(most ?? least, n.value)) - known.above;
    best.below += (isAboveKnown ? least : (most ?? least)) - known.below;
    // What stands in the sums, so that the parts add up to them: for a part of the time, when no more is known.
    parts.push({
      index,
      numerator: isSilent(n.standing) || isSilent(d.standing) ? null : known.above,
      denominator: isSilent(d.standing) ? null : known.below,
      standing,
    });
  }
  const withMissing = (added: typeof worst): Fraction | null =>
    added.isBounded ? { numerator: numerator + added.above, denominator: denominator + added.below } : null;
  return {
    numerator,
    denominator,
    unitsCounted: counted,
    unitsMissing: missing,
    unitsNotDue: notDue,
    unitsReporting: begun,
    hasFigure: policy === "reported" ? counted > 0 : hasFigure,
    lowest: withMissing(worst),
    highest: withMissing(best),
    hasShortfall,
    withoutWhole,
    parts,
  };
}

/** Units that were there for a part of the window and are gone on its last day: their flows have no stock beside them. */
function endedWithin({ segment, population: whose }: Indicator, { source, window }: TallyContext): number[] {
  const { startOn, endOn } = window.period;
  const from = window.kind === "period" ? startOn : `${window.firstYear}-01-01`;
  return source.units.flatMap((unit, index) =>
    whose !== "self" &&
    unit.endedOn !== null &&
    unit.endedOn >= from &&
    !isAlive(unit, endOn) &&
    (unit.establishedOn ?? "0000") <= endOn &&
    isInSegment(unit, segment, source)
      ? [index]
      : [],
  );
}

/** Closing minus opening stock of all units: those founded since open with 0, those gone close with 0 (T004-01b, T000-11). */
function tallyNetChange(
  indicator: Indicator,
  quantity: Extract<Quantity, { kind: "netChange" }>,
  context: TallyContext,
): Tally {
  const { source, columns, window } = context;
  const openingYear = openingYearOf(quantity.element, context);
  const closing = columns.over(quantity.element, window);
  const opening = openingYear === undefined ? undefined : columns.atEndOf(quantity.element, openingYear);
  const openedOn = openingYear === undefined ? `${window.firstYear - 1}-12-31` : `${openingYear}-12-31`;
  let sum = 0;
  let counted = 0;
  let missing = 0;
  const parts: Part[] = [];
  source.units.forEach((unit, index) => {
    const wasThere = isAlive(unit, openedOn);
    const isThere = isAlive(unit, window.period.endOn);
    if ((!wasThere && !isThere) || !isInSegment(unit, indicator.segment, source)) return;
    const before = wasThere ? opening?.standing[index] : "known";
    const after = isThere ? closing.standing[index] : "known";
    if (before !== "known" || after !== "known") {
      missing += 1;
      parts.push({ index, numerator: null, denominator: null, standing: "missing" });
      return;
    }
    const change =
      (isThere ? (closing.value[index] ?? 0) : 0) - (wasThere ? (opening?.value[index] ?? 0) : 0);
    counted += 1;
    sum += change;
    parts.push({ index, numerator: change, denominator: null, standing: "counted" });
  });
  const known = { numerator: sum, denominator: null };
  const bound = missing === 0 || context.policy === "reported" ? known : null;
  return {
    ...known,
    unitsCounted: counted,
    unitsMissing: missing,
    unitsNotDue: 0,
    unitsReporting: counted,
    hasFigure: counted > 0,
    lowest: bound,
    highest: bound,
    parts,
  };
}

/**
 * The year whose end is the opening: the one before the window. An office that began to keep figures later starts
 * from the end of the first year it has, so that a programme older than the book can still be followed.
 */
export function openingYearOf(
  element: string,
  { source, window }: Pick<TallyContext, "source" | "window">,
): number | undefined {
  const years = source.yearsWithEntries(element, window.period.year);
  const before = window.firstYear - 1;
  if (years.includes(before)) return before;
  return years.filter((year) => year > before).at(-1);
}

/** Employers from the register; an employer without a headcount may or may not belong. Without a register, the office's own count stands (DE-M01…M04). */
function tallyEmployers(
  quantity: Extract<Quantity, { kind: "countEmployers" }>,
  context: TallyContext,
): Tally {
  const { source, columns, window } = context;
  const employers = source.employers(window.period.endOn);
  if (employers.length === 0) {
    const self = source.units.length;
    const above = columns.over(`employers${quantity.minimumWorkers}PlusWithUnion`, window);
    const below = columns.over(`employers${quantity.minimumWorkers}Plus`, window);
    const isKnown = above.standing[self] === "known" && below.standing[self] === "known";
    const figure = { numerator: above.value[self] ?? 0, denominator: below.value[self] ?? 0 };
    return {
      ...figure,
      unitsCounted: isKnown ? 1 : 0,
      unitsMissing: isKnown ? 0 : 1,
      unitsNotDue: 0,
      unitsReporting: isKnown ? 1 : 0,
      hasFigure: isKnown,
      lowest: isKnown ? figure : null,
      highest: isKnown ? figure : null,
      parts: [{ index: self, ...figure, standing: isKnown ? "counted" : "missing" }],
    };
  }
  const large = employers.filter(
    (employer) => employer.workforce !== null && employer.workforce >= quantity.minimumWorkers,
  );
  const unsized = employers.filter((employer) => employer.workforce === null);
  const numerator = large.filter((employer) => employer.hasUnion).length;
  const unsizedWith = unsized.filter((employer) => employer.hasUnion).length;
  return {
    numerator,
    denominator: large.length,
    unitsCounted: large.length,
    unitsMissing: unsized.length,
    unitsNotDue: 0,
    unitsReporting: large.length,
    hasFigure: large.length > 0,
    lowest: { numerator, denominator: large.length + unsized.length - unsizedWith },
    highest: { numerator: numerator + unsizedWith, denominator: large.length + unsizedWith },
    register: "employers",
    parts: [],
  };
}

/** Unions founded in the window, by register event; one whose headcount is not on the event may or may not be large enough. */
function tallyEstablished(
  quantity: Extract<Quantity, { kind: "countEstablished" }>,
  { source, window }: TallyContext,
): Tally {
  const minimum = quantity.minimumWorkers ?? 0;
  const founded = source.establishments(`${window.firstYear}-01-01`, window.period.endOn);
  const sized = founded.filter(
    (event) => minimum === 0 || (event.workforce !== null && event.workforce >= minimum),
  );
  const unsized = minimum === 0 ? 0 : founded.filter((event) => event.workforce === null).length;
  const indexOf = new Map(source.units.map((unit, index) => [unit.uid, index]));
  return {
    numerator: sized.length,
    denominator: null,
    // The register says who was founded, also when that is nobody: an event is no unit that has reported.
    unitsCounted: 0,
    unitsMissing: unsized,
    unitsNotDue: 0,
    unitsReporting: 0,
    hasFigure: true,
    register: "units",
    lowest: { numerator: sized.length, denominator: null },
    highest: { numerator: sized.length + unsized, denominator: null },
    parts: sized.map((event) => ({
      index: indexOf.get(event.uid) ?? -1,
      numerator: 1,
      denominator: null,
      standing: "counted" as const,
    })),
  };
}

/**
 * Σ of several elements of one unit, with the weakest of their standings. Parts that do not apply are left out unless
 * none applies. Begun: something was said of one of them, be it for a part of the time.
 */
function sumOf(
  elements: readonly string[],
  index: number,
  { columns, window }: TallyContext,
): { value: number; standing: Standing; isBegun: boolean } {
  let value = 0;
  let isBegun = false;
  let weakest: Standing = "notApplicable";
  for (const code of elements) {
    const column = columns.over(code, window);
    value += column.value[index] ?? 0;
    const standing = column.standing[index] ?? "missing";
    if (standing === "known" || standing === "partial") isBegun = true;
    if (STRENGTH[standing] < STRENGTH[weakest]) weakest = standing;
  }
  return { value, standing: weakest, isBegun };
}

const STRENGTH: Record<Standing, number> = { missing: 0, partial: 1, notDue: 2, known: 3, notApplicable: 4 };

/** Nothing is known of it, not even a part. */
function isSilent(standing: Standing): boolean {
  return standing === "missing" || standing === "notDue";
}

function isSure(standing: Standing): boolean {
  return standing === "known" || standing === "notDue";
}
