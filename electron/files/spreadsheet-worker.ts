// Worker thread: reads one untrusted spreadsheet under a memory cap, answers once, ends (security.md X2).
// An entry of its own: vite.config.ts builds it to dist/node/spreadsheet-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./read-csv.ts";
import { type Table, TableError, type TableFault } from "./table.ts";
import { parseWorkbook } from "./workbook/parse-workbook.ts";

export interface SpreadsheetJob {
  readonly format: "csv" | "xlsx";
  readonly bytes: Uint8Array;
}

export type SpreadsheetAnswer =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly code: TableFault; readonly line: number | null; readonly detail: string };

async function read({ format, bytes }: SpreadsheetJob): Promise<SpreadsheetAnswer> {
  try {
    const table =
      format === "csv"
        ? readCsv(bytes)
        : await parseWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { ok: true, table };
  } catch (error) {
    // Anything else is a bug and reaches the caller as the worker's error.
    if (!(error instanceof TableError)) throw error;
    const { code, line, detail } = error;
    return { ok: false, code, line, detail: detail.slice(0, 200) };
  }
}

const job: SpreadsheetJob = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await read(job));
