import { createHash } from "node:crypto";
import type { DraftSummary, DraftView } from "../../../shared/contract/programme-editing.ts";
import {
  type DraftProgramme,
  blankProgramme,
  derivedProgramme,
} from "../../../shared/domain/programme-editing/draft.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  appendDraftStep,
  deleteDraft,
  type DraftRow,
  findDraft,
  insertDraft,
  listDrafts,
  updateDraft,
} from "../../database/queries/programme-editing.ts";
import { findProgramme } from "../../database/queries/programmes.ts";
import { findBuiltInProgramme } from "../../../shared/catalogue/programmes.ts";
import { api, requireOffice } from "../implementation.ts";
import { loadProgramme } from "../load-programme.ts";
import { workingYear } from "../office-view.ts";
import type { Workspace } from "../workspace.ts";

/** Steps kept of one draft: an afternoon of typing. */
const MOST_STEPS = 300;

export const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Written by this program only, after the schema check of the contract. */
export function draftOf(row: DraftRow): DraftProgramme {
  return { ...(JSON.parse(row.definition) as DraftProgramme), state: row.state };
}

function summaryOf(row: DraftRow): DraftSummary {
  const { title, targets, derivedFrom } = draftOf(row);
  return {
    code: row.code,
    title,
    state: row.state,
    targets: targets.length,
    derivedFrom: derivedFrom ?? null,
    changedAt: row.changedAt,
    author: row.author,
  };
}

export function viewOf(row: DraftRow): DraftView {
  return {
    ...summaryOf(row),
    programme: draftOf(row),
    revision: row.revision,
    canUndo: row.position > row.firstPosition,
    canRedo: row.position < row.lastPosition,
  };
}

/** Keeps a new draft; call inside a transaction. */
export function beginDraft(workspace: Workspace, programme: DraftProgramme): void {
  const definition = JSON.stringify(programme);
  const { actor } = workspace.act();
  insertDraft(workspace.db, {
    code: programme.code,
    state: programme.state === "underComment" ? "underComment" : "draft",
    definition,
    changedAt: workspace.now(),
    author: actor,
  });
  appendAudit(workspace.db, workspace.act(), "programme.draft", programme.code, {
    sha256: sha256Of(definition),
    derivedFrom: programme.derivedFrom ?? null,
  });
}

/** The draft as the person saw it. @throws what `errors` makes when it is gone or was changed meanwhile */
export function requireDraft(
  workspace: Workspace,
  code: string,
  expectedRevision: number | null,
  errors: {
    readonly DRAFT_UNKNOWN: () => Error;
    readonly STALE_DRAFT: (options: {
      data: { revision: number; author: string; changedAt: string };
    }) => Error;
  },
): DraftRow {
  const row = findDraft(workspace.db, code);
  if (!row) throw errors.DRAFT_UNKNOWN();
  if (expectedRevision !== null && row.revision !== expectedRevision) {
    const { revision, author, changedAt } = row;
    throw errors.STALE_DRAFT({ data: { revision, author, changedAt } });
  }
  return row;
}

/** Writes what changed of a draft's row. @returns as it now stands */
export function touchDraft(
  workspace: Workspace,
  row: DraftRow,
  fields: Partial<Pick<DraftRow, "state" | "position">>,
): DraftView {
  updateDraft(workspace.db, {
    ...row,
    ...fields,
    revision: row.revision + 1,
    changedAt: workspace.now(),
    author: workspace.act().actor,
  });
  const changed = findDraft(workspace.db, row.code);
  if (!changed) throw new RangeError(`touchDraft: ${row.code}`);
  return viewOf(changed);
}

export const draftProcedures = {
  drafts: api.programmeEditing.drafts.handler(({ context: { workspace } }) =>
    listDrafts(workspace.db).map(summaryOf),
  ),

  begin: api.programmeEditing.begin.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    return inTransaction(db, () => {
      const { code } = input;
      if (findProgramme(db, code) ?? findBuiltInProgramme(code) ?? findDraft(db, code))
        throw errors.PROGRAMME_EXISTS({ data: { code } });
      const parent = input.derivedFrom === undefined ? null : loadProgramme(workspace, input.derivedFrom);
      if (parent === undefined) throw errors.PROGRAMME_UNKNOWN();
      const blank = parent
        ? derivedProgramme(parent.programme, code, office.name)
        : blankProgramme(code, office.name, workingYear(workspace, office));
      beginDraft(workspace, { ...blank, title: input.title });
      return viewOf(requireDraft(workspace, code, null, { ...errors, ...UNREACHABLE }));
    });
  }),

  open: api.programmeEditing.open.handler(({ input, context: { workspace }, errors }) =>
    viewOf(requireDraft(workspace, input.code, null, { ...UNREACHABLE, ...errors })),
  ),

  save: api.programmeEditing.save.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const row = requireDraft(workspace, input.code, input.expectedRevision, errors);
      // Code and state are not typed in the draft: they are moved.
      const definition = JSON.stringify({ ...input.programme, code: row.code, state: row.state });
      if (definition === JSON.stringify(draftOf(row))) return viewOf(row);
      appendDraftStep(workspace.db, row, definition, MOST_STEPS);
      appendAudit(workspace.db, workspace.act(), "programme.edit", row.code, {
        revision: row.revision + 1,
        sha256: sha256Of(definition),
      });
      return touchDraft(workspace, row, { position: row.position + 1 });
    }),
  ),

  undo: api.programmeEditing.undo.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const row = requireDraft(workspace, input.code, input.expectedRevision, errors);
      const position = row.position + (input.direction === "back" ? -1 : 1);
      if (position < row.firstPosition || position > row.lastPosition) return viewOf(row);
      appendAudit(workspace.db, workspace.act(), "programme.undo", row.code, {
        revision: row.revision + 1,
        direction: input.direction,
      });
      return touchDraft(workspace, row, { position });
    }),
  ),

  discard: api.programmeEditing.discard.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const row = requireDraft(workspace, input.code, input.expectedRevision, errors);
      deleteDraft(workspace.db, row.code);
      appendAudit(workspace.db, workspace.act(), "programme.discard", row.code, {
        sha256: sha256Of(row.definition),
      });
      return { discarded: true as const };
    }),
  ),
};

/** For calls that name no revision, or a draft just written. */
const UNREACHABLE = {
  DRAFT_UNKNOWN: () => new RangeError("requireDraft: no such draft"),
  STALE_DRAFT: () => new RangeError("requireDraft: no revision was named"),
};
