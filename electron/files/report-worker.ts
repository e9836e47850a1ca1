// Worker thread: makes the files of a report, one after the other. With 2,000 unions each takes one or two seconds.
// An entry of its own: vite.config.ts builds it to dist/node/report-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import type { PaperReport } from "../../shared/domain/report/paper.ts";
import { htmlReport } from "./report/html-report.ts";
import { reportWorkbook } from "./report/report-workbook.ts";
import { wordReport } from "./report/word-report.ts";

const RENDERERS = { word: wordReport, workbook: reportWorkbook, page: htmlReport };

export interface ReportJob {
  readonly paper: PaperReport;
  readonly files: readonly (keyof typeof RENDERERS)[];
}

export interface RenderedFile {
  readonly file: keyof typeof RENDERERS;
  readonly bytes: Uint8Array;
}

const { paper, files }: ReportJob = workerData;
for (const file of files) {
  const rendered: RenderedFile = { file, bytes: await RENDERERS[file](paper) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(rendered);
}
