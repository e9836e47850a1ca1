import type {
  EvaluationExplanation,
  ProgrammeEvaluation,
  TargetTrend,
} from "../../shared/contract/evaluation.ts";
import { elementByCode } from "../../shared/catalogue/elements.ts";
import { elementsIn } from "../../shared/domain/evaluate/conditions.ts";
import { Evaluator } from "../../shared/domain/evaluate/evaluate-target.ts";
import { rollUp } from "../../shared/domain/evaluate/roll-up.ts";
import type { Evaluation } from "../../shared/domain/evaluation.ts";
import { DENOMINATOR_POLICIES, type DenominatorPolicy } from "../../shared/domain/indicator.ts";
import type { PartDone } from "../../shared/domain/parts.ts";
import { type Period, periodOf, periodsOfYear, samePeriodLastYear } from "../../shared/domain/period.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import type { Target } from "../../shared/domain/target.ts";
import { listYears } from "../database/queries/entries.ts";
import { listAllocations } from "../database/queries/programmes.ts";
import { cellsBehind } from "./evaluation-cells.ts";
import { officeFigures } from "./figure-source.ts";
import { api, requireOffice } from "./implementation.ts";
import { adoptedProgrammes, loadProgramme, requireProgramme, requireTarget } from "./load-programme.ts";
import { remembering } from "./remember.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/**
 * Judges a whole programme; the same figures are read once for all targets.
 * @param policy one denominator for all instead of each target's own
 */
export function evaluateProgramme(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  period: Period,
  policy?: DenominatorPolicy,
): ProgrammeEvaluation {
  const judge = targetJudge(workspace, office, programme, period, policy);
  return evaluationOf(programme, period, programme.targets.map(judge));
}

function targetJudge(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  period: Period,
  policy?: DenominatorPolicy,
): (target: Target) => Evaluation {
  const { evaluator } = judgeOf(workspace, office, period);
  const allocated = allocationsOf(workspace, office, programme, period);
  return (target) => evaluator.evaluate(programme, target, period, optionsFor(target, allocated, policy));
}

function evaluationOf(
  { code, title }: Programme,
  period: Period,
  rows: readonly Evaluation[],
): ProgrammeEvaluation {
  return { programme: code, title, period: period.code, rows, summary: rollUp(rows) };
}

export interface JudgedProgramme {
  readonly programme: Programme;
  readonly evaluation: ProgrammeEvaluation;
}

