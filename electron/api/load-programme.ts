import { findBuiltInProgramme, PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import type { ProgrammeSummary } from "../../shared/contract/programmes.ts";
import { type Programme, PROGRAMME_STATES } from "../../shared/domain/programme.ts";
import { isReadOnly } from "../../shared/domain/programme-editing/programme-state.ts";
import type { Target } from "../../shared/domain/target.ts";
import { hasAct } from "../database/queries/audit.ts";
import { listVerdicts } from "../database/queries/programme-editing.ts";
import { findProgramme, listProgrammes, type ProgrammeRow } from "../database/queries/programmes.ts";
import type { Workspace } from "./workspace.ts";

export interface LoadedProgramme {
  readonly programme: Programme;
  /** Absent while it is only in the catalogue. */
  readonly row?: ProgrammeRow;
  /** Own, still being written. */
  readonly isDraft?: true;
}

/** A programme as adopted, else as in the catalogue. */
export function loadProgramme(workspace: Workspace, code: string): LoadedProgramme | undefined {
  const row = findProgramme(workspace.db, code);
  if (row) return { row, programme: definitionOf(workspace, row) };
  const programme = findBuiltInProgramme(code);
  return programme && { programme };
}

interface ProgrammeErrors {
  readonly PROGRAMME_UNKNOWN: () => Error;
}

/** {@link loadProgramme}, which must be found. */
export function requireProgramme(
  workspace: Workspace,
  code: string,
  errors: ProgrammeErrors,
): LoadedProgramme {
  const loaded = loadProgramme(workspace, code);
  if (!loaded) throw errors.PROGRAMME_UNKNOWN();
  return loaded;
}

/** A programme that must have been adopted. */
export function requireAdopted(
  workspace: Workspace,
  code: string,
  errors: ProgrammeErrors,
): { readonly programme: Programme; readonly row: ProgrammeRow } {
  const { programme, row } = requireProgramme(workspace, code, errors);
  if (!row) throw errors.PROGRAMME_UNKNOWN();
  return { programme, row };
}

/** A programme that must have been adopted, and whose figures may still be written. */
export function requireWritable(
  workspace: Workspace,
  code: string,
  errors: ProgrammeErrors & {
    readonly MOVE_NOT_OFFERED: (told: { data: { state: string } }) => Error;
  },
): ReturnType<typeof requireAdopted> {
  const adopted = requireAdopted(workspace, code, errors);
  const { row, programme } = adopted;
  if (isReadOnly(programme.state)) throw errors.MOVE_NOT_OFFERED({ data: { state: row.state } });
  return adopted;
}

/** A target of a programme, which must have it. */
export function requireTarget(
  { targets }: Pick<Programme, "targets">,
  id: string,
  errors: { readonly TARGET_UNKNOWN: () => Error },
): Target {
  const target = targets.find((candidate) => candidate.id === id);
  if (!target) throw errors.TARGET_UNKNOWN();
  return target;
}

/** Adopted programmes, in the order they were adopted. */
export function adoptedProgrammes(workspace: Workspace): Programme[] {
  return listProgrammes(workspace.db).map((row) => definitionOf(workspace, row));
}

export function allProgrammes(workspace: Workspace): LoadedProgramme[] {
  const adopted = listProgrammes(workspace.db).map((row) => ({
    row,
    programme: definitionOf(workspace, row),
  }));
  const codes = new Set(adopted.map(({ programme }) => programme.code));
  return [
    ...adopted,
    ...PROGRAMMES.filter((programme) => !codes.has(programme.code)).map((programme) => ({ programme })),
  ];
}

export function summaryOf(
  workspace: Workspace,
  { programme, row, isDraft }: LoadedProgramme,
): ProgrammeSummary {
  const { code, title, titleEnglish, issuer, symbol, issuedOn, term } = programme;
  return {
    code,
    title,
    titleEnglish,
    issuer,
    symbol,
    issuedOn,
    term,
    state: row?.state ?? programme.state,
    targets: programme.targets.length,
    results: programme.results.length,
    adoptedAt: row?.adoptedAt ?? null,
    isIssuedHere: row?.isBuiltIn === 0 && hasAct(workspace.db, "programme.issue", code),
    isBuiltIn: row ? row.isBuiltIn === 1 : !isDraft,
  };
}

/** Definitions are written by this program only, after the schema check of the catalogue. */
function definitionOf(workspace: Workspace, row: ProgrammeRow): Programme {
  const stored = JSON.parse(row.definition) as Programme;
  const programme = {
    ...stored,
    state: PROGRAMME_STATES.find((state) => state === row.state) ?? stored.state,
  };
  if (!stored.targets.some(({ qualitative }) => qualitative)) return programme;
  const found = listVerdicts(workspace.db, row.id);
  return {
    ...programme,
    targets: stored.targets.map((target) => {
      const verdicts = found
        .filter((verdict) => verdict.target === target.id)
        .map(({ target: _, ...verdict }) => verdict);
      return verdicts.length === 0 ? target : { ...target, verdicts };
    }),
  };
}
