// Hands an untrusted spreadsheet to a worker thread and waits no longer than allowed (security.md X2).
import type { Worker } from "node:worker_threads";
import type { SpreadsheetAnswer, SpreadsheetContents, SpreadsheetJob } from "./spreadsheet-worker.ts";
import { startThread } from "./start-thread.ts";
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

/**
 * Reads many workbooks one after the other in one thread: starting a thread takes longer than reading a small workbook.
 * Every file has the whole time limit; one that is refused for time or memory ends the thread, and the next file gets
 * a new one. Close it when done.
 */
export class SheetReader {
  #worker: Worker | undefined;

  /** Every sheet of a workbook, hidden ones too. Wait for the answer before the next. @throws {TableError} every XLSX_ code */
  async read(
    bytes: Uint8Array,
    { timeLimitMs = TIME_LIMIT_MS }: WorkerLimits = {},
  ): Promise<readonly SheetRows[]> {
    if (bytes.length > LARGEST_WORKBOOK_BYTES) throw new TableError("XLSX_TOO_LARGE");
    const worker = this.#worker ?? startWorker(null);
    this.#worker = worker;
    const job: SpreadsheetJob = { format: "sheets", bytes };
    try {
      const answer = answerOf(worker, "sheets", timeLimitMs);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job);
      return await answer;
    } catch (error) {
      const isOver =
        !(error instanceof TableError) || error.code === "XLSX_TIMEOUT" || error.detail === "memory";
      if (isOver) await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** CSV in the same worker: a file of 32 MiB would hold the main process for seconds. */
export async function readCsvInWorker(bytes: Uint8Array, limits: WorkerLimits = {}): Promise<Table> {
  return readInWorker("csv", bytes, limits);
}

async function readInWorker<Format extends "csv" | "xlsx">(
  format: Format,
  bytes: Uint8Array,
  { timeLimitMs = format === "csv" ? CSV_TIME_LIMIT_MS : TIME_LIMIT_MS }: WorkerLimits,
): Promise<Table> {
  const worker = startWorker({ format, bytes });
  try {
    return await answerOf(worker, format, timeLimitMs);
  } finally {
    await worker.terminate();
  }
}

/** @param job null = jobs come as messages */
function startWorker(job: SpreadsheetJob | null): Worker {
  return startThread("spreadsheet-worker", { workerData: job, resourceLimits: WORKER_MEMORY });
}

function answerOf<Format extends SpreadsheetJob["format"]>(
  worker: Worker,
  format: Format,
  timeLimitMs: number,
): Promise<SpreadsheetContents[Format]> {
  const tooLarge: TableFault = format === "csv" ? "FILE_TOO_LARGE" : "XLSX_TOO_LARGE";
  const tooSlow: TableFault = format === "csv" ? "FILE_TOO_LARGE" : "XLSX_TIMEOUT";
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(() => reject(new TableError(tooSlow, null, `${timeLimitMs} ms`))),
      timeLimitMs,
    );
    const settle = (how: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      how();
    };
    const onMessage = (message: SpreadsheetAnswer<Format>) =>
      settle(() =>
        message.ok
          ? resolve(message.contents)
          : reject(new TableError(message.code, message.line, message.detail)),
      );
    const onError = (error: Error & { code?: string }) =>
      settle(() => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new TableError(tooLarge, null, "memory") : error);
      });
    const onExit = (status: number) =>
      settle(() => reject(new Error(`spreadsheet worker ended with ${status} and no answer`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
