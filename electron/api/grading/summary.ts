// What the grades of a year add up to. The evaluator counts, so that a share here is the share of the target.
import {
  GOOD_OR_BETTER,
  graded,
  percent,
  shareOfUnits,
} from "../../../shared/catalogue/programmes/formulas.ts";
import type {
  GradingLine,
  GradingSegment,
  GradingShare,
  GradingShares,
  GradingSummary,
  GradingTarget,
} from "../../../shared/contract/grading.ts";
import { type Grade, GRADES } from "../../../shared/domain/data-element.ts";
import type { UnitContribution } from "../../../shared/domain/evaluation.ts";
import type { DenominatorPolicy } from "../../../shared/domain/indicator.ts";
import { formatShare } from "../../../shared/domain/number-format.ts";
import { type Sector, SECTORS } from "../../../shared/domain/org-unit.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { judgeOf } from "../evaluation.ts";
import { adoptedProgrammes } from "../load-programme.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { GRADE } from "./sheet.ts";

export function gradingSummary(workspace: Workspace, office: OfficeRecord, year: number): GradingSummary {
  const period = periodOf(String(year));
  return {
    year,
    segments: [null, ...SECTORS].map((sector) => segmentOf(workspace, office, period, sector)),
    targets: targetsOf(workspace, office, period),
  };
}

/** Unions good or better of a sector, asked as a target would. */
function questionOf(sector: Sector | null): Target {
  return {
    id: "grades",
    group: null,
    title: "",
    titleEnglish: "",
    measureUnit: "",
    indicator: shareOfUnits(graded(GRADE), sector === null ? {} : { segment: { sectors: [sector] } }),
    comparator: "gte",
    value: percent(0),
    time: { kind: "annual", stated: true },
  };
}

function segmentOf(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  sector: Sector | null,
): GradingSegment {
  const { evaluator } = judgeOf(workspace, office, period);
  const programme = { term: { from: period.year, to: period.year }, lastValidOn: null };
  const under = (policy: DenominatorPolicy) =>
    evaluator.explain(programme, questionOf(sector), period, { policy }).contributions;
  const [all, eligible] = [under("all"), under("eligible")];
  const counts: Record<Grade, number> = {
    excellent: 0,
    good: 0,
    completed: 0,
    notCompleted: 0,
    notRated: 0,
  };
  for (const contribution of all) {
    const grade = gradeIn(contribution);
    if (grade !== undefined) counts[grade] += 1;
  }
  const sharesOf = (line: GradingLine): GradingShares => ({
    all: shareIn(all, line),
    eligible: shareIn(eligible, line),
  });
  return {
    sector,
    unions: all.length,
    eligible: eligible.filter(({ standing }) => standing !== "notEligible").length,
    counts,
    missing: all.length - Object.values(counts).reduce((sum, count) => sum + count, 0),
    shares: {
      excellent: sharesOf("excellent"),
      good: sharesOf("good"),
      completed: sharesOf("completed"),
      notCompleted: sharesOf("notCompleted"),
      goodOrBetter: sharesOf("goodOrBetter"),
    },
  };
}

function gradeIn({ elements }: UnitContribution): Grade | undefined {
  return GRADES[elements[0]?.value ?? -1];
}

function shareIn(contributions: readonly UnitContribution[], line: GradingLine): GradingShare {
  const wanted: readonly (Grade | undefined)[] = line === "goodOrBetter" ? GOOD_OR_BETTER : [line];
  const asked = contributions.filter(({ denominator }) => denominator !== null);
  const numerator = asked.filter((contribution) => wanted.includes(gradeIn(contribution))).length;
  const denominator = asked.length;
  return {
    numerator,
    denominator,
    display: denominator === 0 ? "—" : formatShare(numerator, denominator),
  };
}

/** Every target of an adopted programme that counts the grades of unions and is judged for the year. */
function targetsOf(workspace: Workspace, office: OfficeRecord, period: Period): GradingTarget[] {
  const { evaluator } = judgeOf(workspace, office, period);
  return adoptedProgrammes(workspace).flatMap((programme) =>
    programme.targets.filter(countsGrades).flatMap((target): GradingTarget[] => {
      const printed = evaluator.evaluate(programme, target, period);
      if (printed.status === "notApplicable" || printed.status === "notComparable") return [];
      const policy = printed.policy === "all" ? "eligible" : "all";
      return [
        {
          programme: programme.code,
          target: target.id,
          title: target.title,
          titleEnglish: target.titleEnglish,
          printed,
          other: evaluator.evaluate(programme, target, period, { policy }),
        },
      ];
    }),
  );
}

function countsGrades({ indicator }: Target): boolean {
  const { numerator, population } = indicator;
  return (
    population === "grassroots" &&
    numerator.kind === "countUnits" &&
    numerator.where?.kind === "gradeIn" &&
    numerator.where.element === GRADE
  );
}
