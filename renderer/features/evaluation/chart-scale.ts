// Where figures stand on the scale of a chart. Only for drawing: nothing is compared with these quotients.
import type { TargetTrend } from "../../../shared/contract/evaluation.ts";
import { comparedFigure } from "../../../shared/domain/evaluate/average.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { chartEnd } from "../../components/chart-end.ts";

type Figure = Pick<TargetTrend["points"][number], "numerator" | "denominator" | "averagedMonths" | "value">;

/** In the scale of the target: percent 0–100, a count, a mean or a year's average as it is; undefined when there is none. */
export function amountOf(figure: Figure): number | undefined {
  const { numerator, denominator } = comparedFigure(figure) ?? { numerator: 0, denominator: 0 };
  if (denominator === 0) return undefined;
  return (numerator / (denominator ?? 1)) * (figure.value.scale === "percent" ? 100 : 1);
}

export function askedAmount({ scale, amount }: Evaluation["value"]): number {
  return scale === "count" ? amount : amount / 100;
}

/** The end of the scale: 100 % for shares, else a round number a little above everything shown. */
export function scaleEnd(scale: Evaluation["value"]["scale"], amounts: readonly number[]): number {
  return scale === "percent" && Math.max(...amounts, 1) <= 100 ? 100 : chartEnd(amounts);
}
