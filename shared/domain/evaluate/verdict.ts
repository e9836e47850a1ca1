// The status of one target: what is certain whatever the missing units say, and what is not known yet (domain.md §d.5).
import type { EvaluationStatus } from "../evaluation.ts";
import type { DenominatorPolicy, Indicator, Quantity } from "../indicator.ts";
import type { Comparator, Target, TargetValue } from "../target.ts";
import { asksForAll, type Fraction, isExceeded, isReached } from "./comparison.ts";
import { elementsOf } from "./conditions.ts";
import type { FigureSource } from "./figures.ts";
import { isNotDue, type Tally } from "./tally.ts";
import type { Window } from "./window.ts";

export type Rule = Pick<Target, "comparator" | "value">;

/**
 * @param rule what is in force, or was allocated
 * @param scaled the fraction that is compared
 * @param isState it can be judged before its time is over
 */
export function statusOf(
  target: Target,
  rule: Rule,
  tally: Tally,
  window: Window,
  scaled: (fraction: Fraction) => Fraction,
  isState: boolean,
  policy: DenominatorPolicy,
): EvaluationStatus {
  const isNothingMissing = tally.unitsMissing + tally.unitsNotDue === 0;
  // Left out because they did not answer it all is not the same as not being asked, nor a figure of 0.
  const isSilent = !tally.hasFigure && tally.parts.some((part) => isLeftOut(part, policy));
  if (isSilent) return window.isClosed || isState ? "insufficientData" : "inProgress";
  if (isNothingMissing && tally.unitsCounted === 0 && tally.denominator !== null) return emptyStatus(target);
  if (isNotDue(tally)) return "inProgress";
  if (isNothingMissing && tally.denominator === 0) return emptyStatus(target);
  if (!window.isClosed && (window.waitsForClose || mayNotBeEarly(target, rule))) return "inProgress";
  // A bound that is not known, or divides by nothing, decides nothing.
  const holds = (
    fraction: Fraction | null,
    comparator: Comparator,
    value: TargetValue,
    otherwise: boolean,
  ) =>
    fraction === null || fraction.denominator === 0
      ? otherwise
      : isReached(scaled(fraction), comparator, value);
  const { comparator, value } = rule;
  const isLost = tally.hasShortfall === true && asksForAll(comparator, value);
  let atWorst: boolean;
  let atBest: boolean;
  if (comparator === "eq" && !asksForAll(comparator, value)) {
    // A norm is kept for certain when both ends keep it, and still can be unless both ends lie on one side of it.
    const tolerance = value.tolerance ?? 0;
    atWorst = [tally.lowest, tally.highest].every((end) => holds(end, "eq", value, false));
    atBest =
      holds(tally.highest, "gte", { ...value, amount: value.amount - tolerance }, true) &&
      holds(tally.lowest, "lte", { ...value, amount: value.amount + tolerance }, true);
  } else {
    const [worst, best] =
      comparator === "lte" ? [tally.highest, tally.lowest] : [tally.lowest, tally.highest];
    atWorst = holds(worst, comparator, value, false);
    atBest = holds(best, comparator, value, !isLost);
  }
  if (atWorst && atBest) return isExceeded(scaled(tally), rule.comparator, rule.value) ? "exceeded" : "met";
  if (!window.isClosed && !isState) return "inProgress";
  return atBest ? "insufficientData" : "notMet";
}

/** Whether a unit is asked, has not answered it all, and is therefore not waited for. */
function isLeftOut({ standing }: Tally["parts"][number], policy: DenominatorPolicy): boolean {
  return standing === "notReported" || (standing === "missing" && policy === "reported");
}

/** Nothing to judge: no event took place, or there is no unit the target is about (domain.md §d.5 rule 5). */
function emptyStatus(target: Target): EvaluationStatus {
  return target.indicator.shape === "EVENT_SHARE" ? "noOccurrence" : "notApplicable";
}

/** "100 %" and a norm to be kept exactly are only known when the time is over; an act that is done stays done. */
function mayNotBeEarly(target: Target, rule: Rule): boolean {
  if (target.time.kind === "oncePerProgramme") return false;
  return rule.comparator === "eq" || asksForAll(rule.comparator, rule.value);
}

/** A share of stocks is a state: it can be judged on any day, not only at year end (story 8: 38/47 in June is "chưa đạt"). */
export function isStateAtAnyTime(indicator: Indicator, source: FigureSource): boolean {
  const isStock = (quantity: Quantity | undefined): boolean => {
    if (quantity === undefined) return true;
    if (quantity.kind === "countEmployers") return true;
    if (quantity.kind === "sum")
      return quantity.elements.every((code) => source.elementOf(code).time === "LAST");
    if (quantity.kind !== "countUnits") return false;
    return (
      quantity.where === undefined ||
      elementsOf(quantity.where).every((code) => source.elementOf(code).time === "LAST")
    );
  };
  return (
    indicator.denominator !== undefined && isStock(indicator.numerator) && isStock(indicator.denominator)
  );
}
