import { v7 as uuidV7 } from "uuid";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findUnitByCode, insertUnit } from "../../database/queries/units.ts";
import { api, requireOffice } from "../implementation.ts";
import { detailOf } from "./unit-row.ts";

export const create = api.units.create.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const code = normaliseText(input.code);
  const name = normaliseText(input.name);
  return inTransaction(db, () => {
    const taken = findUnitByCode(db, code, workspace.today());
    if (taken) throw errors.CODE_TAKEN({ data: { name: taken.name } });
    insertUnit(
      db,
      {
        ...input,
        uid: uuidV7(),
        code,
        name,
        searchKey: searchKey(name),
        parentId: office.unitId,
        endedOn: null,
        sector: input.sector ?? (input.employerType && sectorOf(input.employerType)),
      },
      workspace.now(),
    );
    appendAudit(db, workspace.act(), "unit.create", code, { name });
    const unit = findUnitByCode(db, code, workspace.today());
    if (!unit) throw errors.CODE_TAKEN({ data: { name } });
    return detailOf(workspace, unit, workspace.today());
  });
});
