// Sharing a programme out to the offices of the trust list (giao chỉ tiêu, domain.md §a.2 no. 44).
import { appendAudit } from "../../database/queries/audit.ts";
import { listOfficeShares, setOfficeShare } from "../../database/queries/office-shares.ts";
import { heldList } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { requireTarget, requireWritable } from "../load-programme.ts";

export const setShares = api.downward.setShares.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  if (office.kind !== "provincialFederation") throw errors.NOT_A_PROVINCE();
  const held = await heldList(workspace);
  if (!held?.isOwn) throw errors.NO_TRUST();
  return workspace.write(() => {
    const { db } = workspace;
    const { row, programme } = requireWritable(workspace, input.code, errors);
    const before = listOfficeShares(db, row.id, input.year);
    const changed: { unit: string; target: string; before: number | null; amount: number | null }[] = [];
    for (const { unitCode, target, amount } of input.shares) {
      const unit = held.list.units.find(({ code, unit_id }) => code === unitCode && unit_id !== office.uid);
      if (!unit) throw errors.UNIT_UNKNOWN();
      requireTarget(programme, target, errors);
      const given = before.find((share) => share.target === target && share.officeUid === unit.unit_id);
      if ((given?.amount ?? null) === amount) continue;
      setOfficeShare(db, row.id, input.year, { target, officeUid: unit.unit_id, amount });
      changed.push({ unit: unitCode, target, before: given?.amount ?? null, amount });
    }
    if (changed.length > 0)
      appendAudit(db, workspace.act(), "programme.share", row.code, { year: input.year, changed });
    return { changed: changed.length };
  });
});
