import { useQuery } from "@tanstack/react-query";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import type { DenominatorPolicy } from "../../../shared/domain/indicator.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { TrendChart } from "../../components/TrendChart.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { amountOf, askedAmount, scaleEnd } from "./chart-scale.ts";
import { printFraction } from "./print-evaluation.ts";
import { Verdict } from "./Verdict.tsx";

interface TrendSectionProps {
  readonly programme: string;
  readonly row: Evaluation;
  /** The denominator this year is looked at through; earlier ones are judged by the same. Null: the target's own. */
  readonly policy: DenominatorPolicy | null;
}

/** The same point of earlier years beside this one, as a line and as the table the line is drawn from. */
export function TrendSection({ programme, row, policy }: TrendSectionProps) {
  const t = useText();
  const words = useDataWords();
  const trend = useQuery(
    api.evaluation.trend.queryOptions({
      input: { programme, period: row.period, target: row.target, ...(policy && { policy }) },
    }),
  );
  if (trend.error) {
    return (
      <Callout tone="danger">
        <ErrorWords error={trend.error} />
      </Callout>
    );
  }
  const earlier = trend.data?.[0]?.points ?? [];
  const points = [...earlier, row].filter(({ numerator }) => numerator !== null);
  if (earlier.length === 0 || points.length < 2) return null;
  const amounts = points.map((point) => amountOf(point) ?? 0);
  const end = scaleEnd(row.value.scale, [...amounts, ...points.map(({ value }) => askedAmount(value))]);
  return (
    <section aria-labelledby="target-trend">
      <h2 id="target-trend">{t("evaluation.trendTitle")}</h2>
      <p>{t("evaluation.trendLead")}</p>
      <div className="target-trend">
        {amounts.every((amount) => amount >= 0) && (
          <TrendChart
            label={t("evaluation.chart.line", { number: points.length })}
            points={points.map((point, index) => ({
              id: point.period,
              name: point.period.slice(0, 4),
              display: words.result(point),
              value: (amounts[index] ?? 0) / end,
              target: askedAmount(point.value) / end,
              isPartial: point.unitsMissing > 0,
            }))}
          />
        )}
        <table className="plain-table" aria-label={t("evaluation.trendTable")}>
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
            {points.map((point) => (
              <tr key={point.period}>
                <th scope="row" className="nowrap">
                  {printPeriod(point.period, t)}
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
                <td className="nowrap">
                  {formatInteger(point.unitsReporting)}/
                  {formatInteger(point.unitsCounted + point.unitsMissing)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
