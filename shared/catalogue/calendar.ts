// The calendar shipped with the product (domain.md §d.2); quarters II and IV follow quarters I and III.
import type { CalendarRule } from "../domain/calendar.ts";

const on = (day: number, monthOffset = 0) => ({ monthOffset, day });

export const DEFAULT_CALENDAR: readonly CalendarRule[] = [
  { rhythm: "month", cutoff: on(15), collect: on(18), due: on(20) },
  { rhythm: "quarter", cutoff: on(10), collect: on(12), due: on(15) },
  { rhythm: "half", cutoff: on(31, -1), collect: on(5), due: on(10) },
  { rhythm: "nine", cutoff: on(31, -1), collect: on(5), due: on(10) },
  { rhythm: "year", cutoff: on(15, -1), collect: on(20, -1), due: on(30, -1) },
];
