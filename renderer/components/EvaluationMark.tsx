import type { ReactNode } from "react";
import type { EvaluationStatus } from "../../shared/domain/evaluation.ts";
import type { Tone } from "./Badge.tsx";
import { VerdictMark } from "./VerdictMark.tsx";

/** Signs of ui.md §3; never by colour alone. */
const MARKS: Readonly<Record<EvaluationStatus, readonly [sign: string, tone: Tone]>> = {
  met: ["✓", "good"],
  exceeded: ["▲", "good"],
  notMet: ["✕", "bad"],
  inProgress: ["…", "accent"],
  noOccurrence: ["○", "muted"],
  notApplicable: ["–", "muted"],
  insufficientData: ["?", "warn"],
  notComparable: ["≠", "muted"],
};

/** The sign alone, where its word stands nearby: inside a chart with a table. */
export const EVALUATION_SIGNS: Readonly<Record<EvaluationStatus, string>> = {
  met: MARKS.met[0],
  exceeded: MARKS.exceeded[0],
  notMet: MARKS.notMet[0],
  inProgress: MARKS.inProgress[0],
  noOccurrence: MARKS.noOccurrence[0],
  notApplicable: MARKS.notApplicable[0],
  insufficientData: MARKS.insufficientData[0],
  notComparable: MARKS.notComparable[0],
};

interface EvaluationMarkProps {
  readonly status: EvaluationStatus;
  /** The word for it: a sign alone is never enough. */
  readonly children: ReactNode;
}

export function EvaluationMark({ status, children }: EvaluationMarkProps) {
  const [sign, tone] = MARKS[status];
  return (
    <VerdictMark sign={sign} tone={tone}>
      {children}
    </VerdictMark>
  );
}
