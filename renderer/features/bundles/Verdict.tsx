import type { EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { useText } from "../../text/use-text.ts";

/** The verdict on a target, as a sign and its word. */
export function Verdict({ status }: { readonly status: EvaluationStatus }) {
  const t = useText();
  return <EvaluationMark status={status}>{t(`labels.evaluationStatus.${status}`)}</EvaluationMark>;
}
