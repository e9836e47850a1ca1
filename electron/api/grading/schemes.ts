// The versions of the point bands: what holds from when, entered and taken back by the office itself.
import type { GradeSchemeView } from "../../../shared/contract/grading.ts";
import { type OwnGradeScheme, ownSchemeCode, schemeOn } from "../../../shared/domain/grade-scheme.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  insertGradeScheme,
  listGradeSchemes,
  withdrawGradeScheme,
} from "../../database/queries/grade-schemes.ts";
import { listLockedPeriods } from "../../database/queries/periods.ts";
import { gradeSchemes } from "../grade-schemes.ts";
import { api, requireOffice } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";

export const schemes = api.grading.schemes.handler(({ context: { workspace } }): GradeSchemeView[] => {
  requireOffice(workspace);
  const own = listGradeSchemes(workspace.db);
  return gradeSchemes(workspace, own)
    .map((scheme): GradeSchemeView => {
      const entered = own.find((version) => ownSchemeCode(version) === scheme.code);
      if (!entered) return { scheme, own: null };
      const { id, decisionNumber, decidedOn, author, at } = entered;
      const lockedYear = firstLocked(
        workspace,
        own,
        own.filter((version) => version !== entered),
      );
      return { scheme, own: { id, decisionNumber, decidedOn, author, at, lockedYear } };
    })
    .toReversed();
});

export const addScheme = api.grading.addScheme.handler(({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  const { db } = workspace;
  const { excellentFrom, goodFrom, completedFrom } = input;
  if (!(excellentFrom > goodFrom && goodFrom > completedFrom)) throw errors.BANDS_NOT_DESCENDING();
  return inTransaction(db, () => {
    const act = workspace.act();
    const before = listGradeSchemes(db);
    const id = insertGradeScheme(db, input, act);
    const year = firstLocked(workspace, before, listGradeSchemes(db));
    if (year !== null) throw errors.GRADED_YEAR_LOCKED({ data: { year } });
    appendAudit(db, act, "gradeScheme.add", String(id), input);
    return { id };
  });
});

export const withdrawScheme = api.grading.withdrawScheme.handler(
  ({ input: { id }, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    return inTransaction(db, () => {
      const before = listGradeSchemes(db);
      const after = before.filter((version) => version.id !== id);
      if (after.length === before.length) return { withdrawn: false };
      const year = firstLocked(workspace, before, after);
      if (year !== null) throw errors.GRADED_YEAR_LOCKED({ data: { year } });
      const act = workspace.act();
      withdrawGradeScheme(db, id, act.at);
      appendAudit(db, act, "gradeScheme.withdraw", String(id), {});
      return { withdrawn: true };
    });
  },
);

/**
 * The first year whose report is approved and that would be judged by other bands than it was; null when there is none. One that
 * was returned is frozen anew, by the bands that hold then.
 */
function firstLocked(
  workspace: Workspace,
  before: readonly OwnGradeScheme[],
  after: readonly OwnGradeScheme[],
): number | null {
  const [then, now] = [gradeSchemes(workspace, before), gradeSchemes(workspace, after)];
  const touched = listLockedPeriods(workspace.db)
    .filter(({ state }) => state !== "returned")
    .map(({ code }) => periodOf(code))
    .filter(({ rhythm, endOn }) => {
      const [old, changed] = [schemeOn(then, endOn), schemeOn(now, endOn)];
      // The day a version ends is no part of what it judges by.
      return rhythm === "year" && JSON.stringify(judgedBy(old)) !== JSON.stringify(judgedBy(changed));
    })
    .map(({ year }) => year);
  return touched.length === 0 ? null : Math.min(...touched);
}

function judgedBy({ code, name, bands, conditions }: ReturnType<typeof schemeOn>) {
  return { code, name, bands, conditions };
}
