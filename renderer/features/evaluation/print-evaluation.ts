import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { formatInteger, formatShare } from "../../../shared/domain/number-format.ts";

/** "38/47", "1.006", "—". */
export function printFraction({
  numerator,
  denominator,
}: Pick<Evaluation, "numerator" | "denominator">): string {
  if (numerator === null) return "—";
  return denominator === null
    ? formatInteger(numerator)
    : `${formatInteger(numerator)}/${formatInteger(denominator)}`;
}

/** Hundredths of a percent as "130,85 %". */
export function printHundredths(hundredths: number): string {
  return formatShare(hundredths, 10_000);
}

/** One end of what the missing units allow, on the scale of the target. */
export function printBound(row: Evaluation, bound: NonNullable<Evaluation["worst"]>): string {
  const { numerator, denominator } = bound;
  if (row.value.scale !== "percent" || !denominator) return formatInteger(numerator);
  return formatShare(numerator, denominator);
}
