// What parts the years of a series here: the register, the grade schemes, the programme, and what people noted.
import type { DataElement } from "../../../shared/domain/data-element.ts";
import {
  breaksOfGrades,
  breaksOfUnits,
  breaksWithin,
  type SeriesBreak,
} from "../../../shared/domain/history/breaks.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { listYears } from "../../database/queries/entries.ts";
import { listSeriesNotes } from "../../database/queries/series-notes.ts";
import { findFoundingDay, listUnitEnds } from "../../database/queries/successions.ts";
import { listUnits } from "../../database/queries/units.ts";
import { gradeSchemes } from "../grade-schemes.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/** Breaks between the points of a series, in time order. @param more those that only this series has */
export function breaksOf(
  workspace: Workspace,
  office: OfficeRecord,
  elements: readonly DataElement[],
  periods: readonly Period[],
  more: readonly SeriesBreak[] = [],
): SeriesBreak[] {
  const from = periods[0]?.startOn ?? "";
  const to = periods.at(-1)?.endOn ?? "";
  const alive = listUnits(workspace.db, from, { from, to: from }).length;
  const all = [
    ...breaksOfAll(workspace, office, elements),
    ...breaksOfUnits(listUnitEnds(workspace.db, from, to), alive),
    ...more,
  ];
  return breaksWithin(
    all,
    periods.map(({ code }) => code),
  );
}

/** Breaks that do not depend on which unions are looked at. */
export function breaksOfAll(
  workspace: Workspace,
  office: OfficeRecord,
  elements: readonly DataElement[],
): SeriesBreak[] {
  return [
    ...breaksOfGrades(elements, gradeSchemes(workspace)),
    ...beginnings(workspace, office),
    ...notes(workspace, elements),
  ];
}

/** Another value asked from a day on, and the last day on which figures can be compared with the programme. */
export function breaksOfTarget(
  { lastValidOn }: Pick<Programme, "lastValidOn">,
  { revisions = [] }: Pick<Target, "revisions">,
): SeriesBreak[] {
  return [
    ...revisions.map(
      ({ validFrom, decision }): SeriesBreak => ({ kind: "targetRevised", on: validFrom, decision }),
    ),
    ...(lastValidOn === null ? [] : [{ kind: "programmeEnded", on: lastValidOn } as const]),
  ];
}

function beginnings(workspace: Workspace, office: OfficeRecord): SeriesBreak[] {
  const founded = findFoundingDay(workspace.db, office.unitId);
  const first = listYears(workspace.db).at(-1);
  return [
    ...(founded === null ? [] : [{ kind: "officeFounded", on: founded } as const]),
    ...(first === undefined ? [] : [{ kind: "recordsBegin", on: `${first}-01-01` } as const]),
  ];
}

function notes(workspace: Workspace, elements: readonly DataElement[]): SeriesBreak[] {
  const ids = new Set(elements.map(({ code }) => workspace.elementId(code)));
  return listSeriesNotes(workspace.db)
    .filter(({ elementId }) => elementId === null || ids.has(elementId))
    .map(({ id, effectiveOn, text, author }) => ({ kind: "noted", on: effectiveOn, id, text, author }));
}
