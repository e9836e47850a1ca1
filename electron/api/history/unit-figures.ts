// One element by union in one period, each with the union its figure belongs to today (domain.md §f.2 no. 6 and 9c).
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { Columns } from "../../../shared/domain/evaluate/columns.ts";
import type { UnitFigure, UnitThen } from "../../../shared/domain/history/group-units.ts";
import { isCounted, pointOf } from "../../../shared/domain/history/series.ts";
import { todaysUnits } from "../../../shared/domain/history/successors.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { listReceivers, listSuccessions } from "../../database/queries/successions.ts";
import { listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { officeFigures } from "../figure-source.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { windowOf } from "./series-window.ts";

/** Reads today's register once for however many periods are asked. */
export function unitFigures(
  workspace: Workspace,
  office: OfficeRecord,
  element: DataElement,
): (period: Period) => UnitFigure[] {
  const { db } = workspace;
  const now = new Map(listUnits(db, workspace.today()).map((unit) => [unit.uid, unit]));
  const successions = listSuccessions(db);
  const receivers = new Map(listReceivers(db).map(({ uid, receiver }) => [uid, receiver]));
  const todayOf = (uid: string): UnitFigure["today"] => {
    const unit = now.get(uid);
    // A union handed over belongs to its receiver today.
    const parent = receivers.get(uid);
    return unit ? [{ ...facts(unit), ...(parent && { parent }), endedOn: unit.endedOn }] : [];
  };
  return (period) => {
    const { source, units } = officeFigures(workspace, office, period);
    const column = new Columns(source).over(element.code, windowOf(element, period));
    const belongs = todaysUnits(
      units.map(({ uid }) => uid),
      successions,
    );
    return units.flatMap((unit, index): UnitFigure[] => {
      const known = source.units[index];
      const standing = column.standing[index];
      if (!known || standing === "notApplicable" || standing === "notDue") return [];
      if (!isCounted(element, known, period)) return [];
      const own = { standing: [standing ?? "missing"], value: column.value.slice(index, index + 1) };
      const { numerator, denominator, isPartial } = pointOf(element, own);
      const today = (belongs.get(unit.uid) ?? [unit.uid]).flatMap(todayOf);
      return [{ ...facts(unit), numerator, denominator, isPartial, today }];
    });
  };
}

function facts({ uid, code, name, parentName, employerType }: UnitRecord): UnitThen {
  return { uid, code, name, parent: parentName, employerType };
}
