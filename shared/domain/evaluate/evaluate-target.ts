// From a tally to a verdict with its explanation (domain.md §d.5).
import type { Evaluation, Needed, PeriodCoverage, UnitContribution } from "../evaluation.ts";
import type { DenominatorPolicy, Indicator } from "../indicator.ts";
import type { Period } from "../period.ts";
import type { Programme } from "../programme.ts";
import { type Target, targetAsGiven, targetInForce } from "../target.ts";
import { comparedFigure, measureUnitOf } from "./average.ts";
import { Columns } from "./columns.ts";
import { type Fraction, hundredthsOf } from "./comparison.ts";
import { elementsIn } from "./conditions.ts";
import { BY_PERSON, printResultOf, printTarget } from "./display.ts";
import type { FigureSource } from "./figures.ts";
import { neededFor } from "./needed.ts";
import { paceOf } from "./pace.ts";
import { timeFaultOf } from "./over-years.ts";
import { isNotDue, openingYearOf, type Tally, tallyOf } from "./tally.ts";
import { isStateAtAnyTime, type Rule, statusOf } from "./verdict.ts";
import { type Window, windowOf } from "./window.ts";

export interface Judgement {
  readonly evaluation: Evaluation;
  /** Empty when the target was not judged. */
  readonly contributions: readonly UnitContribution[];
}

/** Judges targets of one office at one period. Columns are read once and shared by all targets. */
export class Evaluator {
  readonly #source: FigureSource;
  readonly #columns: Columns;

  constructor(source: FigureSource) {
    this.#source = source;
    this.#columns = new Columns(source);
  }

  /**
   * @param allocated amount given to this office for the year (giao chỉ tiêu); replaces the value of a count target ({@link targetAsGiven})
   * @param policy another denominator than the indicator's own, to see what it would change
   */
  evaluate(
    programme: Pick<Programme, "term" | "lastValidOn">,
    target: Target,
    period: Period,
    options: { allocated?: number; policy?: DenominatorPolicy } = {},
  ): Evaluation {
    return this.#judge(programme, target, period, options).evaluation;
  }

