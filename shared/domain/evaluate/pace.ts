// How far along a target is for the time that has passed (domain.md §d.5 rule 3): a hint, never a verdict.
import type { Target, TargetValue } from "../target.ts";
import { hundredthsOf } from "./comparison.ts";
import type { FigureSource } from "./figures.ts";
import type { Tally } from "./tally.ts";
import type { Window } from "./window.ts";

/**
 * Achieved over what the elapsed share of the target's time asks for, in hundredths of a percent, half up: 60 of 100 in
 * half a year is 12000. Of a total over a term the elapsed share is that of the term.
 *
 * @returns null where time brings nothing closer: shares, averages, and stocks, which are as large in January as in December
 */
export function paceOf(
  target: Target,
  value: TargetValue,
  { numerator }: Pick<Tally, "numerator">,
  window: Window,
  source: Pick<FigureSource, "elementOf">,
): number | null {
  const { time, indicator } = target;
  if (value.scale !== "count" || value.amount <= 0 || numerator < 0) return null;
  if (time.kind === "averagePerYear" || isStock(indicator.numerator, source)) return null;
  const isOverTerm = time.kind === "byYear" && time.since === "programme";
  const months = isOverTerm ? (time.year - window.firstYear + 1) * 12 : 12;
  return hundredthsOf(numerator * months, value.amount * window.elapsedMonths);
}

function isStock(
  quantity: Target["indicator"]["numerator"],
  source: Pick<FigureSource, "elementOf">,
): boolean {
  return quantity.kind === "sum" && quantity.elements.every((code) => source.elementOf(code).time === "LAST");
}
