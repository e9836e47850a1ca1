// Acts on the register as steps that can be taken back one by one, the latest first.
import { v7 as uuidV7 } from "uuid";
import type { RegisterStep } from "../../../shared/contract/units.ts";
import { inTransaction } from "../../database/connection.ts";
import { type Act, appendAudit } from "../../database/queries/audit.ts";
import { findEmployer, labelOfEmployer, snapshotEmployer } from "../../database/queries/employers.ts";
import { snapshotUnit } from "../../database/queries/unit-snapshot.ts";
import {
  findLastStep,
  findStep,
  insertStep,
  type RegisterStepRow,
  setStepUndone,
} from "../../database/queries/register-steps.ts";
import { findUnitByUid, findUnitCode } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
import { conflictOf, type StoredChange, takeBack, unitsInUse } from "../register-undo.ts";
import type { Workspace } from "../workspace.ts";
import { changesOfStep } from "./step-changes.ts";

type StepObject = RegisterStepRow["object"];

function snapshotOf({ db }: Workspace, object: StepObject, id: number): string {
  return JSON.stringify(object === "unit" ? snapshotUnit(db, id) : snapshotEmployer(db, id));
}

/**
 * Does something to a union or employer as one step. Call inside the transaction of the act.
 * @param id null when `act` makes it; `act` returns the id
 */
export function asStep(
  workspace: Workspace,
  step: { readonly kind: RegisterStep["kind"]; readonly object: StepObject; readonly effectiveOn: string },
  id: number | null,
  act: (by: Act) => number,
): number {
  const by = workspace.act();
  const before = id === null ? null : snapshotOf(workspace, step.object, id);
  const objectId = act(by);
  const after = snapshotOf(workspace, step.object, objectId);
  insertStep(workspace.db, { ...step, uid: uuidV7(), objectId, before, after }, by);
  return objectId;
}

function changeOf(step: RegisterStepRow): StoredChange {
  return { object: step.object, key: String(step.objectId), before: step.before, after: step.after };
}

export const lastStep = api.units.lastStep.handler(({ input, context: { workspace } }) => {
  const { db } = workspace;
  const found =
    input.object === "unit"
      ? findUnitByUid(db, input.uid, workspace.today())
      : findEmployer(db, input.uid, workspace.today());
  const step = found && findLastStep(db, input.object, found.id);
  if (!step) return null;
  const change = changeOf(step);
  return {
    uid: step.uid,
    kind: step.kind,
    effectiveOn: step.effectiveOn,
    at: step.at,
    author: step.author,
    changes: changesOfStep(workspace, step),
    isStuck: conflictOf(workspace, change, unitsInUse(workspace, [change])) !== null,
  };
});

export const undo = api.units.undo.handler(({ input, context: { workspace }, errors }) => {
  const { db } = workspace;
  return inTransaction(db, () => {
    const step = findStep(db, input.stepUid);
    if (!step) throw errors.STEP_UNKNOWN();
    if (step.undoneAt !== null) throw errors.ALREADY_UNDONE();
    const label =
      (step.object === "unit" ? findUnitCode(db, step.objectId) : labelOfEmployer(db, step.objectId)) ?? "";
    const change = changeOf(step);
    const conflict = takeBack(workspace, change, unitsInUse(workspace, [change]));
    if (conflict !== null) throw errors.UNDO_CONFLICT({ data: { changed: [conflict] } });
    const by = workspace.act();
    setStepUndone(db, step.id, by.at);
    appendAudit(db, by, `${step.object}.undo`, label, { step: step.uid, kind: step.kind });
    return { isRemoved: step.before === null };
  });
});
