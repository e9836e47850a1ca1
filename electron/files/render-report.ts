// The files of a report, made in a thread of its own: whoever enters figures meanwhile notices nothing.
import { on } from "node:events";
import type { RenderedFile, ReportJob } from "./report-worker.ts";
import { startThread } from "./start-thread.ts";

/**
 * One file after the other, in the order asked for; pure, so a report kept as data gives the same bytes years later.
 * Whoever stops asking ends the thread.
 */
export async function* renderReport(job: ReportJob): AsyncGenerator<RenderedFile, void> {
  const worker = startThread("report-worker", { workerData: job });
  try {
    let left = job.files.length;
    const messages: AsyncIterable<RenderedFile[]> = on(worker, "message", { close: ["exit"] });
    for await (const rendered of messages) {
      yield* rendered;
      left -= rendered.length;
    }
    if (left > 0) throw new Error(`renderReport: the thread ended ${left} files before its last`);
  } finally {
    await worker.terminate();
  }
}
