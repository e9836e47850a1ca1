import type { UnitSeries } from "../../../shared/contract/history.ts";
import { placeOfBreak } from "../../../shared/domain/history/breaks.ts";
import { plus } from "../../../shared/domain/history/group-units.ts";
import type { SeriesCoverage, SeriesFigure } from "../../../shared/domain/history/series.ts";
import type { UnitSeriesGroup } from "../../../shared/domain/history/unit-series.ts";
import type { Column } from "../../components/DataTable.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { printDate, printNumber, printPeriod } from "../../text/print.ts";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { Coverage } from "./Coverage.tsx";
import { printFigure } from "./figure-words.ts";

type Point = SeriesFigure & Pick<SeriesCoverage, "unitsReporting" | "unitsAsked">;

interface UnitSeriesTableProps {
  readonly data: UnitSeries;
  readonly groups: readonly UnitSeriesGroup[];
  readonly by: "unit" | "parent";
  readonly nameOf: (group: UnitSeriesGroup) => string;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/** Lines of unions or superiors, a column a year; of a flow the years are added up, of nothing else. */
export function UnitSeriesTable(props: UnitSeriesTableProps) {
  const { data, groups } = props;
  const t = useText();
  const words = useDataWords();
  const columns = columnsOf(props, t, words);
  const sums = data.periods.map((_, index) =>
    groups.reduce(
      (sum, { points }) => ({
        numerator: plus(sum.numerator, points[index]?.numerator ?? null),
        denominator: plus(sum.denominator, points[index]?.denominator ?? null),
        unitsReporting: sum.unitsReporting + (points[index]?.unitsReporting ?? 0),
        unitsAsked: sum.unitsAsked + (points[index]?.unitsAsked ?? 0),
      }),
      NO_FIGURE,
    ),
  );
  const total = groups.reduce<number | null>((sum, group) => plus(sum, group.total?.sum ?? null), null);
  return (
    <>
      <SortableTable
        label={t("history.series.byUnit.title")}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key}
        footer={
          <tr>
            <th scope="row">{t("history.units.sumOfShown")}</th>
            {data.periods.map((period, index) => (
              <td key={period} className="number">
                {printed(data, sums[index], t, words)}
                <Covered point={sums[index]} />
              </td>
            ))}
            {data.kind === "flow" && (
              <td className="number">{total === null ? t("history.series.missing") : printNumber(total)}</td>
            )}
          </tr>
        }
      />
      {groups.some(({ breaks }) => breaks.length > 0) && <p>{t("history.series.byUnit.marked")}</p>}
    </>
  );
}

function columnsOf(
  { data, by, nameOf, chosen, onChoose }: UnitSeriesTableProps,
  t: Translate,
  words: DataWords,
): readonly Column<UnitSeriesGroup>[] {
  const { periods } = data;
  return [
    {
      id: "name",
      header: t(by === "unit" ? "history.units.unit" : "history.units.parent"),
      isRowHeader: true,
      cell: (group) => (
        <>
          <button
            type="button"
            className="history-pick"
            aria-pressed={group.key === chosen}
            onClick={() => onChoose(group.key)}
          >
            {nameOf(group)}
          </button>
          {by === "unit" && (
            <small>
              {group.codes.join(" + ")}
              {group.endedOn !== null && `, ${t("history.units.gone", { date: printDate(group.endedOn) })}`}
            </small>
          )}
        </>
      ),
      sortValue: nameOf,
    },
    ...periods.map(
      (period, index): Column<UnitSeriesGroup> => ({
        id: period,
        header: printPeriod(period, t),
        align: "end",
        cell: ({ points, breaks }) => {
          const isMarked = breaks.some((found) => placeOfBreak(found, periods) === index);
          return (
            <>
              {printed(data, points[index], t, words)}
              {isMarked ? " *" : ""}
              {by === "parent" && <Covered point={points[index]} />}
            </>
          );
        },
        sortValue: ({ points }) => {
          const { numerator = null, denominator = null } = points[index] ?? {};
          return numerator === null ? null : numerator / (denominator || 1);
        },
      }),
    ),
    ...(data.kind === "flow"
      ? [
          {
            id: "total",
            header: t("history.series.byUnit.total"),
            align: "end" as const,
            cell: ({ total }: UnitSeriesGroup) =>
              total === null ? (
                t("history.series.missing")
              ) : (
                <>
                  {printNumber(total.sum)}
                  {total.years < total.ofYears && (
                    <small>
                      {t("history.series.byUnit.years", { years: total.years, of: total.ofYears })}
                    </small>
                  )}
                </>
              ),
            sortValue: ({ total }: UnitSeriesGroup) => total?.sum ?? null,
          },
        ]
      : []),
  ];
}

const NO_FIGURE: Point = { numerator: null, denominator: null, unitsReporting: 0, unitsAsked: 0 };

/** Of a figure made of several unions: how many of them are in it. */
function Covered({ point }: { readonly point: Point | undefined }) {
  return point && point.numerator !== null ? (
    <Coverage reporting={point.unitsReporting} asked={point.unitsAsked} />
  ) : null;
}

function printed(data: UnitSeries, point: SeriesFigure | undefined, t: Translate, words: DataWords): string {
  return (point && printFigure(data, point, words)) ?? t("history.series.missing");
}
