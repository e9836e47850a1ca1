import type { TargetTrend } from "../../../shared/contract/evaluation.ts";
import { comparedFigure } from "../../../shared/domain/evaluate/average.ts";
import { compareFigures } from "../../../shared/domain/evaluate/comparison.ts";
import { printCoverage } from "../../../shared/domain/evaluate/print-coverage.ts";
import { rollUp } from "../../../shared/domain/evaluate/roll-up.ts";
import { type Evaluation, EVALUATION_STATUSES, unitsAsked } from "../../../shared/domain/evaluation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { titleBeside } from "../../text/print-programme.ts";
import { useLanguage, type Translate, useText } from "../../text/use-text.ts";
import {
  isPartOfTime,
  printFraction,
  printGroup,
  printHundredths,
  printPeriods,
  printRange,
} from "./print-evaluation.ts";
import { groupOf, type LineGroup, type ScoreLine } from "./scoreboard-filter.ts";
import { Verdict } from "./Verdict.tsx";

interface ScoreTableProps {
  readonly lines: readonly ScoreLine[];
  /** All there are, whatever is filtered away. */
  readonly groups: readonly LineGroup[];
  /** False where what is judged here is not how the programme stands. */
  readonly isStanding: boolean;
  /** Undefined while the earlier years are still being judged. */
  readonly trends: readonly TargetTrend[] | undefined;
  readonly onOpen: (target: string) => void;
}

/** Every target with its figure, how much of the time and of the units is behind it, and what is still needed. */
export function ScoreTable({ lines, groups, isStanding, trends, onOpen }: ScoreTableProps) {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const before = new Map(trends?.map(({ target, points }) => [target, points.at(-1)]));
  const columns: readonly Column<ScoreLine>[] = [
    {
      id: "id",
      header: t("evaluation.column.code"),
      cell: ({ row }) => <span className="nowrap">{row.target}</span>,
      sortValue: ({ row }) => row.target,
      width: 84,
    },
    {
      id: "title",
      header: t("evaluation.column.target"),
      cell: ({ row, target }) =>
        (isEnglish ? target?.titleEnglish : target && titleBeside(target.title, row.displayTarget)) ?? "",
      isRowHeader: true,
    },
    {
      id: "asked",
      header: t("evaluation.column.asked"),
      cell: ({ row }) => words.askedBy(row),
      width: 132,
    },
    {
      id: "value",
      header: t("evaluation.column.value"),
      cell: ({ row }) => <Figure row={row} t={t} words={words} />,
      width: 152,
      align: "end",
    },
    {
      id: "units",
      header: t("evaluation.column.units"),
      cell: ({ row }) => <UnitsCell row={row} t={t} />,
      sortValue: ({ row }) => row.unitsReporting - unitsAsked(row),
      width: 112,
      align: "end",
    },
    {
      id: "status",
      header: t("evaluation.column.status"),
      cell: ({ row }) => (
        <span>
          <Verdict status={row.status} />
          {row.pace !== null && (
            <small className="figure-note">
              {t("evaluation.paceShort", { pace: printHundredths(row.pace) })}
            </small>
          )}
        </span>
      ),
      sortValue: ({ row }) => EVALUATION_STATUSES.indexOf(row.status),
      width: 152,
    },
    {
      id: "needed",
      header: t("evaluation.column.needed"),
      cell: ({ row }) => <NeededCell row={row} t={t} />,
      sortValue: ({ row }) => row.needed?.amount,
      width: 104,
      align: "end",
    },
    {
      id: "trend",
      header: t("evaluation.column.trend"),
      cell: ({ row }) => <TrendCell row={row} before={before.get(row.target)} words={words} />,
      width: 120,
      align: "end",
    },
    {
      id: "completion",
      header: t("evaluation.column.completion"),
      cell: ({ row }) => (row.completion === null ? "" : printHundredths(row.completion)),
      sortValue: ({ row }) => row.completion,
      width: 84,
      align: "end",
    },
  ];
  const grouping = {
    groups: groups.map((group) => ({
      id: group.id,
      heading: <GroupHeading group={group} isStanding={isStanding} />,
    })),
    groupOf,
  };
  return (
    <DataTable
      label={t("evaluation.table")}
      columns={columns}
      rows={lines}
      rowKey={({ row }) => row.target}
      onRowAction={({ row }) => onOpen(row.target)}
      {...(groups.some(({ group }) => group !== null) ? { grouping } : {})}
    />
  );
}

/** A group as a heading, with how many of its targets are reached where that says how the programme stands. */
function GroupHeading({
  group: { group, lines },
  isStanding,
}: {
  readonly group: LineGroup;
  readonly isStanding: boolean;
}) {
  const t = useText();
  const { reached, total } = rollUp(lines.map(({ row }) => row));
  return (
    <>
      {printGroup(group, t)}
      {isStanding && <span className="group-standing">{t("evaluation.summary", { reached, total })}</span>}
    </>
  );
}

interface CellProps {
  readonly row: Evaluation;
  readonly t: Translate;
}

/** The figure, the fraction it comes from, the part of the time behind it, and what the missing units could make of it. */
function Figure({ row, t, words }: CellProps & { readonly words: DataWords }) {
  if (row.numerator === null) return <>{words.result(row)}</>;
  const range = printRange(row, t);
  return (
    <span>
      <strong>{words.result(row)}</strong>
      {(row.denominator !== null || row.averagedMonths !== null) && (
        <small className="figure-note">{printFraction(row, t)}</small>
      )}
      {isPartOfTime(row.periods) && (
        <small className="figure-note figure-partial">{printPeriods(row.periods, t)}</small>
      )}
      {range !== "" && <small className="figure-note">{range}</small>}
    </span>
  );
}

/** Who has said anything; those whose figures are not complete are named, for they may still change the verdict. */
function UnitsCell({ row, t }: CellProps) {
  const language = useLanguage();
  const incomplete = row.unitsReporting - row.unitsCounted;
  return (
    <span>
      {printCoverage(row, language)}
      {incomplete > 0 && (
        <small className="figure-note figure-partial">
          {t("evaluation.incompleteShort", { number: incomplete })}
        </small>
      )}
    </span>
  );
}

function NeededCell({ row: { needed }, t }: CellProps) {
  if (needed === null) return null;
  return (
    <span>
      {needed.direction === "fewer" ? "−" : "+"}
      {formatInteger(needed.amount)}
      {needed.perMonth !== null && (
        <small className="figure-note">{t("evaluation.perMonthShort", { amount: needed.perMonth })}</small>
      )}
    </span>
  );
}

/** The same point of the year before; the arrow compares the exact figures, not what is printed of them. */
function TrendCell({
  row,
  before,
  words,
}: {
  readonly row: Evaluation;
  readonly before: TargetTrend["points"][number] | undefined;
  readonly words: DataWords;
}) {
  if (!before || before.numerator === null) return null;
  const [now, then] = [comparedFigure(row), comparedFigure(before)];
  const order = now && then && compareFigures(now, then);
  const arrow = order === undefined ? "" : order > 0 ? "↑ " : order < 0 ? "↓ " : "= ";
  return (
    <span>
      {arrow}
      {words.result(before)}
      <small className="figure-note">{before.period.slice(0, 4)}</small>
    </span>
  );
}
