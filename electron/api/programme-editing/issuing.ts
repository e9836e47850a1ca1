// Issuing, putting in force, closing and archiving: what a programme may become, by whom and on which days.
import { readDraft } from "../../../shared/catalogue/programme-draft.ts";
import type { ProgrammeSummary } from "../../../shared/contract/programmes.ts";
import {
  daysOfMove,
  isWithin,
  MOVE_RULES,
  type ProgrammeMove,
} from "../../../shared/domain/programme-editing/programme-state.ts";
import { type Programme, PROGRAMME_STATES, type ProgrammeState } from "../../../shared/domain/programme.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { deleteDraft, insertVersion, listVersions } from "../../database/queries/programme-editing.ts";
import { type ProgrammeRow, updateProgramme } from "../../database/queries/programmes.ts";
import { listPeople } from "../../database/queries/settings.ts";
import { api, requireOffice } from "../implementation.ts";
import { loadProgramme, requireAdopted, summaryOf } from "../load-programme.ts";
import { storeProgramme } from "../programmes.ts";
import { hasRole, type Workspace } from "../workspace.ts";
import { draftOf, requireDraft, sha256Of, touchDraft } from "./drafts.ts";

interface MoveErrors {
  readonly MOVE_NOT_OFFERED: (options: { data: { state: string } }) => Error;
  readonly APPROVER_NEEDED: (options: { data: { name: string } }) => Error;
}

/** @throws MOVE_NOT_OFFERED, APPROVER_NEEDED */
export function requireMove(
  workspace: Workspace,
  state: string,
  move: ProgrammeMove,
  errors: MoveErrors,
): ProgrammeState {
  const rule = MOVE_RULES[move];
  if (!rule.from.some((candidate) => candidate === state)) throw errors.MOVE_NOT_OFFERED({ data: { state } });
  if (rule.byApprover) requireApprover(workspace, errors);
  return rule.to;
}

/** An office that has named no approver is not kept from working; one that has, keeps to it. */
function requireApprover(workspace: Workspace, errors: MoveErrors): void {
  const people = listPeople(workspace.db);
  const approvers = people.filter(({ roles }) => hasRole(roles, "approver"));
  const { personId } = workspace.act();
  if (approvers.length === 0 || approvers.some(({ id }) => id === personId)) return;
  throw errors.APPROVER_NEEDED({ data: { name: people.find(({ id }) => id === personId)?.name ?? "" } });
}

/** The definition without what the office adds to it: what is stamped. */
export function definitionOf(programme: Programme): string {
  return JSON.stringify({
    ...programme,
    targets: programme.targets.map(({ verdicts: _, ...target }) => target),
  });
}

/** Stamps the next version of an issued programme; call inside a transaction. What stood before is kept as its own version. */
export function stampVersion(
  workspace: Workspace,
  row: ProgrammeRow,
  programme: Programme,
  { decision, validFrom }: { readonly decision: string | null; readonly validFrom: string | null },
): string {
  const { db } = workspace;
  const act = workspace.act();
  // Adopted or imported before versions were kept.
  if (listVersions(db, row.id).length === 0)
    insertVersion(db, row.id, {
      version: row.version,
      state: row.state,
      definition: row.definition,
      definitionSha256: row.definitionSha256,
      decision: null,
      validFrom: null,
      stampedAt: row.adoptedAt,
      author: "",
    });
  const definition = definitionOf(programme);
  const version = {
    version: row.version + 1,
    state: programme.state,
    definition,
    definitionSha256: sha256Of(definition),
  };
  updateProgramme(db, row.id, version);
  insertVersion(db, row.id, { ...version, decision, validFrom, stampedAt: act.at, author: act.actor });
  return version.definitionSha256;
}

/** @throws {RangeError} for a programme just written that is not there */
export function summaryOfStored(workspace: Workspace, code: string): ProgrammeSummary {
  const loaded = loadProgramme(workspace, code);
  if (!loaded) throw new RangeError(`summaryOfStored: ${code}`);
  return summaryOf(workspace, loaded);
}

