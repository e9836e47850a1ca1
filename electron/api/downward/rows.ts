// What a programme carries down besides itself: the shares of each unit and the calendar of a year (domain.md §h story 3).
import { z } from "zod";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { findUnknownForm, programmeOf } from "../../exchange/programme-content.ts";
import type { ContentFault, VerifiedContent } from "../../exchange/verifier.ts";
import { tableRows } from "../bundle/content-check.ts";

export const ALLOCATIONS_SCHEMA = "allocations.v1";
export const CALENDAR_SCHEMA = "calendar.v1";

/** `unit` is the office's id in the trust list; `amount` whole, in the measure of the target. */
const AllocationRowV1 = z.strictObject({
  unit: z.string(),
  target: z.string(),
  year: z.int().min(1990).max(2100),
  amount: z.int().nonnegative(),
});
const CalendarRowV1 = z.strictObject({
  period: z.string(),
  cutoff_on: z.iso.date(),
  collect_on: z.iso.date(),
  due_on: z.iso.date(),
});

export type AllocationRow = z.infer<typeof AllocationRowV1>;
export type CalendarRow = z.infer<typeof CalendarRowV1>;

export function allocationRows(content: VerifiedContent): AllocationRow[] {
  return [...tableRows(content, ALLOCATIONS_SCHEMA)].map((row) => AllocationRowV1.parse(row));
}

export function calendarRows(content: VerifiedContent): CalendarRow[] {
  return [...tableRows(content, CALENDAR_SCHEMA)].map((row) => CalendarRowV1.parse(row));
}

/** Step V12 of a programme bundle beyond its form; null when the content stands, and for every other kind. */
export function checkDownwardContent(content: VerifiedContent): ContentFault | null {
  const { manifest } = content;
  if (manifest.kind !== "programme") return null;
  const unknown = findUnknownForm(content);
  if (unknown !== null) return unknown;
  // A bundle that only names a programme has nothing to adopt it from.
  if (!manifest.entries.some((entry) => entry.role === "table" && entry.schema === "programme.v1"))
    return { code: "E_PROG_UNKNOWN", detail: manifest.programme.title };
  const targets = new Set(programmeOf(content).targets.map(({ id }) => id));
  const given = new Set<string>();
  for (const row of tableRows(content, ALLOCATIONS_SCHEMA)) {
    const parsed = AllocationRowV1.safeParse(row);
    if (!parsed.success) return { code: "E_DATA_SCHEMA", detail: ALLOCATIONS_SCHEMA };
    const { unit, target, year } = parsed.data;
    if (!targets.has(target) || !manifest.audience.includes(unit))
      return { code: "E_DATA_REF", detail: `${unit}/${target}` };
    const key = `${unit}/${target}/${year}`;
    if (given.has(key)) return { code: "E_DATA_RULE", detail: key };
    given.add(key);
  }
  const periods = new Set<string>();
  for (const row of tableRows(content, CALENDAR_SCHEMA)) {
    const parsed = CalendarRowV1.safeParse(row);
    if (!parsed.success) return { code: "E_DATA_SCHEMA", detail: CALENDAR_SCHEMA };
    const fault = calendarFault(parsed.data);
    if (fault !== null) return fault;
    if (periods.has(parsed.data.period)) return { code: "E_DATA_RULE", detail: parsed.data.period };
    periods.add(parsed.data.period);
  }
  return null;
}

/** Figures are cut off before they are collected, and collected before the report is due. */
function calendarFault(row: CalendarRow): ContentFault | null {
  if (!parsePeriod(row.period)) return { code: "E_DATA_REF", detail: row.period };
  const isInOrder = row.cutoff_on <= row.collect_on && row.collect_on <= row.due_on;
  return isInOrder ? null : { code: "E_DATA_RULE", detail: row.period };
}
