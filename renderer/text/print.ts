// How dates, instants, numbers, periods and keys are printed on screen.
import { dayOf } from "../../shared/domain/clock.ts";
import { formatInteger, quarterNumeral } from "../../shared/domain/number-format.ts";
import type { PeriodOverview, PeriodStateName } from "../../shared/contract/entries.ts";
import { parsePeriod } from "../../shared/domain/period.ts";
import type { Translate } from "./use-text.ts";

/** `2024-05-31` → `31/05/2024`; "—" for nothing. */
export function printDate(date: string | null | undefined): string {
  if (!date) return "—";
  const [year, month, day] = date.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}

/** UTC instant → its day in Viet Nam, `31/05/2024`. */
export function printDayOf(instant: string | null | undefined): string {
  return instant ? printDate(dayOf(instant)) : "—";
}

/** UTC instant → Viet Nam time, `31/05/2024 14:05`. Offices are all in one zone, so the machine's zone is not asked. */
export function printInstant(instant: string | null | undefined): string {
  if (!instant) return "—";
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${printDate(local)} ${local.slice(11, 16)}`;
}

export function printNumber(number: number | null | undefined): string {
  return number === null || number === undefined ? "—" : formatInteger(number);
}

/** `2024-M05` → "Tháng 5/2024"; the code itself when it names no period. */
export function printPeriod(code: string, t: Translate): string {
  const period = parsePeriod(code);
  if (!period) return code;
  const { year, rhythm, lastMonth } = period;
  const index = rhythm === "quarter" ? quarterNumeral(period) : lastMonth;
  return t(`labels.period.${rhythm}`, { index, year });
}

/** As {@link printPeriod}, inside a sentence: "tháng 5/2024". */
export function printPeriodWithin(code: string, t: Translate): string {
  const name = printPeriod(code, t);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** "còn 3 ngày", "quá hạn 2 ngày". @param days until the last day; negative when it is over, null before the office began */
export function printDaysLeft(days: number | null, t: Translate): string {
  if (days === null) return t("entry.beforeBeginning");
  if (days === 0) return t("entry.dueToday");
  return days > 0 ? t("entry.daysLeft", { days }) : t("entry.daysLate", { days: -days });
}

/** "20/11/2026 · còn 3 ngày"; of a report that was sent the day alone: it is late no more. */
export function printDue(
  { dueOn, daysLeft, state }: Pick<PeriodOverview, "dueOn" | "daysLeft" | "state">,
  t: Translate,
): string {
  const isSent = state === "submitted" || state === "accepted";
  return isSent ? printDate(dueOn) : `${printDate(dueOn)} · ${printDaysLeft(daysLeft, t)}`;
}

/** A key as groups of four characters, so that they can be read aloud and compared with paper. @param code 64 hexadecimal characters, or `age1…` */
export function printKeyGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join(" ") ?? code;
}

/** Bytes as people read a size: "1,2 MB"; rounded down to a tenth. */
export function printSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${printNumber(Math.ceil(bytes / 1024))} kB`;
  const tenths = Math.floor((bytes * 10) / (1024 * 1024));
  return `${printNumber(Math.floor(tenths / 10))},${tenths % 10} MB`;
}

/** "Đang mở", "Đã duyệt"; of one that nobody has approved by itself, the longer report that locks it. */
export function printPeriodState(
  { state, lockedWithin }: { readonly state: PeriodStateName; readonly lockedWithin: string | null },
  t: Translate,
): string {
  return state === "open" && lockedWithin !== null
    ? t("labels.lockedWithin", { period: printPeriodWithin(lockedWithin, t) })
    : t(`labels.periodState.${state}`);
}
