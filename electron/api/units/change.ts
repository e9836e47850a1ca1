// What happens to a union after it was entered: each change from its day on, and its end.
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  changeClassification,
  changeName,
  findUnitByUid,
  insertEvent,
  lastChangeOn,
  setEnded,
} from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
import { detailOf } from "./unit-row.ts";

export const change = api.units.change.handler(({ input, context: { workspace }, errors }) => {
  const { db } = workspace;
  return inTransaction(db, () => {
    const unit = findUnitByUid(db, input.uid, input.effectiveOn);
    if (!unit) throw errors.UNIT_UNKNOWN();
    if (unit.establishedOn !== null && input.effectiveOn < unit.establishedOn)
      throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
    const validFrom = lastChangeOn(db, unit.id);
    if (input.effectiveOn < validFrom) throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom } });
    const { changes } = input;
    const at = workspace.now();
    const event = {
      effectiveOn: input.effectiveOn,
      decisionNumber: input.decisionNumber,
      decidedOn: null,
      workforce: null,
    };
    if (changes.name !== undefined || changes.kind !== undefined) {
      const fullName = normaliseText(changes.name ?? unit.name);
      changeName(db, unit.id, input.effectiveOn, {
        fullName,
        searchKey: searchKey(fullName),
        kind: changes.kind ?? unit.kind,
      });
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
      changeClassification(db, unit.id, input.effectiveOn, { ...classification, sector });
    if (isReclassified) insertEvent(db, unit.id, { kind: "reclassified", ...event }, at);
    appendAudit(db, workspace.act(), "unit.change", unit.code, { effectiveOn: input.effectiveOn, changes });
    const on = input.effectiveOn > workspace.today() ? input.effectiveOn : workspace.today();
    const now = findUnitByUid(db, input.uid, on);
    if (!now) throw errors.UNIT_UNKNOWN();
    return detailOf(workspace, now, on);
  });
});

export const end = api.units.end.handler(({ input, context: { workspace }, errors }) => {
  const { db } = workspace;
  return inTransaction(db, () => {
    const unit = findUnitByUid(db, input.uid, input.endedOn);
    if (!unit) throw errors.UNIT_UNKNOWN();
    if (unit.endedOn !== null) throw errors.UNIT_ALREADY_ENDED({ data: { endedOn: unit.endedOn } });
    if (unit.establishedOn !== null && input.endedOn < unit.establishedOn)
      throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
    setEnded(db, unit.id, input.endedOn);
    insertEvent(
      db,
      unit.id,
      {
        kind: input.kind,
        effectiveOn: input.endedOn,
        decisionNumber: input.decisionNumber,
        decidedOn: null,
        workforce: unit.workforce,
      },
      workspace.now(),
    );
    appendAudit(db, workspace.act(), "unit.end", unit.code, { endedOn: input.endedOn, kind: input.kind });
    return detailOf(workspace, { ...unit, endedOn: input.endedOn }, workspace.today());
  });
});
