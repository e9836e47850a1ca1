// What will become of the file of an approved report: asked before it is signed.
import { periodOf } from "../../../shared/domain/period.ts";
import { keptTables } from "../bundle/kept-report.ts";
import { isPersonal, recipientsIn } from "../bundle/outer-encryption.ts";
import { api, requireOffice } from "../implementation.ts";

export const encryption = api.submissions.encryption.handler(async ({ input, context: { workspace } }) => {
  const office = requireOffice(workspace);
  const tables = keptTables(workspace, periodOf(input.period)) ?? [];
  const isNeeded = isPersonal(tables.map(({ described }) => described));
  if (!office.parent) return { isNeeded, missing: [] };
  const { missing } = await recipientsIn(workspace, [office.parent.uid]);
  return { isNeeded, missing };
});
