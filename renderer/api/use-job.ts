import { useState } from "react";
import type { JobProgress } from "../../shared/contract/schemas.ts";
import { JobRuns, type JobState, NOT_BEGUN } from "./job-runs.ts";

export interface Job extends JobState {
  /** Begins the work; what was begun before is stopped. */
  readonly start: () => void;
  /** Stops the work; what it had begun is taken back by the program. */
  readonly cancel: () => void;
}

/**
 * A long call: progress while it runs, then its result.
 * @param begin opens the stream; the signal ends it
 */
export function useJob<R>(
  begin: (signal: AbortSignal) => Promise<AsyncIterator<JobProgress, R>>,
  onDone: (result: R) => void,
): Job {
  const [state, setState] = useState(NOT_BEGUN);
  const [runs] = useState(() => new JobRuns(setState));
  return {
    ...state,
    start: () => void runs.start(begin, onDone),
    cancel: () => runs.cancel(),
  };
}
