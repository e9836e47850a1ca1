import { Link } from "@tanstack/react-router";
import type { Series, SeriesPoint } from "../../../shared/contract/history.ts";
import { placeOfBreak } from "../../../shared/domain/history/breaks.ts";
import { withMeasureUnit } from "../../../shared/domain/labels.ts";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import type { Column } from "../../components/DataTable.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { Coverage } from "./Coverage.tsx";
import { changeOf, printAverage, printChange, printFigure } from "./figure-words.ts";
import type { Subject } from "./series-choices.ts";

interface Line {
  readonly point: SeriesPoint;
  readonly change: number | undefined;
  /** Numbers of the notes of breaks that lie before this point. */
  readonly notes: string;
}

interface SeriesTableProps {
  readonly data: Series;
  readonly subject?: Subject;
}

/** The same figures as the chart, in words; the sum stands below only where years add up. */
export function SeriesTable({ data, subject }: SeriesTableProps) {
  const t = useText();
  const words = useDataWords();
  const periods = data.points.map(({ period }) => period);
  const lines = data.points.map((point, index): Line => {
    const here = data.breaks.flatMap((found, at) =>
      placeOfBreak(found, periods) === index ? [{ number: at + 1, isBreak: found.kind !== "resummed" }] : [],
    );
    return {
      point,
      // Over a break there is no "so năm trước": the two are not of one kind.
      change: here.some(({ isBreak }) => isBreak)
        ? undefined
        : changeOf(data.kind, point, data.points[index - 1]),
      notes: here.map(({ number }) => `(${number})`).join(" "),
    };
  });
  const columns = columnsOf(data, subject, t, words);
  const { total } = data;
  const rest = columns.length - 3;
  const least = leastCovered(data.points);
  const coverage = least
    ? t("history.series.least", { units: printCoverage(least) })
    : t("history.series.complete");
  return (
    <SortableTable
      label={t("history.series.table")}
      columns={columns}
      rows={lines}
      rowKey={({ point }) => point.period}
      {...(total !== null && {
        footer: (
          <>
            <tr>
              <th scope="row">{t("history.series.total", { years: total.years, of: total.ofYears })}</th>
              <td className="number">
                {withMeasureUnit(printNumber(total.sum), words.measureUnit(data.measureUnit))}
              </td>
              {rest > 0 && <td colSpan={rest} />}
              <td className="number">{coverage}</td>
            </tr>
            <tr>
              <th scope="row">{t("history.series.average")}</th>
              <td className="number">
                {withMeasureUnit(printAverage(total), words.measureUnit(data.measureUnit))}
              </td>
              {rest > 0 && <td colSpan={rest} />}
              <td className="number">{coverage}</td>
            </tr>
          </>
        ),
      })}
    />
  );
}

/** Of the years in a sum that lack something, the one fewest of its units are behind; undefined when none lacks anything. */
function leastCovered(points: readonly SeriesPoint[]): SeriesPoint | undefined {
  return points
    .filter(
      ({ numerator, isPartial, evaluation }) =>
        numerator !== null && isPartial && (evaluation?.register ?? null) === null,
    )
    .toSorted(
      (left, right) => left.unitsReporting * right.unitsAsked - right.unitsReporting * left.unitsAsked,
    )[0];
}

function printCoverage({ unitsReporting, unitsAsked }: SeriesPoint): string {
  return `${printNumber(unitsReporting)}/${printNumber(unitsAsked)}`;
}

function columnsOf(
  data: Series,
  subject: Subject | undefined,
  t: Translate,
  words: DataWords,
): readonly Column<Line>[] {
  const { kind, type, measureUnit } = data;
  const isTarget = type === null;
  const unit = isTarget ? "" : words.measureUnit(measureUnit);
  return [
    {
      id: "period",
      header: t("history.series.column.period"),
      isRowHeader: true,
      cell: ({ point, notes }) => (
        <span className="nowrap">
          {printPeriod(point.period, t)} {notes}
        </span>
      ),
      sortValue: ({ point }) => point.period,
    },
    {
      id: "value",
      header: t("history.series.column.value"),
      align: "end",
      cell: ({ point }) => {
        const printed = printFigure(data, point, words);
        if (printed === null) return t("history.series.missing");
        return <Origin subject={subject} period={point.period} figure={withMeasureUnit(printed, unit)} />;
      },
      sortValue: ({ point: { numerator, denominator } }) =>
        numerator === null ? null : numerator / (denominator || 1),
    },
    ...(isTarget
      ? [
          {
            id: "asked",
            header: t("history.series.column.asked"),
            cell: ({ point: { asked } }: Line) => asked && words.asked({ ...asked, measureUnit }),
          },
          {
            id: "status",
            header: t("history.series.column.status"),
            cell: ({ point: { status } }: Line) =>
              status && (
                <EvaluationMark status={status}>{t(`labels.evaluationStatus.${status}`)}</EvaluationMark>
              ),
            sortValue: ({ point: { status } }: Line) => status,
          },
        ]
      : []),
    ...(kind === "share" || kind === "mean" || kind === "average"
      ? []
      : [
          {
            id: "change",
            header: t("history.series.column.change"),
            align: "end" as const,
            cell: ({ change }: Line) => (change === undefined ? t("shell.none") : printChange(change)),
            sortValue: ({ change }: Line) => change,
          },
        ]),
    {
      id: "units",
      header: t("history.series.column.units"),
      align: "end",
      cell: ({ point }) =>
        point.evaluation?.register ? (
          <Coverage reporting={0} asked={0} register={point.evaluation.register} />
        ) : (
          printCoverage(point)
        ),
      sortValue: ({ point }) => point.unitsReporting,
    },
  ];
}

interface OriginProps {
  readonly subject: Subject | undefined;
  readonly period: string;
  readonly figure: string;
}

/** A figure as the way to where it comes from: of a target how it was judged, of an element the figures of each union. */
function Origin({ subject, period, figure }: OriginProps) {
  if (subject === undefined) return figure;
  if (subject.kind === "element")
    return (
      <Link to="/history/units" search={{ element: subject.element, period }}>
        {figure}
      </Link>
    );
  const { programme, target } = subject;
  return (
    <Link to="/evaluation/$programme/$period/$target" params={{ programme, period, target }}>
      {figure}
    </Link>
  );
}