export const issuingProcedures = {
  askComment: api.programmeEditing.askComment.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const row = requireDraft(workspace, input.code, null, errors);
      const move = input.isAsked ? "askComment" : "takeBack";
      const to = requireMove(workspace, row.state, move, errors);
      appendAudit(workspace.db, workspace.act(), `programme.${move}`, row.code, { from: row.state });
      return touchDraft(workspace, row, { state: to === "underComment" ? "underComment" : "draft" });
    }),
  ),

  issue: api.programmeEditing.issue.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    return inTransaction(db, () => {
      const row = requireDraft(workspace, input.code, input.expectedRevision, errors);
      const state = requireMove(workspace, row.state, "issue", errors);
      const reading = readDraft(draftOf(row));
      if (!reading.programme) throw errors.PROGRAMME_INVALID({ data: { faults: reading.faults } });
      const { programme: written } = reading;
      const days = daysOfMove("issue", written, workspace.today());
      if (!isWithin(written.issuedOn ?? "", days))
        throw errors.MOVE_DAY_REFUSED({
          data: { earliest: days?.earliest ?? "", latest: days?.latest ?? "" },
        });
      if (loadProgramme(workspace, row.code)) throw errors.PROGRAMME_EXISTS({ data: { code: row.code } });
      const programme: Programme = {
        ...written,
        state,
        titleEnglish: written.titleEnglish === "" ? written.title : written.titleEnglish,
        targets: written.targets.map((target) =>
          target.titleEnglish === "" ? { ...target, titleEnglish: target.title } : target,
        ),
      };
      deleteDraft(db, row.code);
      storeProgramme(workspace, programme, false, office.unitId);
      const stored = loadProgramme(workspace, row.code)?.row;
      if (!stored) throw new RangeError(`issue: ${row.code}`);
      const { version, definition, definitionSha256 } = stored;
      const act = workspace.act();
      insertVersion(db, stored.id, {
        version,
        state,
        definition,
        definitionSha256,
        decision: programme.symbol,
        validFrom: programme.issuedOn,
        stampedAt: act.at,
        author: act.actor,
      });
      appendAudit(db, act, "programme.issue", row.code, {
        symbol: programme.symbol,
        issuedOn: programme.issuedOn,
        version,
        sha256: definitionSha256,
      });
      return summaryOfStored(workspace, row.code);
    });
  }),

  move: api.programmeEditing.move.handler(({ input, context: { workspace }, errors }) =>
    inTransaction(workspace.db, () => {
      const { db } = workspace;
      const { programme, row } = requireAdopted(workspace, input.code, errors);
      const move = ({ inForce: "putInForce", closed: "close", archived: "archive" } as const)[input.to];
      const state = requireMove(workspace, row.state, move, errors);
      const today = workspace.today();
      if (move !== "archive") {
        const days = daysOfMove(move, programme, today);
        if (!isWithin(input.to === "closed" ? input.lastValidOn : today, days))
          throw errors.MOVE_DAY_REFUSED({
            data: {
              earliest: days?.earliest ?? programme.issuedOn ?? `${programme.term.from}-01-01`,
              latest: today,
            },
          });
      }
      // Closing changes what can be compared, so it is a version; the other moves change nothing that is judged.
      if (input.to === "closed") {
        const { lastValidOn } = input;
        const closed = { ...programme, state, lastValidOn, notes: [...programme.notes, input.reason] };
        stampVersion(workspace, row, closed, { decision: null, validFrom: lastValidOn });
      } else updateProgramme(db, row.id, { ...row, state });
      appendAudit(db, workspace.act(), `programme.${move}`, row.code, {
        from: PROGRAMME_STATES.find((candidate) => candidate === row.state) ?? row.state,
        ...(input.to === "closed" ? { lastValidOn: input.lastValidOn, reason: input.reason } : {}),
      });
      return summaryOfStored(workspace, row.code);
    }),
  ),
};
