// How one point of a series reads, and where it stands on the scale of its chart.
import type { Series, SeriesPoint } from "../../../shared/contract/history.ts";
import { printResult } from "../../../shared/domain/evaluate/display.ts";
import { perYear } from "../../../shared/domain/evaluate/average.ts";
import type { SeriesFigure, SeriesKind, SeriesTotal } from "../../../shared/domain/history/series.ts";
import { formatInteger, formatShare } from "../../../shared/domain/number-format.ts";
import type { DataWords } from "../../text/data-words.ts";

type Shown = Pick<Series, "kind" | "type" | "measureUnit">;

/** "1.250 người", "38/47 (80,85 %)", "bình quân 84,5 điểm" is left to the column head: here the figure alone. */
export function printFigure(
  { kind, type }: Shown,
  point: SeriesFigure & Partial<SeriesPoint>,
  words: Pick<DataWords, "result">,
): string | null {
  const { numerator, denominator, evaluation } = point;
  if (numerator === null) return null;
  if (evaluation) return words.result(evaluation);
  if (denominator === null || denominator === 0) return formatInteger(numerator);
  if (kind === "share")
    return `${formatShare(numerator, denominator)} (${formatInteger(numerator)}/${formatInteger(denominator)})`;
  // Scores are kept in hundredths of a point.
  return printMean(numerator, type === "score" ? denominator * 100 : denominator);
}

/** Two decimals, half up, without the zeros at the end. @param denominator > 0 */
export function printMean(numerator: number, denominator: number): string {
  return printResult({ numerator, denominator }, "gte", { scale: "mean", amount: 0 }, "");
}

/** "Bình quân mỗi năm": only of a flow, over the years that have figures. */
export function printAverage({ sum, years }: SeriesTotal): string {
  return printMean(sum, years);
}

/** The difference to the year before of amounts, never of shares whose base changes; undefined where there is none. */
export function changeOf(
  kind: SeriesKind,
  point: SeriesFigure,
  before: SeriesFigure | undefined,
): number | undefined {
  if (kind !== "flow" && kind !== "stock" && kind !== "cumulative" && kind !== "growth") return undefined;
  if (before === undefined || before.numerator === null || point.numerator === null) return undefined;
  if (point.denominator !== null) return undefined;
  return point.numerator - before.numerator;
}

export function printChange(change: number): string {
  return change > 0 ? `+${formatInteger(change)}` : formatInteger(change);
}

/** Only for drawing; null where nothing is known. */
export function amountOf({ kind, type }: Shown, point: SeriesPoint): number | null {
  const { numerator, denominator, averagedMonths } = point;
  if (numerator === null) return null;
  if (averagedMonths !== null) {
    const average = perYear(numerator, averagedMonths);
    return average.numerator / (average.denominator ?? 1);
  }
  const quotient = denominator === null || denominator === 0 ? numerator : numerator / denominator;
  if (kind === "share") return quotient * 100;
  return type === "score" ? quotient / 100 : quotient;
}
