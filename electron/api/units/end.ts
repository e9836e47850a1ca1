// The end of a union: when, how, and who goes on with it (domain.md §f.2 no. 4 and 5).
import type { EndKind } from "../../../shared/contract/units.ts";
import { addDays } from "../../../shared/domain/calendar.ts";
import { normaliseText } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertEvent, setEnded } from "../../database/queries/unit-writes.ts";
import { findUnitByUid, listPeriodsOutsideLife, type UnitRecord } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";
import { asStep } from "./step.ts";
import { detailOf, latestMembers } from "./unit-row.ts";

/** How many unions go on with one that ended so. */
const SUCCESSORS: Readonly<Record<EndKind, { readonly least: number; readonly most: number }>> = {
  dissolved: { least: 0, most: 0 },
  merged: { least: 1, most: 1 },
  split: { least: 2, most: 50 },
  transferred: { least: 0, most: 0 },
};

export const end = api.units.end.handler(({ input, context: { workspace }, errors }) => {
  const { db } = workspace;
  const { kind, endedOn } = input;
  return inTransaction(db, () => {
    const unit = findUnitByUid(db, input.uid, endedOn);
    if (!unit) throw errors.UNIT_UNKNOWN();
    if (unit.endedOn !== null) throw errors.UNIT_ALREADY_ENDED({ data: { endedOn: unit.endedOn } });
    if (unit.establishedOn !== null && endedOn < unit.establishedOn)
      throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
    const wanted = [...new Set(input.successors)];
    if (wanted.length > SUCCESSORS[kind].most)
      throw errors.SUCCESSOR_SURPLUS({ data: { most: SUCCESSORS[kind].most } });
    if (wanted.length < SUCCESSORS[kind].least)
      throw errors.SUCCESSOR_MISSING({ data: { least: SUCCESSORS[kind].least } });
    const successors = wanted.map((uid) => {
      const successor = findUnitByUid(db, uid, addDays(endedOn, 1));
      if (!successor) throw errors.UNIT_UNKNOWN();
      if (successor.id === unit.id || !goesOnAfter(successor, endedOn))
        throw errors.SUCCESSOR_NOT_ACTIVE({ data: { name: successor.name } });
      return successor;
    });
    const receiver = kind === "transferred" ? normaliseText(input.receiver ?? "") : "";
    if (kind === "transferred" && receiver === "") throw errors.RECEIVER_MISSING();
    const periods = listPeriodsOutsideLife(db, unit.id, { establishedOn: null, endedOn });
    if (periods.length > 0) throw errors.FIGURES_AFTER_END({ data: { periods } });
    asStep(workspace, { kind: "ended", object: "unit", effectiveOn: endedOn }, unit.id, (act) => {
      setEnded(db, unit.id, endedOn);
      const event = {
        kind,
        effectiveOn: endedOn,
        decisionNumber: input.decisionNumber,
        decidedOn: input.decidedOn,
        workforce: unit.workforce,
        members: membersOf(workspace, unit, endedOn),
        receiver: receiver === "" ? null : receiver,
      };
      // One row for each union that goes on: an edge of domain.md §f.2 no. 5.
      if (successors.length === 0) insertEvent(db, unit.id, event, act.at);
      for (const { id } of successors) insertEvent(db, unit.id, { ...event, successorId: id }, act.at);
      appendAudit(db, act, "unit.end", unit.code, {
        endedOn,
        kind,
        successors: successors.map(({ code }) => code),
        ...(event.receiver !== null && { receiver: event.receiver }),
      });
      return unit.id;
    });
    return detailOf(workspace, { ...unit, endedOn }, workspace.today());
  });
});

/** Exists on the day after. */
function goesOnAfter(unit: UnitRecord, endedOn: string): boolean {
  return (unit.endedOn ?? "9999") > endedOn && (unit.establishedOn ?? "0000") <= addDays(endedOn, 1);
}

function membersOf(workspace: Workspace, unit: UnitRecord, on: string): number | null {
  return latestMembers(workspace, on).get(unit.id)?.value ?? null;
}
