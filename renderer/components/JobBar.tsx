import { Progress } from "./Progress.tsx";

interface JobBarProps {
  /** What it is doing. */
  readonly label: string;
  readonly job: {
    readonly progress: { readonly done: number; readonly total: number } | null;
    readonly cancel: () => void;
  };
  readonly countText?: string;
}

/** How far a long call is, with the way to stop it. */
export function JobBar({ label, job, countText }: JobBarProps) {
  return (
    <Progress
      label={label}
      value={job.progress?.done ?? 0}
      maxValue={job.progress?.total ?? 0}
      {...(countText !== undefined && { countText })}
      onCancel={job.cancel}
    />
  );
}