/** Every adopted programme that has targets, a target at a time. */
export function* judgeProgrammes(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Generator<PartDone, JudgedProgramme[]> {
  const programmes = adoptedProgrammes(workspace).filter(({ targets }) => targets.length > 0);
  const total = programmes.reduce((sum, { targets }) => sum + targets.length, 0);
  const judged: JudgedProgramme[] = [];
  let done = 0;
  for (const programme of programmes) {
    const judge = targetJudge(workspace, office, programme, period);
    const rows: Evaluation[] = [];
    for (const target of programme.targets) {
      yield { step: "judging", done, total };
      rows.push(judge(target));
      done += 1;
    }
    judged.push({ programme, evaluation: evaluationOf(programme, period, rows) });
  }
  return judged;
}

/** Columns of a period are read once for all programmes and pages that ask for it. */
export const judgeOf = remembering(
  (_office: OfficeRecord, period: Period) => period.code,
  (workspace, office, period) => {
    const { source, units } = officeFigures(workspace, office, period);
    return { evaluator: new Evaluator(source), units };
  },
  4,
);

/** Amounts given to this office for the year, by target (giao chỉ tiêu). */
export function allocationsOf(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  period: Period,
): ReadonlyMap<string, number> {
  const { row } = loadProgramme(workspace, programme.code) ?? {};
  if (!row) return new Map();
  const own = listAllocations(workspace.db, row.id).filter(
    (allocation) => allocation.unitId === office.unitId && allocation.year === period.year,
  );
  return new Map(own.map((allocation) => [allocation.target, allocation.amount]));
}

/** An allocated amount replaces a count; shares are the same for everyone. */
function optionsFor(
  target: Target,
  allocated: ReadonlyMap<string, number>,
  policy?: DenominatorPolicy,
): { allocated?: number; policy?: DenominatorPolicy } {
  const amount = target.value.scale === "count" ? allocated.get(target.id) : undefined;
  return { ...(amount === undefined ? {} : { allocated: amount }), ...(policy ? { policy } : {}) };
}

/** The denominators that mean something for a target: grades and eligibility only where grades are counted. */
function policiesOf({ indicator }: Target): readonly DenominatorPolicy[] {
  const isGraded = indicator.numerator.kind === "countUnits" && indicator.numerator.where?.kind === "gradeIn";
  return DENOMINATOR_POLICIES.filter((policy) => {
    if (policy === "eligible") return isGraded;
    return policy !== "gradedOnly" || isGraded || indicator.gradedDenominator !== undefined;
  });
}

/** How many earlier years a trend goes back. */
const TREND_YEARS = 3;

/** The same period of earlier years, oldest first; years without a judgement of the target are left out. */
function trendOf(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
  period: Period,
  policy: DenominatorPolicy | undefined,
): TargetTrend[] {
  const years = new Set(listYears(workspace.db));
  const periods: Period[] = [];
  let earlier = period;
  for (let back = 0; back < TREND_YEARS; back += 1) {
    earlier = samePeriodLastYear(earlier);
    if (years.has(earlier.year) && earlier.year >= programme.term.from) periods.unshift(earlier);
  }
  const judged = periods.map((at) => ({
    at: at.code,
    rows: evaluateProgramme(workspace, office, programme, at, policy).rows,
  }));
  return programme.targets.map((target, index) => ({
    target: target.id,
    points: judged.flatMap(({ at, rows }) => {
      const row = rows[index];
      // A target whose own year is over is judged at that year, whatever is asked: that is no earlier point.
      return row === undefined || row.numerator === null || row.period !== at ? [] : [row];
    }),
  }));
}

function asksSomeKinds({ indicator: { segment } }: Target): boolean {
  return segment?.employerTypes !== undefined || segment?.sectors !== undefined;
}

export const evaluationRouter = {
  evaluate: api.evaluation.evaluate.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { programme } = requireProgramme(workspace, input.programme, errors);
    return evaluateProgramme(workspace, office, programme, periodOf(input.period));
  }),

  explain: api.evaluation.explain.handler(
    ({ input, context: { workspace }, errors }): EvaluationExplanation => {
      const office = requireOffice(workspace);
      const { programme } = requireProgramme(workspace, input.programme, errors);
      const target = requireTarget(programme, input.target, errors);
      const period = periodOf(input.period);
      const { evaluator, units } = judgeOf(workspace, office, period);
      const allocated = allocationsOf(workspace, office, programme, period);
      const { evaluation, contributions } = evaluator.explain(
        programme,
        target,
        period,
        optionsFor(target, allocated, input.policy),
      );
      const named = new Map(units.map((unit) => [unit.uid, unit]));
      return {
        row: evaluation,
        byPolicy: policiesOf(target)
          .filter((policy) => policy !== evaluation.policy)
          .map((policy) =>
            evaluator.evaluate(programme, target, period, optionsFor(target, allocated, policy)),
          ),
        units: contributions.map((contribution) => ({
          ...contribution,
          code: named.get(contribution.uid)?.code ?? office.code,
          name: named.get(contribution.uid)?.name ?? office.name,
        })),
        elements: elementsIn(target.indicator).map((code) => ({ code, label: elementByCode(code).label })),
        unitsOfUnknownKind: asksSomeKinds(target)
          ? contributions.filter(({ uid }) => named.get(uid)?.employerType === null).length
          : 0,
      };
    },
  ),

  cells: api.evaluation.cells.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { programme } = requireProgramme(workspace, input.programme, errors);
    const target = requireTarget(programme, input.target, errors);
    return cellsBehind(workspace, office, {
      programme,
      target,
      period: periodOf(input.period),
      unitUid: input.unit,
    });
  }),

  trend: api.evaluation.trend.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { programme } = requireProgramme(workspace, input.programme, errors);
    const targets = programme.targets.filter(({ id }) => input.target === undefined || id === input.target);
    return trendOf(workspace, office, { ...programme, targets }, periodOf(input.period), input.policy);
  }),

  course: api.evaluation.course.handler(({ input, context: { workspace }, errors }): TargetTrend => {
    const office = requireOffice(workspace);
    const { programme } = requireProgramme(workspace, input.programme, errors);
    const target = requireTarget(programme, input.target, errors);
    const asked = periodOf(input.period);
    const quarters = periodsOfYear(asked.year).filter(
      ({ rhythm, lastMonth }) => rhythm === "quarter" && lastMonth < asked.lastMonth,
    );
    return {
      target: target.id,
      points: quarters.flatMap((quarter) => {
        const only = { ...programme, targets: [target] };
        const [row] = evaluateProgramme(workspace, office, only, quarter, input.policy).rows;
        return row === undefined || row.numerator === null ? [] : [row];
      }),
    };
  }),
};
