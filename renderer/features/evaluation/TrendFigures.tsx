import type { TargetTrend } from "../../../shared/contract/evaluation.ts";
import { printCoverage } from "../../../shared/domain/evaluate/print-coverage.ts";
import { signsAt } from "../../components/chart-signs.ts";
import { TrendChart } from "../../components/TrendChart.tsx";
import { printPeriod } from "../../text/print.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { amountOf, askedAmount, scaleEnd } from "./chart-scale.ts";
import { printFraction } from "./print-evaluation.ts";
import { Verdict } from "./Verdict.tsx";

export type TrendRow = TargetTrend["points"][number];

interface TrendFiguresProps {
  readonly label: string;
  readonly points: readonly TrendRow[];
  /** The points that breaks stand before, in the order of their notes. */
  readonly places?: readonly number[];
}

/** A line and the table it is drawn from; numbers of notes stand in both. */
export function TrendFigures({ label, points, places = [] }: TrendFiguresProps) {
  const t = useText();
  const language = useLanguage();
  const words = useDataWords();
  const amounts = points.map((point) => amountOf(point) ?? 0);
  const scale = points[0]?.value.scale ?? "count";
  const end = scaleEnd(scale, [...amounts, ...points.map(({ value }) => askedAmount(value))]);
  const isOneYear = new Set(points.map(({ period }) => period.slice(0, 4))).size === 1;
  const notesBefore = (index: number) =>
    places.flatMap((place, at) => (place === index ? [`(${at + 1})`] : [])).join(" ");
  return (
    <div className="target-trend">
      {amounts.every((amount) => amount >= 0) && (
        <TrendChart
          label={t("evaluation.chart.line", { number: points.length })}
          points={points.map((point, index) => ({
            id: point.period,
            name: isOneYear ? printPeriod(point.period, t) : point.period.slice(0, 4),
            display: words.result(point),
            value: (amounts[index] ?? 0) / end,
            target: askedAmount(point.value) / end,
            isPartial: point.unitsMissing > 0,
          }))}
          breaks={signsAt(places)}
        />
      )}
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            {(["period", "value", "asked", "status", "units"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`evaluation.trendColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={point.period}>
              <th scope="row" className="nowrap">
                {printPeriod(point.period, t)} {notesBefore(index)}
              </th>
              <td className="nowrap">
                {words.result(point)}
                {point.averagedMonths !== null && (
                  <small className="figure-note">{printFraction(point, t)}</small>
                )}
              </td>
              <td>{words.askedBy(point)}</td>
              <td className="nowrap">
                <Verdict status={point.status} />
              </td>
              <td className="nowrap">{printCoverage(point, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
