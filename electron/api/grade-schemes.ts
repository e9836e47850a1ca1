// Which scheme judges a year here: the national ones with the point bands the office has entered (domain.md §d.6).
import { GRADE_SCHEMES } from "../../shared/catalogue/grade-schemes.ts";
import {
  type GradeScheme,
  type OwnGradeScheme,
  schemeOn,
  withOwnSchemes,
} from "../../shared/domain/grade-scheme.ts";
import { listGradeSchemes } from "../database/queries/grade-schemes.ts";
import type { Workspace } from "./workspace.ts";

/** Every scheme, in time order without gaps. */
export function gradeSchemes(
  workspace: Workspace,
  own: readonly OwnGradeScheme[] = listGradeSchemes(workspace.db),
): readonly GradeScheme[] {
  return withOwnSchemes(GRADE_SCHEMES, own);
}

/** Grades are given for a year by the scheme of its last day; anything else by that of the day. */
export function gradeSchemeAt(workspace: Workspace, on: string): GradeScheme {
  return schemeOn(gradeSchemes(workspace), on);
}
