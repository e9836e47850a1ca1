// Which lines of the scoreboard are shown. Pure, so that counts beside the choices and the table agree.
import type { Evaluation, EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
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

const OUTSIDE_GROUPS = "none";

export function groupOf(line: ScoreLine): string {
  return String(line.target?.group ?? OUTSIDE_GROUPS);
}

export interface LineGroup {
  /** As of `groupOf`. */
  readonly id: string;
  /** Null: the targets outside every group, which stand last. */
  readonly group: Programme["targetGroups"][number] | null;
  readonly lines: readonly ScoreLine[];
}

/** The groups that have lines, in the order of the programme. */
export function lineGroups(
  programme: Pick<Programme, "targetGroups"> | undefined,
  lines: readonly ScoreLine[],
): LineGroup[] {
  const groups = programme?.targetGroups ?? [];
  return [
    ...groups.map((group) => ({ id: String(group.number), group })),
    { id: OUTSIDE_GROUPS, group: null },
  ]
    .map((one) => ({ ...one, lines: lines.filter((line) => groupOf(line) === one.id) }))
    .filter((one) => one.lines.length > 0);
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
