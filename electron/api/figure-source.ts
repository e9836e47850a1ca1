// The figures of this office for the evaluator, read column by column as they are asked for.
import { elementByCode } from "../../shared/catalogue/elements.ts";
import { isGradeEligible } from "../../shared/domain/grade-scheme.ts";
import { ENTERPRISES } from "../../shared/domain/org-unit.ts";
import { type FigureSource, officeFacts, type UnitFacts } from "../../shared/domain/evaluate/figures.ts";
import { emptyColumn } from "../../shared/domain/evaluate/memory-source.ts";
import { contains, type Period, periodsOfYear } from "../../shared/domain/period.ts";
import { listEmployers } from "../database/queries/employers.ts";
import { hasEntries, listYears } from "../database/queries/entries.ts";
import { reduceColumn } from "../database/queries/figures.ts";
import { periodId } from "../database/queries/periods.ts";
import { listEstablishments, type UnitRecord } from "../database/queries/units.ts";
import { gradeSchemeAt } from "./grade-schemes.ts";
import { largeWorkforceThreshold } from "./office-view.ts";
import { registerOn } from "./register-at.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

export interface OfficeFigures {
  readonly source: FigureSource;
  readonly units: readonly UnitRecord[];
}

/** The register as it is on the last day of a period, and every figure up to then. */
export function officeFigures(workspace: Workspace, office: OfficeRecord, period: Period): OfficeFigures {
  const { db } = workspace;
  const on = period.endOn;
  const scheme = gradeSchemeAt(workspace, on);
  const units = registerOn(workspace, on, { from: "0000", to: on });
  const facts = units.map(
    (unit): UnitFacts => ({
      uid: unit.uid,
      employerType: unit.employerType,
      sector: unit.sector,
      workforce: unit.workforce,
      establishedOn: unit.establishedOn,
      endedOn: unit.endedOn,
      isGradeEligible: isGradeEligible(scheme, unit.establishedOn, unit.reorganisedOn, on),
    }),
  );
  const indexOf = new Map(units.map((unit, index) => [unit.id, index]));
  indexOf.set(office.unitId, units.length);
  const enterprises: readonly string[] = ENTERPRISES;
  return {
    units,
    source: {
      units: facts,
      self: officeFacts(office.uid),
      largeWorkforceThreshold: largeWorkforceThreshold(workspace),
      elementOf: elementByCode,
      raw(element, span, reduction) {
        const column = emptyColumn(units.length + 1);
        const periods = periodsOfYear(span.year).filter((candidate) => contains(span, candidate));
        reduceColumn(db, workspace.elementId(element), periods, reduction, indexOf, column);
        return column;
      },
      yearsWithEntries(element, before) {
        const id = workspace.elementId(element);
        return listYears(db).filter(
          (year) =>
            year < before && periodsOfYear(year).some((candidate) => hasEntries(db, periodId(candidate), id)),
        );
      },
      employers: (day) =>
        listEmployers(db, day)
          .filter((employer) => enterprises.includes(employer.employerType))
          .map((employer) => ({ workforce: employer.workforce, hasUnion: employer.unitUid !== null })),
      establishments: (from, to) => listEstablishments(db, from, to),
    },
  };
}
