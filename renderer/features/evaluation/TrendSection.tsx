import { useQuery } from "@tanstack/react-query";
import { placeOfBreak, type SeriesBreak } from "../../../shared/domain/history/breaks.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import type { DenominatorPolicy } from "../../../shared/domain/indicator.ts";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printBreak } from "../../text/print-break.ts";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { TrendFigures, type TrendRow } from "./TrendFigures.tsx";

interface TrendSectionProps {
  readonly programme: string;
  readonly row: Evaluation;
  /** The denominator this year is looked at through; earlier ones are judged by the same. Null: the target's own. */
  readonly policy: DenominatorPolicy | null;
}

/** The quarters before this point, and the same point of earlier years with what parts them: lines, tables and notes. */
export function TrendSection({ programme, row, policy }: TrendSectionProps) {
  const t = useText();
  const input = { programme, period: row.period, target: row.target, ...(policy && { policy }) };
  const course = useQuery(api.evaluation.course.queryOptions({ input }));
  const trend = useQuery(api.evaluation.trend.queryOptions({ input }));
  const earlier = trend.data?.[0]?.points ?? [];
  const year = Number(row.period.slice(0, 4));
  const series = useQuery({
    ...api.history.series.queryOptions({
      input: {
        of: { kind: "target", programme, target: row.target },
        period: row.period,
        from: Number((earlier[0] ?? row).period.slice(0, 4)),
        base: "all",
      },
    }),
    enabled: earlier.length > 0,
  });
  const error = course.error ?? trend.error ?? series.error;
  if (error) {
    return <ErrorCallout error={error} />;
  }
  const known = (points: readonly TrendRow[]) =>
    [...points, row].filter(({ numerator }) => numerator !== null);
  const [quarters, years] = [known(course.data?.points ?? []), known(earlier)];
  const breaks = breaksBetween(series.data?.breaks ?? [], years);
  return (
    <>
      {quarters.length > 1 && (
        <section aria-labelledby="target-course">
          <h2 id="target-course">{t("evaluation.courseTitle", { year })}</h2>
          <p>{t("evaluation.courseLead")}</p>
          <TrendFigures label={t("evaluation.courseTable")} points={quarters} />
        </section>
      )}
      {years.length > 1 && (
        <section aria-labelledby="target-trend">
          <h2 id="target-trend">{t("evaluation.trendTitle")}</h2>
          <p>{t("evaluation.trendLead")}</p>
          <TrendFigures
            label={t("evaluation.trendTable")}
            points={years}
            places={breaks.map(({ place }) => place)}
          />
          {breaks.length > 0 && (
            <ol className="target-breaks">
              {breaks.map(({ found }) => (
                <li key={`${found.kind} ${found.on}`}>
                  {printDate(found.on)}: {printBreak(found, t)}.
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
    </>
  );
}

function breaksBetween(breaks: readonly SeriesBreak[], points: readonly TrendRow[]) {
  const periods = points.map(({ period }) => period);
  return breaks.flatMap((found) => {
    const place = placeOfBreak(found, periods);
    return place === undefined ? [] : [{ found, place }];
  });
}
