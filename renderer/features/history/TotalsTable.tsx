import { useState } from "react";
import type { ReportedAgainstNow } from "../../../shared/contract/history.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import type { Column } from "../../components/DataTable.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { printNumber, printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { printChange } from "./figure-words.ts";

type Total = ReportedAgainstNow["totals"][number];

interface TotalsTableProps {
  readonly totals: readonly Total[];
  readonly isSame: boolean;
}

/** Sums of each element in each period over all units; periods are never added to each other. */
export function TotalsTable({ totals, isSame }: TotalsTableProps) {
  const t = useText();
  const words = useDataWords();
  const [onlyDifferent, setOnlyDifferent] = useState(!isSame);
  const rows = totals.filter(({ reported, now }) => !onlyDifferent || reported !== now);
  return (
    <div className="history-part">
      <p>{t("history.reported.totalsLead")}</p>
      <div className="history-choice">
        <Checkbox isSelected={onlyDifferent} onChange={setOnlyDifferent}>
          {t("history.reported.onlyDifferent")}
        </Checkbox>
      </div>
      <SortableTable
        label={t("history.reported.totals", { number: printNumber(rows.length) })}
        columns={columnsOf(t, words)}
        rows={rows}
        rowKey={({ element, period }) => `${element} ${period}`}
      />
    </div>
  );
}

function columnsOf(t: Translate, words: DataWords): readonly Column<Total>[] {
  return [
    {
      id: "element",
      header: t("history.reported.element"),
      isRowHeader: true,
      cell: ({ element, label, measureUnit }) => {
        const name = words.element(element, label);
        return measureUnit === "" ? name : `${name} (${words.measureUnit(measureUnit)})`;
      },
      sortValue: ({ element, label }) => words.element(element, label),
    },
    {
      id: "period",
      header: t("history.reported.period"),
      cell: ({ period }) => <span className="nowrap">{printPeriod(period, t)}</span>,
      sortValue: ({ period }) => period,
    },
    {
      id: "was",
      header: t("history.reported.was"),
      align: "end",
      cell: ({ reported }) => printNumber(reported),
      sortValue: ({ reported }) => reported,
    },
    {
      id: "now",
      header: t("history.reported.now"),
      align: "end",
      cell: ({ now }) => printNumber(now),
      sortValue: ({ now }) => now,
    },
    {
      id: "change",
      header: t("history.reported.change"),
      align: "end",
      cell: ({ reported, now }) =>
        reported === null || now === null ? t("shell.none") : printChange(now - reported),
      sortValue: ({ reported, now }) => (reported === null || now === null ? null : now - reported),
    },
  ];
}
