import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import type { GradingShare } from "../../../shared/contract/grading.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { useText } from "../../text/use-text.ts";

/** Until what was typed last is added up: a clerk who goes on typing does not wait for sums. */
const REST_MS = 250;

interface GradingStripProps {
  readonly year: number;
  readonly sheet: EntrySheet;
}

/** Good or better over both denominators, as stored now. */
export function GradingStrip({ year, sheet }: GradingStripProps) {
  const t = useText();
  const saved = useSyncExternalStore(
    useCallback((listener) => sheet.saver.subscribe(listener), [sheet]),
    () => sheet.saver.settledCount(),
  );
  const rested = useRested(saved);
  const summary = useQuery({
    ...api.grading.summary.queryOptions({ input: { year } }),
    queryKey: ["gradingStrip", year, rested],
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const [whole] = summary.data?.segments ?? [];
  if (!whole) return <p className="grading-strip">…</p>;
  const { all, eligible } = whole.shares.goodOrBetter;
  return (
    <p className="grading-strip">
      <span>
        {t("grading.strip.unions", {
          unions: whole.unions,
          eligible: whole.eligible,
        })}
      </span>
      <span>
        {t("grading.strip.all", { grade: gradeWordsOf(year).good[0].toLocaleLowerCase("vi") })}{" "}
        <strong>{printShare(all)}</strong>
      </span>
      <span>
        {t("grading.strip.eligible")} <strong>{printShare(eligible)}</strong>
      </span>
    </p>
  );
}

function printShare({ numerator, denominator, display }: GradingShare): string {
  return `${formatInteger(numerator)}/${formatInteger(denominator)} = ${display}`;
}

function useRested(value: number): number {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
