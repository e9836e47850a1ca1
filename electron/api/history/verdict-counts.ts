// "10/14 chỉ tiêu đạt và vượt" of a past programme: as its figures say, or as was published.
import type { AnsweredTarget, VerdictCounts } from "../../../shared/contract/history.ts";
import type { Evaluation, EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { listYears } from "../../database/queries/entries.ts";
import { evaluateProgramme } from "../evaluation.ts";
import { remembering } from "../remember.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export interface EvaluatedOnce {
  readonly period: Period;
  readonly rows: readonly Evaluation[];
}

/** At the last year of its term that has figures; null when there is none. Judged once until something is written. */
export const evaluatedAtEnd = remembering(
  (_office: OfficeRecord, { code }: Programme) => code,
  (workspace, office, programme): EvaluatedOnce | null => {
    const [last] = yearsOfTerm(workspace, programme.term);
    if (last === undefined || programme.targets.length === 0) return null;
    const period = periodOf(String(last));
    return { period, rows: evaluateProgramme(workspace, office, programme, period).rows };
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
