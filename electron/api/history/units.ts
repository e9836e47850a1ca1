// Figures by union as they were reported, and by whom they belong to today (domain.md §f.2 no. 6 and 9c).
import { findElement } from "../../../shared/catalogue/elements.ts";
import { MOST_YEARS } from "../../../shared/contract/history.ts";
import { breaksWithin } from "../../../shared/domain/history/breaks.ts";
import { seriesKindOf } from "../../../shared/domain/history/series.ts";
import { seriesOfUnits, type UnitPassage } from "../../../shared/domain/history/unit-series.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { listSuccessions, listUnitEnds } from "../../database/queries/successions.ts";
import { listUnits } from "../../database/queries/units.ts";
import { api, requireOffice } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";
import { breaksOfAll } from "./series-breaks.ts";
import { samePointOfYears } from "./series-window.ts";
import { unitFigures } from "./unit-figures.ts";

export const units = api.history.units.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const element = findElement(input.element);
  if (!element) throw errors.ELEMENT_UNKNOWN();
  const period = periodOf(input.period);
  const { code, label, measureUnit, type } = element;
  return {
    element: code,
    label,
    measureUnit,
    type,
    period: period.code,
    today: workspace.today(),
    rows: unitFigures(workspace, office, element)(period),
  };
});

export const seriesByUnit = api.history.seriesByUnit.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const element = findElement(input.element);
  if (!element) throw errors.ELEMENT_UNKNOWN();
  const periods = samePointOfYears(input.from, periodOf(input.period));
  if (!periods) throw errors.YEARS_REFUSED({ data: { most: MOST_YEARS } });
  const codes = periods.map(({ code }) => code);
  const figuresIn = unitFigures(workspace, office, element);
  const years = periods.map((period) => ({ period: period.code, rows: figuresIn(period) }));
  const kind = seriesKindOf(element);
  const { label, labelEnglish, measureUnit, type } = element;
  return {
    title: label,
    titleEnglish: labelEnglish,
    measureUnit,
    type,
    kind,
    periods: codes,
    groups: seriesOfUnits(years, input.sight, input.by, kind, passagesWithin(workspace, periods)).map(
      (group) => ({
        ...group,
        breaks: breaksWithin(group.breaks, codes),
      }),
    ),
    breaks: breaksWithin(breaksOfAll(workspace, office, [element]), codes),
  };
});

/** Ends of unions between the first and the last of some periods, each once. */
function passagesWithin(workspace: Workspace, periods: readonly Period[]): UnitPassage[] {
  const { db } = workspace;
  const successors = Map.groupBy(listSuccessions(db), ({ uid }) => uid);
  const names = new Map(listUnits(db, workspace.today()).map(({ uid, name }) => [uid, name]));
  const ends = listUnitEnds(db, periods[0]?.startOn ?? "", periods.at(-1)?.endOn ?? "");
  return [...new Map(ends.map((end) => [end.uid, end])).values()].map((end) => ({
    ...end,
    name: names.get(end.uid) ?? end.uid,
    successors: (successors.get(end.uid) ?? []).map(({ successorUid }) => successorUid),
  }));
}