  /** The same, with what each unit adds ("từ đâu ra?"). */
  explain(
    programme: Pick<Programme, "term" | "lastValidOn">,
    target: Target,
    period: Period,
    options: { allocated?: number; policy?: DenominatorPolicy } = {},
  ): Judgement {
    const { evaluation, tally, window } = this.#judge(programme, target, period, options);
    if (!tally || !window) return { evaluation, contributions: [] };
    const codes = elementsIn(target.indicator);
    return {
      evaluation,
      contributions: tally.parts.map((part) => ({
        uid: (this.#source.units[part.index] ?? this.#source.self).uid,
        numerator: part.numerator,
        denominator: part.denominator,
        standing: part.standing,
        elements: codes.map((code) => {
          const column = this.#columns.over(code, window);
          const standing = column.standing[part.index] ?? "missing";
          const isFigure = standing === "known" || standing === "partial";
          return {
            code,
            value: isFigure ? (column.value[part.index] ?? 0) : null,
            state: standing,
            period: window.period.code,
            periods: this.#columns.coverage(code, window, [part.index]) ?? null,
          };
        }),
      })),
    };
  }

  #judge(
    programme: Pick<Programme, "term" | "lastValidOn">,
    target: Target,
    asked: Period,
    options: { allocated?: number; policy?: DenominatorPolicy },
  ): { evaluation: Evaluation; tally?: Tally; window?: Window } {
    const policy = options.policy ?? target.indicator.policy;
    const inForce = targetInForce(target, asked.endOn);
    const rule = targetAsGiven(inForce, options.allocated);
    const { value } = rule;
    const isOwn = target.indicator.population === "self" && target.indicator.shape === "UNIT_SHARE";
    const base = {
      target: target.id,
      shape: target.indicator.shape,
      ...rule,
      measureUnit: measureUnitOf(target),
      displayTarget: printTarget(rule.comparator, value, measureUnitOf(target)),
      policy,
      period: asked.code,
      targetInForce: inForce.decision,
      numerator: null,
      denominator: null,
      averagedMonths: null,
      isOwn,
      display: "—",
      unitsCounted: 0,
      unitsMissing: 0,
      unitsNotDue: 0,
      unitsLeftOut: 0,
      unitsReporting: 0,
      withoutWhole: null,
      register: null,
      periods: null,
      completion: null,
      pace: null,
      worst: null,
      best: null,
      needed: null,
    };
    const isOver = programme.lastValidOn !== null && asked.endOn > programme.lastValidOn;
    const hasNoSum = timeFaultOf(target, (code) => this.#source.elementOf(code)) !== undefined;
    if (isOver || hasNoSum) return { evaluation: { ...base, status: "notComparable" } };
    if (target.qualitative) return { evaluation: { ...base, ...foundByPerson(target, asked) } };
    const window = windowOf(target.time, programme.term, asked);
    if (!window) return { evaluation: { ...base, status: "notApplicable" } };
    const tally = tallyOf(target.indicator, { source: this.#source, columns: this.#columns, window, policy });
    const averagedMonths = this.#averagedMonths(target, window);
    const scaled = (fraction: Fraction): Fraction =>
      comparedFigure({ ...fraction, averagedMonths }) ?? fraction;
    const status = statusOf(
      target,
      rule,
      tally,
      window,
      scaled,
      isStateAtAnyTime(target.indicator, this.#source),
      policy,
    );
    // A figure made of nothing is none: "0/22" where nobody has answered reads like 22 that said no.
    const isJudged = status !== "notApplicable" && !isNotDue(tally) && tally.hasFigure;
    const figure = { numerator: tally.numerator, denominator: tally.denominator };
    const unitsMissing = tally.unitsMissing + tally.unitsNotDue;
    // Of a range there is no one amount to measure by: 450 of "từ 400 đến 600" is no 112,5 %.
    const hasCompletion = isJudged && value.scale === "count" && rule.comparator !== "range";
    return {
      tally,
      window,
      evaluation: {
        ...base,
        status,
        period: window.period.code,
        numerator: isJudged ? tally.numerator : null,
        denominator: isJudged ? tally.denominator : null,
        averagedMonths: isJudged ? averagedMonths : null,
        display: isJudged
          ? printResultOf({
              ...rule,
              ...figure,
              status,
              averagedMonths,
              isOwn,
              measureUnit: measureUnitOf(target),
            })
          : "—",
        unitsCounted: tally.unitsCounted,
        unitsMissing,
        unitsNotDue: tally.unitsNotDue,
        unitsLeftOut: tally.parts.filter(({ standing }) => standing === "notReported").length,
        unitsReporting: tally.unitsReporting,
        withoutWhole: isJudged && tally.withoutWhole?.units ? tally.withoutWhole : null,
        register: tally.register ?? null,
        periods: this.#coverage(target.indicator, tally, window),
        completion:
          hasCompletion && value.amount > 0 && tally.numerator >= 0
            ? hundredthsOf(scaled(figure).numerator, value.amount * (scaled(figure).denominator ?? 1))
            : null,
        pace: isJudged && status === "inProgress" ? paceOf(target, value, tally, window, this.#source) : null,
        worst: unitsMissing > 0 ? tally.lowest : null,
        best: unitsMissing > 0 ? tally.highest : null,
        needed: isJudged && !isOwn ? neededOf(rule, tally, window, scaled, target) : null,
      },
    };
  }

  /** The periods behind the numerator; of several elements the one that has the fewest. */
  #coverage(indicator: Indicator, tally: Tally, window: Window): PeriodCoverage | null {
    const indices = tally.parts.flatMap(({ index, standing }) =>
      standing === "notApplicable" || index < 0 ? [] : [index],
    );
    const { numerator } = indicator;
    const codes = numerator.kind === "sum" ? numerator.elements : [];
    const parts = codes.flatMap((code) => this.#columns.coverage(code, window, indices) ?? []);
    return (
      parts.toSorted((left, right) => left.answered * right.asked - right.answered * left.asked)[0] ?? null
    );
  }

  /** The months since the opening over which an average per year is gathered; null for everything else. */
  #averagedMonths(target: Target, window: Window): number | null {
    const { numerator } = target.indicator;
    if (target.time.kind !== "averagePerYear") return null;
    if (numerator.kind !== "netChange") return window.elapsedMonths;
    const openingYear =
      openingYearOf(numerator.element, { source: this.#source, window }) ?? window.firstYear - 1;
    return (window.period.year - openingYear - 1) * 12 + window.period.lastMonth;
  }
}

/** A qualitative target: what a person found for the period asked, never for another one. */
function foundByPerson(
  target: Target,
  asked: Period,
): Pick<Evaluation, "status" | "display" | "displayTarget" | "manual"> {
  const manual = target.verdicts?.findLast(({ period }) => period === asked.code) ?? null;
  return {
    status: manual?.verdict ?? "insufficientData",
    display: manual?.text ?? "—",
    displayTarget: BY_PERSON.vi,
    manual,
  };
}

function neededOf(
  rule: Rule,
  tally: Tally,
  window: Window,
  scaled: (fraction: Fraction) => Fraction,
  target: Target,
): Needed | null {
  if (tally.denominator === 0) return null;
  const isAverage = target.time.kind === "averagePerYear";
  const step = isAverage ? 12 : 1;
  const now = scaled(tally);
  const needed = neededFor(now, rule.comparator, rule.value, step);
  if (!needed) return null;
  const monthsLeft = monthsUntilClose(target, window);
  // What an average per year asks for grows with every month that passes.
  const atClose = isAverage ? { ...now, denominator: (now.denominator ?? 0) + monthsLeft } : now;
  const untilClose = neededFor(atClose, rule.comparator, rule.value, step) ?? needed;
  const isFlow = rule.value.scale !== "percent" && needed.direction === "more";
  return {
    ...needed,
    monthsLeft,
    perMonth: isFlow && monthsLeft > 0 ? Math.ceil(untilClose.amount / monthsLeft) : null,
  };
}

/** Months between the end of the period judged and the day the target's time is over; 0 when it has no such day. */
function monthsUntilClose({ time }: Target, { period }: Window): number {
  if (time.kind === "perEvent" || time.kind === "oncePerProgramme") return 0;
  const year = time.kind === "byYear" ? time.year : period.year;
  return Math.max(0, (year - period.year) * 12 + 12 - period.lastMonth);
}
