import { Link } from "@tanstack/react-router";
import type { ReportedAgainstNow } from "../../../shared/contract/history.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { contribution } from "../../../shared/domain/entry.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import type { Column } from "../../components/DataTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { SearchedTable } from "./SearchedTable.tsx";
import { printChange } from "./figure-words.ts";

type Line = ReportedAgainstNow["lines"][number];

/** Every cell that differs: what was reported, what stands there now. */
export function DifferenceTable({ data }: { readonly data: ReportedAgainstNow }) {
  const t = useText();
  const words = useDataWords();
  const { lines, hidden, report, cells } = data;
  if (lines.length === 0) return <p>{t("history.reported.same", { cells: printNumber(cells) })}</p>;
  return (
    <div className="history-part">
      <SearchedTable
        label={t("history.reported.lines", { number: printNumber(lines.length) })}
        columns={columnsOf(report.kind !== "received", t, words)}
        rows={lines}
        rowKey={({ unit, element, period }) => `${unit.uid} ${element} ${period}`}
        textOf={({ unit, element, label, period }) =>
          `${unit.code} ${unit.name} ${words.element(element, label)} ${printPeriod(period, t)}`
        }
      />
      {hidden > 0 && <p>{t("history.reported.hidden", { number: printNumber(hidden) })}</p>}
    </div>
  );
}

function columnsOf(isOwn: boolean, t: Translate, words: DataWords): readonly Column<Line>[] {
  return [
    {
      id: "unit",
      header: t("history.reported.unit"),
      isRowHeader: true,
      cell: ({ unit }) => `${unit.code} ${unit.name}`,
      sortValue: ({ unit }) => unit.code,
    },
    {
      id: "element",
      header: t("history.reported.element"),
      cell: ({ element, label }) => words.element(element, label),
      sortValue: ({ element, label }) => words.element(element, label),
    },
    {
      id: "period",
      header: t("history.reported.period"),
      cell: (line) => <Place line={line} isOwn={isOwn} />,
      sortValue: ({ period }) => period,
    },
    {
      id: "was",
      header: t("history.reported.was"),
      align: "end",
      cell: ({ reported, type, period }) =>
        reported === null ? t("history.reported.notReported") : words.entry(reported, type, period),
    },
    {
      id: "now",
      header: t("history.reported.now"),
      align: "end",
      cell: ({ now, type, period }) =>
        now === null ? t("history.reported.cleared") : words.entry(now, type, period),
    },
    {
      id: "change",
      header: t("history.reported.change"),
      align: "end",
      cell: (line) => {
        const change = changeOfLine(line);
        return change === undefined ? t("shell.none") : printChange(change);
      },
      sortValue: changeOfLine,
    },
  ];
}

/** The cell itself, where this office has it. */
function Place({ line, isOwn }: { readonly line: Line; readonly isOwn: boolean }) {
  const t = useText();
  const period = parsePeriod(line.period);
  const name = <span className="nowrap">{printPeriod(line.period, t)}</span>;
  if (!isOwn || !period) return name;
  return (
    <Link
      to="/entry/$form/$period"
      params={{ form: period.rhythm, period: period.code }}
      search={{ unit: line.unit.uid, element: line.element }}
    >
      {name}
    </Link>
  );
}

function changeOfLine({ reported, now, type }: Line): number | undefined {
  if (type !== "count" && type !== "money") return undefined;
  const [was, is] = [amountOf(reported), amountOf(now)];
  return was === undefined || is === undefined ? undefined : is - was;
}

function amountOf(entry: EntryValue | null): number | undefined {
  return entry === null ? undefined : contribution(entry);
}
