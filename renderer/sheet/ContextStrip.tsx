import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { FormColumn, FormUnit } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { api } from "../api/api.ts";
import { useDataWords } from "../text/data-words.ts";
import { printPeriod } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import { type ActivePlace, useActiveCell } from "./active-place.ts";
import type { EntrySheet } from "./entry-sheet.ts";

interface ContextStripProps {
  readonly sheet: EntrySheet;
  readonly place: ActivePlace;
  /** Rows of the sheet that are shown. */
  readonly rows: readonly number[];
}

/** A run of arrows does not ask for every union it passes. */
const REST_MS = 120;

/** Beside the active cell: the period before, the same period last year, the sum since January. */
export function ContextStrip({ sheet, place, rows }: ContextStripProps) {
  const active = useActiveCell(place);
  const unit = sheet.form.units[rows[active.row] ?? -1];
  const column = sheet.form.columns[active.column];
  if (!unit || !column) return null;
  return <Figures sheet={sheet} unit={unit} column={column} />;
}

interface FiguresProps {
  readonly sheet: EntrySheet;
  readonly unit: FormUnit;
  readonly column: FormColumn;
}

function Figures({ sheet, unit, column }: FiguresProps) {
  const t = useText();
  const words = useDataWords();
  const { period } = sheet.form;
  // The sum since January changes with what is saved here.
  const saved = useSyncExternalStore(
    useCallback((listener) => sheet.saver.subscribe(listener), [sheet]),
    () => sheet.saver.settledCount(),
  );
  const rested = useRested(unit.uid, saved);
  const context = useQuery({
    ...api.entries.unitContext.queryOptions({ input: { unit: rested.unit, period } }),
    queryKey: ["unitContext", rested.unit, period, rested.saved],
    gcTime: 60_000,
    placeholderData: (previous) => previous,
  });
  const data = rested.unit === unit.uid ? context.data : undefined;
  const print = (entry: EntryValue | null | undefined, at: string) =>
    entry ? words.entry(entry, column.type, at) : t("entry.detail.none");
  const index = data?.elements.indexOf(column.element) ?? -1;
  const yearToDate = data?.yearToDate[index];
  return (
    <dl className="entry-context">
      {/* The period before a year is the same period of last year. */}
      {sheet.form.form !== "year" && (
        <div>
          <dt>{t("entry.detail.previous", { period: data ? printPeriod(data.previousPeriod, t) : "…" })}</dt>
          <dd>{data ? print(data.previous[index], data.previousPeriod) : "…"}</dd>
        </div>
      )}
      <div>
        <dt>
          {t("entry.detail.lastYear", { period: data ? printPeriod(data.samePeriodLastYear, t) : "…" })}
        </dt>
        <dd>{data ? print(data.lastYear[index], data.samePeriodLastYear) : "…"}</dd>
      </div>
      {yearToDate !== null && yearToDate !== undefined && (
        <div>
          <dt>{t("entry.detail.yearToDate")}</dt>
          <dd>{formatInteger(yearToDate)}</dd>
        </div>
      )}
      {column.isCumulative && <div className="entry-context-note">{t("entry.cumulative")}</div>}
      {column.mode === "optional" && <div className="entry-context-note">{t("entry.optional")}</div>}
    </dl>
  );
}

function useRested(unit: string, saved: number): { readonly unit: string; readonly saved: number } {
  const [rested, setRested] = useState({ unit, saved });
  useEffect(() => {
    const timer = setTimeout(() => setRested({ unit, saved }), REST_MS);
    return () => clearTimeout(timer);
  }, [unit, saved]);
  return rested;
}
