// Which lines of the scoreboard are shown. Pure, so that counts beside the choices and the table agree.
import type { Evaluation, EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import type { Target } from "../../../shared/domain/target.ts";

export interface ScoreLine {
  readonly row: Evaluation;
  /** Undefined until the programme itself has been read. */
  readonly target: Target | undefined;
}

export interface ScoreFilter {
  readonly status: EvaluationStatus | "all";
  /** Number of a target group as text; "none" for targets outside every group. */
  readonly group: string;
  readonly core: NonNullable<Target["coreGroup"]> | "all";
}

export const EVERY_LINE: ScoreFilter = { status: "all", group: "all", core: "all" };

export function groupOf(line: ScoreLine): string {
  const group = line.target?.group;
  return group === null || group === undefined ? "none" : String(group);
}

export function filterLines(lines: readonly ScoreLine[], filter: ScoreFilter): ScoreLine[] {
  return lines.filter(
    (line) =>
      (filter.status === "all" || line.row.status === filter.status) &&
      (filter.group === "all" || groupOf(line) === filter.group) &&
      (filter.core === "all" || line.target?.coreGroup === filter.core),
  );
}

/** How many lines a choice would show, the other choices staying as they are. */
export function countWith(
  lines: readonly ScoreLine[],
  filter: ScoreFilter,
  choice: Partial<ScoreFilter>,
): number {
  return filterLines(lines, { ...filter, ...choice }).length;
}
