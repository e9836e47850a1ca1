import { keepPreviousData, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import type { JobProgress } from "../../../shared/contract/schemas.ts";

export interface JobQuery<R> {
  readonly data: R | undefined;
  readonly error: Error | null;
  readonly isRunning: boolean;
  readonly progress: JobProgress | null;
  /** Stopped by the person before there was an answer; what may be shown is that of another question. */
  readonly wasCancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/**
 * A long question: its answer is kept and asked for again like that of any other, and while it is awaited it says how far
 * it is and can be stopped.
 * @param key of the question, as `api.….key({ input })` gives it
 * @param begin opens the stream; the signal ends it
 */
export function useJobQuery<R>(
  key: QueryKey,
  begin: (signal: AbortSignal) => Promise<AsyncIterator<JobProgress, R>>,
  isEnabled = true,
): JobQuery<R> {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      setProgress(null);
      const stream = await begin(signal);
      for (;;) {
        const step = await stream.next();
        if (step.done) return step.value;
        setProgress(step.value);
      }
    },
    enabled: isEnabled,
    // While another part of the same thing is asked for, what was there stays.
    placeholderData: keepPreviousData,
  });
  return {
    data,
    error,
    isRunning: isFetching,
    progress: isFetching ? progress : null,
    wasCancelled: isEnabled && !isFetching && error === null && (data === undefined || isPlaceholderData),
    cancel: () => void queries.cancelQueries({ queryKey: key }),
    again: () => void refetch(),
  };
}
