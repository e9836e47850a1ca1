import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { Progress } from "../../components/Progress.tsx";
import { useText } from "../../text/use-text.ts";

/** Steps that have words; what comes between is shown as the whole. */
const STEPS = [
  "checking",
  "judging",
  "freezing",
  "adding",
  "verifying",
  "packing",
  "printing",
  "unpacking",
  "reading",
  "comparing",
  "signing",
] as const;

interface BundleProgressProps {
  /** What is done as a whole. */
  readonly label: string;
  readonly progress: JobProgress | null;
  readonly onCancel: () => void;
}

/** How far a report is, step by step, and the way out. */
export function BundleProgress({ label, progress, onCancel }: BundleProgressProps) {
  const t = useText();
  const step = STEPS.find((known) => known === progress?.step);
  return (
    <Progress
      label={step ? `${label}: ${t(`bundles.step.${step}`)}` : label}
      value={progress?.done ?? 0}
      maxValue={progress?.total ?? 0}
      onCancel={onCancel}
      cancelLabel={t("shell.cancel")}
    />
  );
}
