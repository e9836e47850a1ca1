// Which periods a report takes figures from, and which of those nobody has approved.
//
// A verdict at the end of December rests on every figure of the year, those of the quarters, half years and the year
// included, because the longer figure counts (domain.md §d.5). Leaving out what is not approved would make the report say
// something else than the office's own evaluation; so it stays in, is named before anybody approves and signs, and goes
// along as the table `periods`, for whoever receives it. Approving a period approves it and the ones inside it, no others.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { elementsIn } from "../../../shared/domain/evaluate/conditions.ts";
import { spansYears } from "../../../shared/domain/evaluate/over-years.ts";
import { contains, type Period, periodOf, periodsOfYear } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { hasEntries, listPeriodsWithEntries } from "../../database/queries/entries.ts";
import { findPeriodState, listLockedPeriods, periodId } from "../../database/queries/periods.ts";
import { adoptedProgrammes } from "../load-programme.ts";
import type { Workspace } from "../workspace.ts";
import { isUnapproved, type PeriodRow } from "./rows.ts";

interface FrozenPart {
  readonly period: Period;
  /** null = every element. */
  readonly elements: ReadonlySet<string> | null;
}

/**
 * All entries since 1 January; the year before of stocks, which stand until they are counted again and from which growth
 * starts; and, of targets that run over years, those years too.
 */
export function frozenParts(workspace: Workspace, period: Period): FrozenPart[] {
  const since = yearsNeeded(adoptedProgrammes(workspace), period);
  const parts: FrozenPart[] = [];
  const first = Math.min(period.year - 1, ...since.values());
  for (let year = first; year < period.year; year += 1) {
    const elements = new Set(
      [...workspace.elementIds.keys()].filter(
        (element) =>
          year >= (since.get(element) ?? period.year) ||
          (year === period.year - 1 && elementByCode(element).time === "LAST"),
      ),
    );
    parts.push(...periodsOfYear(year).map((part) => ({ period: part, elements })));
  }
  for (const part of periodsOfYear(period.year))
    if (part.lastMonth <= period.lastMonth) parts.push({ period: part, elements: null });
  return parts;
}

/** How far a period has come: its own state, or that of a longer one that contains it. */
export function standingOf(workspace: Workspace, period: Period): PeriodRow["state"] {
  const own = findPeriodState(workspace.db, period.rhythm, period)?.state;
  if (own !== undefined && own !== "returned") return own;
  const containing = listLockedPeriods(workspace.db).find(
    ({ code, state }) => state !== "returned" && contains(periodOf(code), period),
  );
  return containing?.state ?? own ?? "open";
}

/** {@link standingOf} as it will be when `approved` is: a period approves the ones inside it, too. */
export function standingOnceApproved(
  workspace: Workspace,
  approved: Period,
  period: Period,
): PeriodRow["state"] {
  const now = standingOf(workspace, period);
  return isUnapproved(now) && contains(approved, period) ? "approved" : now;
}

/** Codes of the periods whose figures would be in the report although nobody has approved them, oldest first. */
export function unapprovedIn(workspace: Workspace, period: Period): string[] {
  const filled = new Set(listPeriodsWithEntries(workspace.db));
  return frozenParts(workspace, period)
    .filter(
      ({ period: part, elements }) =>
        filled.has(part.code) &&
        !contains(period, part) &&
        isUnapproved(standingOf(workspace, part)) &&
        (elements === null ||
          [...elements].some((element) =>
            hasEntries(workspace.db, periodId(part), workspace.elementId(element)),
          )),
    )
    .map(({ period: part }) => part.code);
}

/** The first year each element is needed of, where a target runs over several; the opening year of a growth included. */
function yearsNeeded(programmes: readonly Programme[], period: Period): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const { targets, term } of programmes)
    for (const { indicator, time } of targets) {
      const runsOverYears = spansYears(time);
      const grows = indicator.numerator.kind === "netChange";
      if (!runsOverYears && !grows) continue;
      const first = (runsOverYears ? term.from : period.year) - (grows ? 1 : 0);
      for (const element of elementsIn(indicator))
        since.set(element, Math.min(first, since.get(element) ?? first));
    }
  return since;
}
