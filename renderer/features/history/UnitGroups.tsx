import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { UnitsThenAndNow } from "../../../shared/contract/history.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import type { Column } from "../../components/DataTable.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printDate, printNumber } from "../../text/print.ts";
import { type Translate, useLabel, useText } from "../../text/use-text.ts";
import { Coverage } from "./Coverage.tsx";
import { printMean } from "./figure-words.ts";
import { type Grouping, plus, type UnitGroup } from "../../../shared/domain/history/group-units.ts";

interface UnitGroupsProps {
  readonly data: UnitsThenAndNow;
  readonly groups: readonly UnitGroup[];
  readonly by: Grouping;
  /** False while a search hides some: the sum is then of what is seen. */
  readonly isWhole: boolean;
  /** Several units of the time may stand in one line. */
  readonly isGathered: boolean;
}

export function UnitGroups({ data, groups, by, isWhole, isGathered }: UnitGroupsProps) {
  const t = useText();
  const words = useDataWords();
  const label = useLabel();
  const kindOf = ({ employerTypes }: UnitGroup) =>
    employerTypes
      .map((type) => (type ? label(EMPLOYER_TYPE_LABELS[type]) : ""))
      .filter(Boolean)
      .join(" + ");
  const office = useQuery(api.office.status.queryOptions()).data?.office?.code;
  const columns = columnsOf(data, by, kindOf, t, words, office).filter(
    ({ id }) => id !== "from" || isGathered,
  );
  const total = groups.reduce(
    (sum, group) => ({
      units: sum.units + group.units,
      reporting: sum.reporting + group.reporting,
      numerator: plus(sum.numerator, group.numerator),
      denominator: plus(sum.denominator, group.denominator),
    }),
    { units: 0, reporting: 0, numerator: null as number | null, denominator: null as number | null },
  );
  return (
    <SortableTable
      label={t("history.units.table")}
      columns={columns}
      rows={groups}
      rowKey={({ key }) => key}
      footer={
        <tr>
          <th scope="row" colSpan={columns.length - 1}>
            {t(isWhole ? "history.units.total" : "history.units.sumOfShown")}
          </th>
          <td className="number">
            {printValue(data, total, t)}
            <Coverage reporting={total.reporting} asked={total.units} />
          </td>
        </tr>
      }
    />
  );
}

function columnsOf(
  data: UnitsThenAndNow,
  by: Grouping,
  kindOf: (group: UnitGroup) => string,
  t: Translate,
  words: DataWords,
  office: string | undefined,
): readonly Column<UnitGroup>[] {
  const parentsOf = ({ parents }: UnitGroup) => parents.flatMap((parent) => parent ?? []).join(" + ");
  const nameOf = (group: UnitGroup) => {
    if (by === "parent") return parentsOf(group) || t("history.units.notRecorded");
    if (by === "employerType") return kindOf(group) || t("history.units.notRecorded");
    const names = group.names.join(" + ");
    return group.codes.length > 1 ? t("history.units.jointly", { units: names }) : names;
  };
  return [
    ...(by === "unit"
      ? [
          {
            id: "code",
            header: t("history.units.code"),
            cell: ({ codes }: UnitGroup) => codes.join(" + "),
            sortValue: ({ codes }: UnitGroup) => codes.join(),
          },
        ]
      : []),
    {
      id: "name",
      header: by === "unit" ? t("history.units.unit") : t(`history.units.bys.${by}`),
      isRowHeader: true,
      cell: (group) => (
        <>
          {nameOf(group)}
          {by === "unit" && group.endedOn !== null && (
            <small>{t("history.units.gone", { date: printDate(group.endedOn) })}</small>
          )}
        </>
      ),
      sortValue: nameOf,
    },
    ...(by === "unit"
      ? [
          {
            id: "parent",
            header: t("history.units.parent"),
            cell: (group: UnitGroup) => parentsOf(group) || t("shell.none"),
            sortValue: parentsOf,
          },
          {
            id: "employerType",
            header: t("history.units.employerType"),
            cell: (group: UnitGroup) => kindOf(group) || t("shell.none"),
            sortValue: kindOf,
          },
        ]
      : []),
    {
      id: "from",
      header: t("history.units.from"),
      cell: ({ units, reporting }) =>
        t("history.units.fromUnits", { reporting: printNumber(reporting), number: printNumber(units) }),
      sortValue: ({ units }) => units,
    },
    {
      id: "value",
      header: `${t("history.units.value")}${data.measureUnit === "" ? "" : ` (${words.measureUnit(data.measureUnit)})`}`,
      align: "end",
      cell: (group) => <Figure data={data} group={group} by={by} office={office} />,
      sortValue: ({ numerator }) => numerator,
    },
  ];
}

interface FigureProps {
  readonly data: UnitsThenAndNow;
  readonly group: UnitGroup;
  readonly by: Grouping;
  /** Code of the office itself. */
  readonly office: string | undefined;
}

/** Of one unit it leads to its cell; the office answers about itself in a form of its own. */
function Figure({ data, group, by, office }: FigureProps) {
  const t = useText();
  const printed = printValue(data, group, t);
  const [uid, ...others] = group.uids;
  const period = parsePeriod(data.period);
  if (by !== "unit" || uid === undefined || others.length > 0 || group.numerator === null || !period)
    return printed;
  if (office !== undefined && group.codes.includes(office))
    return (
      <Link to="/entry/own/$period" params={{ period: period.code }}>
        {printed}
      </Link>
    );
  return (
    <Link
      to="/entry/$form/$period"
      params={{ form: period.rhythm, period: period.code }}
      search={{ unit: uid, element: data.element }}
    >
      {printed}
    </Link>
  );
}

function printValue(
  { type }: UnitsThenAndNow,
  { numerator, denominator }: Pick<UnitGroup, "numerator" | "denominator">,
  t: Translate,
): string {
  if (numerator === null) return t("history.units.missing");
  if (denominator === null || denominator === 0) return printNumber(numerator);
  // Scores are kept in hundredths of a point; of several units they are an average.
  if (type === "score") return printMean(numerator, denominator * 100);
  return t("history.units.yes", { number: printNumber(numerator), of: printNumber(denominator) });
}
