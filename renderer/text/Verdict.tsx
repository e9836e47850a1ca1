import type { EvaluationStatus } from "../../shared/domain/evaluation.ts";
import type { Tone } from "../components/Badge.tsx";
import { VerdictMark } from "../components/VerdictMark.tsx";
import { useText } from "./use-text.ts";

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

export function Verdict({ status }: { readonly status: EvaluationStatus }) {
  const t = useText();
  const [sign, tone] = MARKS[status];
  return (
    <VerdictMark sign={sign} tone={tone}>
      {t(`labels.evaluationStatus.${status}`)}
    </VerdictMark>
  );
}
