import { createHash } from "node:crypto";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  deleteProgramme,
  findProgrammeUse,
  insertProgramme,
  listAllocations,
} from "../database/queries/programmes.ts";
import { findDraft } from "../database/queries/programme-editing.ts";
import { findUnitByCode } from "../database/queries/units.ts";
import { readProgrammeFile } from "./programme-file.ts";
import { api, requireOffice } from "./implementation.ts";
import { allProgrammes, loadProgramme, requireProgramme, summaryOf } from "./load-programme.ts";
import { beginDraft } from "./programme-editing/drafts.ts";
import { isEditable } from "../../shared/domain/programme-editing/programme-state.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import type { Workspace } from "./workspace.ts";

/** Keeps a programme whole; call inside a transaction. */
export function storeProgramme(
  workspace: Workspace,
  programme: Programme,
  isBuiltIn: boolean,
  ownerId: number | null,
): void {
  const definition = JSON.stringify(programme);
  const definitionSha256 = createHash("sha256").update(definition, "utf8").digest("hex");
  insertProgramme(workspace.db, {
    code: programme.code,
    state: programme.state,
    definition,
    definitionSha256,
    isBuiltIn,
    ownerId,
    adoptedAt: workspace.now(),
  });
  appendAudit(workspace.db, workspace.act(), "programme.adopt", programme.code, { sha256: definitionSha256 });
}

export const programmesRouter = {
  list: api.programmes.list.handler(({ context: { workspace } }) =>
    allProgrammes(workspace).map((loaded) => summaryOf(workspace, loaded)),
  ),

  show: api.programmes.show.handler(({ input, context: { workspace }, errors }) => {
    const loaded = requireProgramme(workspace, input.code, errors);
    const allocations = loaded.row ? listAllocations(workspace.db, loaded.row.id) : [];
    return {
      summary: summaryOf(workspace, loaded),
      programme: loaded.programme,
      allocations: allocations.map(({ target, unitCode, year, amount }) => ({
        target,
        unitCode,
        year,
        amount,
      })),
    };
  }),

  adopt: api.programmes.adopt.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    return inTransaction(workspace.db, () => {
      const loaded = requireProgramme(workspace, input.code, errors);
      if (loaded.row) return summaryOf(workspace, loaded);
      const owner =
        input.ownerUnitCode === undefined
          ? office.unitId
          : findUnitByCode(workspace.db, input.ownerUnitCode, workspace.today())?.id;
      if (owner === undefined) throw errors.UNIT_UNKNOWN();
      storeProgramme(workspace, loaded.programme, true, owner);
      return summaryOf(workspace, loadProgramme(workspace, input.code) ?? loaded);
    });
  }),

  unadopt: api.programmes.unadopt.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    return inTransaction(workspace.db, () => {
      const loaded = requireProgramme(workspace, input.code, errors);
      if (!loaded.row) return summaryOf(workspace, loaded);
      const use = findProgrammeUse(workspace.db, loaded.row.id);
      if (use !== undefined) throw errors.PROGRAMME_IN_USE({ data: { use } });
      deleteProgramme(workspace.db, loaded.row.id);
      appendAudit(workspace.db, workspace.act(), "programme.unadopt", input.code, {
        sha256: loaded.row.definitionSha256,
      });
      return summaryOf(workspace, { programme: loaded.programme });
    });
  }),

  importFile: api.programmes.importFile.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const file = workspace.tickets.take(input.ticket);
    if (!file) throw errors.HANDLE_UNKNOWN();
    const reading = await readProgrammeFile(file.path).finally(() => file.discard());
    if (!reading.ok) throw errors.PROGRAMME_INVALID({ data: { faults: reading.faults } });
    return workspace.write(() => {
      if (loadProgramme(workspace, reading.programme.code) ?? findDraft(workspace.db, reading.programme.code))
        throw errors.PROGRAMME_EXISTS({ data: { code: reading.programme.code } });
      // A draft goes on being written; only what was issued is judged.
      if (isEditable(reading.programme.state)) {
        beginDraft(workspace, reading.programme);
        return summaryOf(workspace, { programme: reading.programme, isDraft: true });
      }
      storeProgramme(workspace, reading.programme, false, office.unitId);
      return summaryOf(
        workspace,
        loadProgramme(workspace, reading.programme.code) ?? { programme: reading.programme },
      );
    });
  }),
};
