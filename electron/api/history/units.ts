// Figures by union as they were reported, and by whom they belong to today (domain.md §f.2 no. 6 and 9c).
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { UnitFigure, UnitThen } from "../../../shared/contract/history.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { Columns } from "../../../shared/domain/evaluate/columns.ts";
import { isCounted, pointOf } from "../../../shared/domain/history/series.ts";
import { todaysUnits } from "../../../shared/domain/history/successors.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { listSuccessions } from "../../database/queries/successions.ts";
import { listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { officeFigures } from "../figure-source.ts";
import { api, requireOffice } from "../implementation.ts";
import { windowOf } from "./series-window.ts";

export const units = api.history.units.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const element = findElement(input.element);
  if (!element) throw errors.ELEMENT_UNKNOWN();
  const period = periodOf(input.period);
  const { source, units: then } = officeFigures(workspace, office, period);
  const column = new Columns(source).over(element.code, windowOf(element, period));
  const now = new Map(listUnits(workspace.db, workspace.today()).map((unit) => [unit.uid, unit]));
  const belongs = todaysUnits(
    then.map(({ uid }) => uid),
    listSuccessions(workspace.db),
  );
  const isAsked = (index: number) => {
    const standing = column.standing[index];
    return standing !== "notApplicable" && standing !== "notDue";
  };
  const rows = then.flatMap((unit, index): UnitFigure[] => {
    const known = source.units[index];
    if (!known || !isAsked(index) || !isCounted(element, known, period)) return [];
    const { numerator, denominator, isPartial } = pointOf(element, column, (at) => at === index);
    return [
      {
        ...facts(unit),
        numerator,
        denominator,
        isPartial,
        today: (belongs.get(unit.uid) ?? [unit.uid]).flatMap((uid) => {
          const today = now.get(uid);
          return today ? [{ ...facts(today), endedOn: today.endedOn }] : [];
        }),
      },
    ];
  });
  return {
    element: element.code,
    ...words(element),
    period: period.code,
    today: workspace.today(),
    rows,
  };
});

function words({ label, measureUnit, type }: DataElement) {
  return { label, measureUnit, type };
}

function facts({ uid, code, name, parentName, employerType }: UnitRecord): UnitThen {
  return { uid, code, name, parent: parentName, employerType };
}
