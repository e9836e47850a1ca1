import { v7 as uuidV7 } from "uuid";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertUnit } from "../../database/queries/unit-writes.ts";
import { findUnitByCode } from "../../database/queries/units.ts";
import { api, requireOffice } from "../implementation.ts";
import { asStep } from "./step.ts";
import { detailOf } from "./unit-row.ts";

export const create = api.units.create.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const code = normaliseText(input.code);
  const name = normaliseText(input.name);
  return inTransaction(db, () => {
    const taken = findUnitByCode(db, code, workspace.today());
    if (taken) throw errors.CODE_TAKEN({ data: { name: taken.name } });
    asStep(workspace, { kind: "created", object: "unit", effectiveOn: input.establishedOn }, null, (act) => {
      appendAudit(db, act, "unit.create", code, { name });
      return insertUnit(
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
        act.at,
      );
    });
    const unit = findUnitByCode(db, code, workspace.today());
    if (!unit) throw errors.CODE_TAKEN({ data: { name } });
    return detailOf(workspace, unit, workspace.today());
  });
});
