// One report beside what the same office reported for the period before and a year ago: figures that stand out
// (domain.md §c.3 V20–V22), from the bundles themselves.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { GRADE_SCHEMES } from "../../../shared/catalogue/grade-schemes.ts";
import type { Outlier, ReportReview } from "../../../shared/contract/desk.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { contribution } from "../../../shared/domain/entry.ts";
import { schemeOn } from "../../../shared/domain/grade-scheme.ts";
import { type Period, previousPeriod, samePeriodLastYear } from "../../../shared/domain/period.ts";
import { checkUnit, type Figures } from "../../../shared/domain/validation/check-unit.ts";
import { UNIT_RULES } from "../../../shared/domain/validation/rules.ts";
import { ADDITIVE, sumsWithin } from "../consolidation/office-sums.ts";
import { entriesOf, type PackedReport, packReport } from "../consolidation/packed-report.ts";
import { readOne } from "../consolidation/read-reports.ts";
import { openReport } from "../corrections/report-content.ts";
import { api } from "../implementation.ts";
import { acceptedReports } from "../submissions/reporting.ts";
import { keyOf } from "../submissions/subordinates.ts";
import { workInTurns } from "../turns.ts";

/** Unions looked at in one part. */
const PART = 100;

const RULES = UNIT_RULES.filter(({ id }) => id === "V20" || id === "V21" || id === "V22");

export const review = api.desk.review.handler(
  async ({ input, context: { workspace }, errors, signal }): Promise<ReportReview> => {
    const { content } = await openReport(workspace, input.digest, errors);
    const report = await workInTurns(workspace, packReport(content), signal);
    const { issuer, period } = report;
    const accepted = acceptedReports(workspace);
    const of = async (then: Period): Promise<Compared> => {
      const found = accepted.get(keyOf(issuer.code, then));
      return {
        period: then,
        report: found ? await readOne(workspace, found.manifestSha256) : null,
        own: report,
      };
    };
    const before = await of(previousPeriod(period));
    const lastYear = await of(samePeriodLastYear(period));
    return workInTurns(workspace, reviewOf(report, period, before, lastYear), signal);
  },
);

/** What was reported for an earlier period; where that report is not here, what this one still says of it. */
interface Compared {
  readonly period: Period;
  readonly report: PackedReport | null;
  readonly own: PackedReport;
}

function* reviewOf(
  report: PackedReport,
  period: Period,
  before: Compared,
  lastYear: Compared,
): Generator<JobProgress, ReportReview> {
  const asked = ADDITIVE.filter(({ code }) => report.columns.has(code));
  const check = (now: Figures, then: Figures, yearAgo: Figures) =>
    checkUnit(
      {
        now,
        opening: () => undefined,
        before: then,
        lastYear: yearAgo,
        past(code) {
          const figures = [then(code), yearAgo(code)].filter((figure) => figure !== undefined);
          return figures.length === 2 ? figures : [];
        },
        isGradeEligible: true,
        scheme: schemeOn(GRADE_SCHEMES, period.endOn),
        entered: asked.filter(({ code }) => now(code) !== undefined),
      },
      RULES,
    );
  const explained = new Map(
    report.explanations.map(({ unit, rule, text }) => [`${unit} ${rule}`, text] as const),
  );
  let unitsChecked = 0;
  const outliers: Outlier[] = [];
  for (const [index, unit] of report.units.entries()) {
    if (index % PART === 0) yield { step: "checking", done: index, total: report.units.length };
    const now = figuresAt(report, index, period);
    if (!asked.some(({ code }) => now(code) !== undefined)) continue;
    unitsChecked += 1;
    for (const finding of check(now, figuresOf(before, unit.uid), figuresOf(lastYear, unit.uid)))
      outliers.push({
        unit: { code: unit.code, name: unit.name },
        rule: finding.rule,
        elements: finding.elements,
        said: finding.said,
        explanation: explained.get(`${unit.uid} ${finding.rule}`) ?? null,
      });
  }
  const sums = {
    now: sumsOf(report, period),
    before: sumsOf(before.report ?? before.own, before.period),
    lastYear: sumsOf(lastYear.report ?? lastYear.own, lastYear.period),
  };
  const onTotals = check(sums.now, sums.before, sums.lastYear).map(
    ({ rule, elements, said }): Outlier => ({ unit: null, rule, elements, said, explanation: null }),
  );
  return {
    digest: report.digest,
    issuer: { code: report.issuer.code, name: report.issuer.name },
    period: period.code,
    before: isIn(before) ? before.period.code : null,
    lastYear: isIn(lastYear) ? lastYear.period.code : null,
    unitsChecked,
    outliers: [...onTotals, ...outliers],
    totals: asked.flatMap(({ code, label, measureUnit }) => {
      const now = sums.now(code) ?? null;
      if (now === null) return [];
      const then = sums.before(code) ?? null;
      return [
        { element: code, label, measureUnit, now, before: then, lastYear: sums.lastYear(code) ?? null },
      ];
    }),
  };
}

function isIn({ period, report, own }: Compared): boolean {
  return (report ?? own).periods.some(({ code }) => code === period.code);
}

function figuresOf({ period, report, own }: Compared, uid: string): Figures {
  const from = report ?? own;
  const index = from.units.findIndex((unit) => unit.uid === uid);
  return index < 0 ? () => undefined : figuresAt(from, index, period);
}

function figuresAt(report: PackedReport, unit: number, period: Period): Figures {
  return (code) => {
    const found = entriesOf(report, code, unit).find((entry) => entry.period.code === period.code);
    return found && contribution(found.entry);
  };
}

/** Sums over the units and the office itself, as in the consolidation; undefined where nobody has a figure. */
function sumsOf(report: PackedReport, period: Period): Figures {
  const sumOf = sumsWithin(report, period);
  return (code) => sumOf(elementByCode(code)) ?? undefined;
}
