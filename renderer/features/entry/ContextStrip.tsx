import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FormColumn, FormUnit } from "../../../shared/contract/entries.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry, formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface ContextStripProps {
  readonly unit: FormUnit;
  readonly column: FormColumn;
  readonly columnIndex: number;
  readonly period: string;
  /** Changes when something was saved: the sum since January may have. */
  readonly saved: number;
}

/** A run of arrows does not ask for every union it passes. */
const REST_MS = 120;

/** Beside the active cell: the period before, the same period last year, the sum since January. */
export function ContextStrip({ unit, column, columnIndex, period, saved }: ContextStripProps) {
  const t = useText();
  const rested = useRested(unit.uid);
  const context = useQuery({
    ...api.entries.unitContext.queryOptions({ input: { unit: rested, period: period as never } }),
    queryKey: ["unitContext", rested, period, saved],
    gcTime: 60_000,
    placeholderData: (previous) => (rested === unit.uid ? previous : undefined),
  });
  const data = rested === unit.uid ? context.data : undefined;
  const print = (entry: EntryValue | null | undefined) =>
    entry ? formatEntry(entry, column.type) : t("entry.detail.none");
  const yearToDate = data?.yearToDate[columnIndex];
  return (
    <dl className="entry-context">
      <div>
        <dt>{t("entry.detail.previous", { period: data ? printPeriod(data.previousPeriod, t) : "…" })}</dt>
        <dd>{data ? print(data.previous[columnIndex]) : "…"}</dd>
      </div>
      <div>
        <dt>
          {t("entry.detail.lastYear", { period: data ? printPeriod(data.samePeriodLastYear, t) : "…" })}
        </dt>
        <dd>{data ? print(data.lastYear[columnIndex]) : "…"}</dd>
      </div>
      {yearToDate !== null && yearToDate !== undefined && (
        <div>
          <dt>{t("entry.detail.yearToDate")}</dt>
          <dd>{formatInteger(yearToDate)}</dd>
        </div>
      )}
      {column.isCumulative && <div className="entry-context-note">{t("entry.cumulative")}</div>}
    </dl>
  );
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
