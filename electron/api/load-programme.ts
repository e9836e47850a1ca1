import { findBuiltInProgramme, PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import type { ProgrammeSummary } from "../../shared/contract/programmes.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import { findProgramme, listProgrammes, type ProgrammeRow } from "../database/queries/programmes.ts";
import type { Workspace } from "./workspace.ts";

export interface LoadedProgramme {
  readonly programme: Programme;
  /** Absent while it is only in the catalogue. */
  readonly row?: ProgrammeRow;
}

/** A programme as adopted, else as in the catalogue. */
export function loadProgramme(workspace: Workspace, code: string): LoadedProgramme | undefined {
  const row = findProgramme(workspace.db, code);
  if (row) return { row, programme: definitionOf(row) };
  const programme = findBuiltInProgramme(code);
  return programme && { programme };
}

/** Adopted programmes, in the order they were adopted. */
export function adoptedProgrammes(workspace: Workspace): Programme[] {
  return listProgrammes(workspace.db).map(definitionOf);
}

export function allProgrammes(workspace: Workspace): LoadedProgramme[] {
  const adopted = listProgrammes(workspace.db).map((row) => ({ row, programme: definitionOf(row) }));
  const codes = new Set(adopted.map(({ programme }) => programme.code));
  return [
    ...adopted,
    ...PROGRAMMES.filter((programme) => !codes.has(programme.code)).map((programme) => ({ programme })),
  ];
}

export function summaryOf({ programme, row }: LoadedProgramme): ProgrammeSummary {
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
    isBuiltIn: row ? row.isBuiltIn === 1 : true,
  };
}

/** Definitions are written by this program only, after the schema check of the catalogue. */
function definitionOf(row: ProgrammeRow): Programme {
  return JSON.parse(row.definition) as Programme;
}
