// Hands an untrusted spreadsheet to a worker thread and waits no longer than allowed (security.md X2).
import { Worker } from "node:worker_threads";
import type { SpreadsheetAnswer, SpreadsheetContents, SpreadsheetJob } from "./spreadsheet-worker.ts";
import { type Table, TableError, type TableFault } from "./table.ts";
import {
  CSV_TIME_LIMIT_MS,
  LARGEST_WORKBOOK_BYTES,
  TIME_LIMIT_MS,
  WORKER_MEMORY,
} from "./workbook/limits.ts";
import type { SheetRows } from "./workbook/parse-workbook.ts";

export interface WorkerLimits {
  /** Wall clock, milliseconds; 20,000 for a workbook and 60,000 for CSV unless told. */
  readonly timeLimitMs?: number;
}

/** @throws {TableError} every XLSX_ code, HEADER_DUPLICATE */
export async function readXlsx(bytes: Uint8Array, limits: WorkerLimits = {}): Promise<Table> {
  if (bytes.length > LARGEST_WORKBOOK_BYTES) throw new TableError("XLSX_TOO_LARGE");
  return readInWorker("xlsx", bytes, limits);
}

/** Every sheet of a workbook, hidden ones too. @throws {TableError} every XLSX_ code */
export async function readSheets(
  bytes: Uint8Array,
  limits: WorkerLimits = {},
): Promise<readonly SheetRows[]> {
  if (bytes.length > LARGEST_WORKBOOK_BYTES) throw new TableError("XLSX_TOO_LARGE");
  return readInWorker("sheets", bytes, limits);
}

/** CSV in the same worker: a file of 32 MiB would hold the main process for seconds. */
export async function readCsvInWorker(bytes: Uint8Array, limits: WorkerLimits = {}): Promise<Table> {
  return readInWorker("csv", bytes, limits);
}

async function readInWorker<Format extends SpreadsheetJob["format"]>(
  format: Format,
  bytes: Uint8Array,
  { timeLimitMs = format === "csv" ? CSV_TIME_LIMIT_MS : TIME_LIMIT_MS }: WorkerLimits,
): Promise<SpreadsheetContents[Format]> {
  const tooLarge: TableFault = format === "csv" ? "FILE_TOO_LARGE" : "XLSX_TOO_LARGE";
  const tooSlow: TableFault = format === "csv" ? "FILE_TOO_LARGE" : "XLSX_TIMEOUT";
  const job: SpreadsheetJob = { format, bytes };
  // From source under Node's type stripping, or beside this file in dist/node.
  const name = import.meta.url.endsWith(".ts") ? "./spreadsheet-worker.ts" : "./spreadsheet-worker.js";
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: job,
    resourceLimits: WORKER_MEMORY,
    env: {},
    execArgv: [],
  });
  const answer = new Promise<SpreadsheetContents[Format]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new TableError(tooSlow, null, `${timeLimitMs} ms`)), timeLimitMs);
    worker.on("message", (message: SpreadsheetAnswer<Format>) => {
      clearTimeout(timer);
      if (message.ok) resolve(message.contents);
      else reject(new TableError(message.code, message.line, message.detail));
    });
    worker.on("error", (error: Error & { code?: string }) => {
      clearTimeout(timer);
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? new TableError(tooLarge, null, "memory") : error);
    });
    worker.on("exit", (status) => {
      clearTimeout(timer);
      reject(new Error(`spreadsheet worker ended with ${status} and no answer`));
    });
  });
  try {
    return await answer;
  } finally {
    await worker.terminate();
  }
}
