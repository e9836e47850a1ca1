import { findDraft } from "../../database/queries/programme-editing.ts";
import { api } from "../implementation.ts";
import { loadProgramme } from "../load-programme.ts";
import { draftOf, draftProcedures } from "./drafts.ts";
import { definitionOf, issuingProcedures } from "./issuing.ts";
import { revisingProcedures } from "./revising.ts";
import { targetProcedures } from "./targets.ts";

/** Readable by a person, and by `programmes import` of any office. */
const pretty = (json: string): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);

export const programmeEditingRouter = {
  ...draftProcedures,
  ...issuingProcedures,
  ...revisingProcedures,
  ...targetProcedures,

  exportFile: api.programmeEditing.exportFile.handler(({ input, context: { workspace }, errors }) => {
    const loaded = loadProgramme(workspace, input.code);
    const draft = loaded ? undefined : findDraft(workspace.db, input.code);
    if (!loaded && !draft) throw errors.PROGRAMME_UNKNOWN();
    const json = loaded ? definitionOf(loaded.programme) : draft ? JSON.stringify(draftOf(draft)) : "";
    return workspace.tickets.offer(`${input.code}.json`, pretty(json));
  }),
};
