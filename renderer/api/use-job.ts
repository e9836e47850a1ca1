import { useCallback, useRef, useState } from "react";
import type { JobProgress } from "../../shared/contract/schemas.ts";

export interface Job {
  readonly isRunning: boolean;
  readonly progress: JobProgress | null;
  readonly error: Error | null;
  /** Stopped by the person; nothing of it stays. */
  readonly wasCancelled: boolean;
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
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [wasCancelled, setCancelled] = useState(false);
  const controller = useRef<AbortController | null>(null);

  const run = useCallback(async () => {
    const aborter = new AbortController();
    controller.current = aborter;
    setError(null);
    setCancelled(false);
    setProgress(null);
    setRunning(true);
    try {
      const stream = await begin(aborter.signal);
      for (;;) {
        const step = await stream.next();
        if (step.done) {
          onDone(step.value);
          return;
        }
        setProgress(step.value);
      }
    } catch (failure) {
      if (aborter.signal.aborted) setCancelled(true);
      else setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setRunning(false);
    }
  }, [begin, onDone]);

  return {
    isRunning,
    progress,
    error,
    wasCancelled,
    start: () => void run(),
    cancel: () => controller.current?.abort(),
  };
}
