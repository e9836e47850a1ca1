// One long call at a time: a new one ends the one before it, and nothing of an ended one is shown any more.
import type { JobProgress } from "../../shared/contract/schemas.ts";

export interface JobState {
  readonly isRunning: boolean;
  readonly progress: JobProgress | null;
  readonly error: Error | null;
  /** Stopped by the person; nothing of it stays. */
  readonly wasCancelled: boolean;
}

export const NOT_BEGUN: JobState = { isRunning: false, progress: null, error: null, wasCancelled: false };

export class JobRuns {
  readonly #show: (state: JobState) => void;
  #latest: AbortController | null = null;

  constructor(show: (state: JobState) => void) {
    this.#show = show;
  }

  /** @param begin opens the stream; the signal ends it */
  async start<R>(
    begin: (signal: AbortSignal) => Promise<AsyncIterator<JobProgress, R>>,
    onDone: (result: R) => void,
  ): Promise<void> {
    this.#latest?.abort();
    const aborter = new AbortController();
    this.#latest = aborter;
    const isLatest = () => this.#latest === aborter;
    this.#show({ ...NOT_BEGUN, isRunning: true });
    try {
      const stream = await begin(aborter.signal);
      for (;;) {
        const step = await stream.next();
        if (!isLatest()) {
          await stream.return?.();
          return;
        }
        if (step.done) {
          this.#show(NOT_BEGUN);
          onDone(step.value);
          return;
        }
        this.#show({ ...NOT_BEGUN, isRunning: true, progress: step.value });
      }
    } catch (failure) {
      if (!isLatest()) return;
      if (aborter.signal.aborted) this.#show({ ...NOT_BEGUN, wasCancelled: true });
      else
        this.#show({
          ...NOT_BEGUN,
          error: failure instanceof Error ? failure : new Error(String(failure)),
        });
    }
  }

  cancel(): void {
    this.#latest?.abort();
  }
}
