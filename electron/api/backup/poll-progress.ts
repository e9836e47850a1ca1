import type { JobProgress } from "../../../shared/contract/schemas.ts";

/** Often enough for a person to see that it moves. */
const INTERVAL_MS = 120;

/**
 * Turns work that tells how far it is into steps of a job.
 * @param work is given what to call with what is done and what there is to do
 */
export async function* pollProgress<T>(
  step: string,
  work: (told: (done: number, total: number) => void) => Promise<T>,
): AsyncGenerator<JobProgress, T> {
  let progress: JobProgress = { step, done: 0, total: 0 };
  yield progress;
  const running = work((done, total) => {
    progress = { step, done, total };
  });
  // A failure is thrown by the last line; until then nobody waits for it.
  const settled = running.then(
    () => true,
    () => true,
  );
  try {
    for (;;) {
      const isOver = await Promise.race([settled, after(INTERVAL_MS)]);
      if (isOver) break;
      yield progress;
    }
  } finally {
    // Nobody listens any more: the work still ends before what it stands on is taken away.
    await settled;
  }
  return running;
}

function after(waitMs: number): Promise<false> {
  return new Promise((resume) => {
    setTimeout(() => resume(false), waitMs);
  });
}
