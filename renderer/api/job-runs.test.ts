import { expect, it } from "vitest";
import type { JobProgress } from "../../shared/contract/schemas.ts";
import { JobRuns, type JobState, NOT_BEGUN } from "./job-runs.ts";

const STEP: JobProgress = { step: "checking", done: 1, total: 2 };

/** A stream that takes one step, then waits until it is told to end, unless its signal ends it. */
function stream(result: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const signals: AbortSignal[] = [];
  return {
    end: () => end(),
    signals,
    async begin(signal: AbortSignal): Promise<AsyncIterator<JobProgress, string>> {
      signals.push(signal);
      async function* steps() {
        yield STEP;
        await Promise.race([
          ended,
          new Promise((_, reject) => {
            const stop = () => reject(new Error("aborted"));
            if (signal.aborted) stop();
            else signal.addEventListener("abort", stop);
          }),
        ]);
        return result;
      }
      return steps();
    },
  };
}

function watched() {
  const shown: JobState[] = [];
  const results: string[] = [];
  return {
    shown,
    results,
    runs: new JobRuns((state) => shown.push(state)),
    take: (result: string) => results.push(result),
  };
}

it("shows each step and hands the result over", async () => {
  const { runs, shown, results, take } = watched();
  const job = stream("done");
  const run = runs.start(job.begin, take);
  job.end();
  await run;
  expect(shown).toEqual([
    { ...NOT_BEGUN, isRunning: true },
    { ...NOT_BEGUN, isRunning: true, progress: STEP },
    NOT_BEGUN,
  ]);
  expect(results).toEqual(["done"]);
});

it("a second start stops the first, of which nothing is shown any more", async () => {
  const { runs, shown, results, take } = watched();
  const [first, second] = [stream("first"), stream("second")];
  const earlier = runs.start(first.begin, take);
  await Promise.resolve();
  const later = runs.start(second.begin, take);
  expect(first.signals[0]?.aborted).toBe(true);
  expect(second.signals[0]?.aborted).toBe(false);
  await earlier;
  expect(shown.at(-1)).toMatchObject({ isRunning: true, wasCancelled: false, error: null });
  second.end();
  await later;
  expect(results).toEqual(["second"]);
  expect(shown.at(-1)).toEqual(NOT_BEGUN);
});

it("says whether it was stopped or failed", async () => {
  const { runs, shown, results, take } = watched();
  const job = stream("never");
  const run = runs.start(job.begin, take);
  await Promise.resolve();
  runs.cancel();
  await run;
  expect(shown.at(-1)).toEqual({ ...NOT_BEGUN, wasCancelled: true });
  await runs.start(() => Promise.reject(new Error("no answer")), take);
  expect(shown.at(-1)?.error?.message).toBe("no answer");
  expect(results).toEqual([]);
});
