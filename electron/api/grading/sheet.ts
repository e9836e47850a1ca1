// The sheet an office grades its unions in: three columns of the form of the year, and what each union is judged by.
import { type Form, formByCode } from "../../../shared/catalogue/forms.ts";
import type { GradedUnit, GradingSheet } from "../../../shared/contract/grading.ts";
import { eligibleOn, type GradeScheme } from "../../../shared/domain/grade-scheme.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { listNotes } from "../../database/queries/entry-notes.ts";
import { periodId } from "../../database/queries/periods.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { rememberedOf } from "../entry-memory.ts";
import { readForm, unitsOf } from "../form-reader.ts";
import { gradeSchemeAt } from "../grade-schemes.ts";
import type { Workspace } from "../workspace.ts";

export const GRADE = "qualityGrade";
export const GRADING_ELEMENTS: readonly string[] = ["selfScore", "verifiedScore", GRADE];

export function gradingSheet(workspace: Workspace, year: number): GradingSheet {
  const { db } = workspace;
  const period = periodOf(String(year));
  const scheme = gradeSchemeAt(workspace, period.endOn);
  const units = unitsOf(workspace, period);
  const whole = formByCode(period.rhythm);
  const form: Form = {
    ...whole,
    cells: whole.cells.filter(({ element }) => GRADING_ELEMENTS.includes(element.code)),
  };
  const { unsavedTexts, ...remembered } = rememberedOf(db, period, false);
  const gradeId = workspace.elementId(GRADE);
  const notes = new Map(
    listNotes(db, periodId(period))
      .filter(({ elementId }) => elementId === gradeId)
      .map(({ unitId, text }) => [unitId, text]),
  );
  return {
    year,
    scheme,
    form: {
      ...readForm(workspace, form, period, units),
      ...remembered,
      // Texts of other columns are kept for whoever opens those.
      unsavedTexts: unsavedTexts.filter(({ element }) => GRADING_ELEMENTS.includes(element)),
    },
    units: units.map((unit) => ({ ...standingOf(scheme, unit, period), note: notes.get(unit.id) ?? null })),
  };
}

function standingOf(scheme: GradeScheme, unit: UnitRecord, { endOn }: Period): Omit<GradedUnit, "note"> {
  const { sector } = unit;
  if ((unit.endedOn ?? "9999") < endOn) return { standing: "ended", eligibleOn: null, sector };
  const from = eligibleOn(scheme, unit.establishedOn, unit.reorganisedOn);
  if (from === null || from <= endOn) return { standing: "eligible", eligibleOn: null, sector };
  return { standing: unit.reorganisedOn === null ? "tooYoung" : "reorganised", eligibleOn: from, sector };
}
