import { findIssuedFaults } from "../../../shared/catalogue/programme-schema.ts";
import { revisedProgramme, revisionFault } from "../../../shared/domain/programme-editing/revision.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listVersions } from "../../database/queries/programme-editing.ts";
import { api } from "../implementation.ts";
import { requireAdopted } from "../load-programme.ts";
import { requireMove, stampVersion, summaryOfStored } from "./issuing.ts";

export const revisingProcedures = {
  revise: api.programmeEditing.revise.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const adopted = requireAdopted(workspace, input.code, errors);
      const { row } = adopted;
      requireMove(workspace, row.state, "revise", errors);
      const { decision, validFrom } = input;
      let programme: Programme = adopted.programme;
      for (const change of input.changes) {
        const revision = { ...change, decision, validFrom };
        const fault = revisionFault(programme, revision);
        if (fault !== null) throw errors.REVISION_REFUSED({ data: { target: change.target, fault } });
        programme = revisedProgramme(programme, [revision]);
      }
      // A revision changes values, never a formula or a time: it brings no fault of time that was not in force already.
      const faults = findIssuedFaults(programme);
      if (faults.length > 0) throw errors.PROGRAMME_INVALID({ data: { faults } });
      const sha256 = stampVersion(workspace, row, programme, { decision, validFrom });
      appendAudit(workspace.db, workspace.act(), "programme.revise", row.code, {
        decision,
        validFrom,
        version: row.version + 1,
        targets: input.changes.map(({ target }) => target),
        sha256,
      });
      return summaryOfStored(workspace, row.code);
    }),
  ),

  versions: api.programmeEditing.versions.handler(({ input, context: { workspace }, errors }) => {
    const { row } = requireAdopted(workspace, input.code, errors);
    return listVersions(workspace.db, row.id).map(({ definition: _, definitionSha256, ...version }) => ({
      ...version,
      sha256: definitionSha256,
    }));
  }),
};
