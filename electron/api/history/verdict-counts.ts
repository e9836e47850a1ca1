// "10/14 chỉ tiêu đạt và vượt" of a past programme: as its figures say, or as was published.
import type { AnsweredTarget, VerdictCounts } from "../../../shared/contract/history.ts";
import type { Evaluation, EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { isTermOver, outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { listYears } from "../../database/queries/entries.ts";
import { currentPeriod } from "../answered-period.ts";
import { evaluateProgramme } from "../evaluation.ts";
import { remembering } from "../remember.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

interface EvaluatedOnce {
  /** The latest one that any of its targets is judged at. */
  readonly period: Period;
  readonly rows: readonly Evaluation[];
}

/**
 * Of a term that goes on, at the period the office has come to, as the first page says it. Of one that is over, and of one
 * that this period asks nothing of, at the last year of it that has figures; a target that is asked for one year only at
 * that year. Null when there is none. Judged once until something is written.
 */
export function evaluatedLast(
  workspace: Workspace,
  office: OfficeRecord,
  programme: Programme,
): EvaluatedOnce | null {
  const thisYear = periodOf(workspace.today().slice(0, 4));
  const current = isTermOver(programme.term, thisYear) ? null : currentPeriod(workspace, office);
  return evaluated(workspace, office, programme, current);
}

const evaluated = remembering(
  (_office: OfficeRecord, { code }: Programme, current: Period | null) => `${code} ${current?.code}`,
  (workspace, office, programme, current): EvaluatedOnce | null => {
    const years = yearsOfTerm(workspace, programme.term);
    const [last] = years;
    if (last === undefined || programme.targets.length === 0) return null;
    if (current && !outsideProgramme(programme, current))
      return { period: current, rows: evaluateProgramme(workspace, office, programme, current).rows };
    const yearOf = ({ time }: Target) =>
      time.kind === "year" && years.includes(time.year) ? time.year : last;
    const asked = new Set(programme.targets.map(yearOf));
    const judged = new Map(
      [...asked].map((year) => [
        year,
        evaluateProgramme(workspace, office, programme, periodOf(String(year))).rows,
      ]),
    );
    return {
      period: periodOf(String(Math.max(...asked))),
      rows: programme.targets.flatMap((target, index) => judged.get(yearOf(target))?.[index] ?? []),
    };
  },
  40,
);

/** Years of a term that have figures, latest first. */
export function yearsOfTerm(workspace: Workspace, term: Programme["term"]): number[] {
  return listYears(workspace.db).filter((year) => year >= term.from && year <= (term.to ?? year));
}

export function countVerdicts(period: Period | null, statuses: readonly EvaluationStatus[]): VerdictCounts {
  const byStatus: Partial<Record<EvaluationStatus, number>> = {};
  for (const status of statuses) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    period: period?.code ?? null,
    total: statuses.length,
    reached: (byStatus.met ?? 0) + (byStatus.exceeded ?? 0),
    byStatus,
  };
}

/** Of several results that answer one target, the one that says most of it counts. */
const WEIGHT: readonly AnsweredTarget["verdict"][] = ["notMet", "met", "insufficientData", "notComparable"];

export function countPublished(answers: readonly AnsweredTarget[]): VerdictCounts | null {
  if (answers.length === 0) return null;
  const best = new Map<string, AnsweredTarget["verdict"]>();
  for (const { target, verdict } of answers) {
    const known = best.get(target);
    if (known === undefined || WEIGHT.indexOf(verdict) < WEIGHT.indexOf(known)) best.set(target, verdict);
  }
  return countVerdicts(null, [...best.values()]);
}
