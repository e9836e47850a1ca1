import type { FrozenReport } from "../../../shared/contract/history.ts";

/**
 * This office's own reports of whole years, of each year the last one: where the verdicts stand as they were reported.
 * @param reports of one period the newest correction first
 * @param periods codes of years, in the order wanted
 */
export function reportedYears(
  reports: readonly FrozenReport[],
  periods: readonly string[],
): readonly FrozenReport[] {
  const own = reports.filter(({ kind, form }) => kind !== "received" && form === "year");
  return periods.flatMap((period) => own.find((report) => report.period === period) ?? []);
}
