// Breaks that only people know of: a form or a definition that changed.
import { findElement } from "../../../shared/catalogue/elements.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertSeriesNote, withdrawSeriesNote } from "../../database/queries/series-notes.ts";
import { api, requireOffice } from "../implementation.ts";

export const note = api.history.note.handler(({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  const { db } = workspace;
  if (input.element !== null && !findElement(input.element)) throw errors.ELEMENT_UNKNOWN();
  return inTransaction(db, () => {
    const act = workspace.act();
    const elementId = input.element === null ? null : workspace.elementId(input.element);
    const id = insertSeriesNote(
      db,
      { effectiveOn: input.on, elementId, text: input.text, author: act.actor },
      act.at,
    );
    appendAudit(db, act, "series.note", String(id), { on: input.on, element: input.element });
    return { id };
  });
});

export const withdrawNote = api.history.withdrawNote.handler(({ input, context: { workspace } }) => {
  requireOffice(workspace);
  const { db } = workspace;
  return inTransaction(db, () => {
    const act = workspace.act();
    const withdrawn = withdrawSeriesNote(db, input.id, act.at);
    if (withdrawn) appendAudit(db, act, "series.withdrawNote", String(input.id), {});
    return { withdrawn };
  });
});
