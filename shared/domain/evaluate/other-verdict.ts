// "Đạt" is no last word while what is missing could still make it "Vượt" (domain.md §b.0 `range`, §d.5 rule 4).
import type { Evaluation } from "../evaluation.ts";
import { comparedFigure } from "./average.ts";
import { isExceeded } from "./comparison.ts";

/**
 * The verdict that the missing units could still make of one that is printed as reached; undefined where all they may say
 * leaves it as it is, and of every other status.
 */
export function otherVerdict(row: Evaluation): "met" | "exceeded" | undefined {
  const { status, unitsMissing, worst, best } = row;
  if (unitsMissing === 0) return undefined;
  if (status === "met" && mayExceed(row, best)) return "exceeded";
  if (status === "exceeded" && !staysExceeded(row, worst)) return "met";
  return undefined;
}

/** Where no end is known the figure may come to anything that there is: of a share, up to the whole. */
function mayExceed({ averagedMonths, comparator, value }: Evaluation, best: Evaluation["best"]): boolean {
  const end = boundOf(best, averagedMonths);
  if (end) return isExceeded(end, comparator, value);
  const whole = { numerator: value.scale === "percent" ? 1 : Number.MAX_SAFE_INTEGER, denominator: 1 };
  return isExceeded(whole, comparator, value);
}

function staysExceeded(
  { averagedMonths, comparator, value }: Evaluation,
  worst: Evaluation["worst"],
): boolean {
  const end = boundOf(worst, averagedMonths);
  return end !== undefined && isExceeded(end, comparator, value);
}

/** An end that divides by nothing is none. */
function boundOf(end: Evaluation["worst"], averagedMonths: number | null) {
  const figure = end && comparedFigure({ ...end, averagedMonths });
  return figure && figure.denominator !== 0 ? figure : undefined;
}
