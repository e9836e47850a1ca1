// An average per year (AVG_NET_PER_YEAR): kept as the sum since the opening, compared and printed as sum × 12 / months.
import type { Evaluation } from "../evaluation.ts";
import { formatInteger } from "../number-format.ts";
import type { Target } from "../target.ts";
import type { Fraction } from "./comparison.ts";

type Judged = Pick<Evaluation, "numerator" | "denominator"> & Partial<Pick<Evaluation, "averagedMonths">>;

/** A sum over so many months, as a fraction of what one year brought. @param months > 0 */
export function perYear(sum: number, months: number): Fraction {
  return { numerator: sum * 12, denominator: months };
}

/** The fraction a verdict was reached with; undefined where nothing was judged. */
export function comparedFigure({
  numerator,
  denominator,
  averagedMonths = null,
}: Judged): Fraction | undefined {
  if (numerator === null) return undefined;
  return averagedMonths === null ? { numerator, denominator } : perYear(numerator, averagedMonths);
}

/** What a result and what is asked are counted in: "người/năm" where a year's average is asked, else as defined. */
export function measureUnitOf({ time, measureUnit, value }: Target): string {
  const isPlain = time.kind !== "averagePerYear" || value.scale !== "count";
  return isPlain || measureUnit === "" || measureUnit.endsWith("/năm") ? measureUnit : `${measureUnit}/năm`;
}

/** The sum behind an average and the time it was gathered in: "1.300.000/2 năm", "810.000/15 tháng". */
export function printSpread(sum: number, months: number): string {
  const time = months % 12 === 0 ? `${formatInteger(months / 12)} năm` : `${formatInteger(months)} tháng`;
  return `${formatInteger(sum)}/${time}`;
}
