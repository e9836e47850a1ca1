// A change of a union counts from its day on; what held before stays as it was.
import type { UnitChange } from "../../../shared/contract/units.ts";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { type Act, appendAudit } from "../../database/queries/audit.ts";
import { changeClassification, changeName, insertEvent } from "../../database/queries/unit-writes.ts";
import { findUnitByUid, lastChangeOn, type UnitRecord } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";
import { asStep } from "./step.ts";
import { detailOf } from "./unit-row.ts";

export const change = api.units.change.handler(({ input, context: { workspace }, errors }) => {
  const { db } = workspace;
  return inTransaction(db, () => {
    const unit = findUnitByUid(db, input.uid, input.effectiveOn);
    if (!unit) throw errors.UNIT_UNKNOWN();
    if (unit.establishedOn !== null && input.effectiveOn < unit.establishedOn)
      throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
    if (unit.endedOn !== null && input.effectiveOn > unit.endedOn)
      throw errors.UNIT_ALREADY_ENDED({ data: { endedOn: unit.endedOn } });
    const validFrom = lastChangeOn(db, unit.id);
    if (input.effectiveOn < validFrom) throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom } });
    const { changes } = input;
    const step = { kind: "changed", object: "unit", effectiveOn: input.effectiveOn } as const;
    asStep(workspace, step, unit.id, (act) => {
      write(workspace, act, unit, input);
      appendAudit(db, act, "unit.change", unit.code, {
        effectiveOn: input.effectiveOn,
        changes,
        ...(input.decisionNumber !== null && { decisionNumber: input.decisionNumber }),
      });
      return unit.id;
    });
    const on = input.effectiveOn > workspace.today() ? input.effectiveOn : workspace.today();
    const now = findUnitByUid(db, input.uid, on);
    if (!now) throw errors.UNIT_UNKNOWN();
    return detailOf(workspace, now, on);
  });
});

function write({ db }: Workspace, { at }: Act, unit: UnitRecord, input: UnitChange): void {
  const { changes } = input;
  const event = {
    effectiveOn: input.effectiveOn,
    decisionNumber: input.decisionNumber,
    decidedOn: null,
    workforce: null,
  };
  const fullName = normaliseText(changes.name ?? unit.name);
  const kind = changes.kind ?? unit.kind;
  if (fullName !== unit.name || kind !== unit.kind) {
    changeName(db, unit.id, input.effectiveOn, { fullName, searchKey: searchKey(fullName), kind });
    insertEvent(db, unit.id, { kind: "renamed", ...event }, at);
  }
  const classification = {
    employerType: changes.employerType === undefined ? unit.employerType : changes.employerType,
    workforce: changes.workforce === undefined ? unit.workforce : changes.workforce,
    selfFinancing: changes.selfFinancing === undefined ? unit.selfFinancing : changes.selfFinancing,
    taxCode: changes.taxCode === undefined ? unit.taxCode : changes.taxCode,
  };
  const sector = changes.sector ?? (changes.employerType ? sectorOf(changes.employerType) : unit.sector);
  const isReclassified =
    classification.employerType !== unit.employerType ||
    classification.selfFinancing !== unit.selfFinancing ||
    sector !== unit.sector;
  if (
    isReclassified ||
    classification.workforce !== unit.workforce ||
    classification.taxCode !== unit.taxCode
  )
    changeClassification(db, unit.id, input.effectiveOn, { ...classification, sector }, input.decisionNumber);
  if (isReclassified) insertEvent(db, unit.id, { kind: "reclassified", ...event }, at);
}
