import { open } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { readCsv } from "./read-csv.ts";
import type { WorkerAnswer } from "./spreadsheet-worker.ts";
import { type Table, TableError, type TableFault } from "./table.ts";
import { WORKBOOK_LIMITS } from "./workbook-limits.ts";

const LARGEST_CSV_BYTES = 64 * 1024 * 1024;
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Excel before 2007, and every workbook with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads a CSV file or the first sheet of a workbook, told apart by content and not by name. @throws {TableError} */
export async function readTable(path: string): Promise<Table> {
  const file = await open(path, "r");
  let bytes: Buffer;
  try {
    const { size } = await file.stat();
    if (size === 0) throw new TableError("FILE_EMPTY");
    if (size > LARGEST_CSV_BYTES) throw new TableError("FILE_TOO_LARGE");
    bytes = await file.readFile();
  } finally {
    await file.close();
  }
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw new TableError("XLSX_OLD_FORMAT");
  if (!bytes.subarray(0, 4).equals(ZIP)) return readCsv(bytes);
  if (bytes.length > WORKBOOK_LIMITS.fileBytes) throw new TableError("FILE_TOO_LARGE");
  return readInWorker(bytes);
}

function readInWorker(bytes: Uint8Array): Promise<Table> {
  const source = new URL(
    import.meta.url.endsWith(".ts") ? "./spreadsheet-worker.ts" : "./spreadsheet-worker.js",
    import.meta.url,
  );
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: WORKBOOK_LIMITS.memoryMegabytes },
      execArgv: [],
    });
    const timer = setTimeout(() => finish(new TableError("XLSX_TIMEOUT")), WORKBOOK_LIMITS.waitMs);
    const finish = (outcome: Table | Error) => {
      clearTimeout(timer);
      void worker.terminate();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    worker.once("message", (answer: WorkerAnswer) =>
      finish(
        answer.ok
          ? (answer.table as Table)
          : new TableError(answer.code as TableFault, answer.line, answer.detail),
      ),
    );
    worker.once("error", (error) =>
      finish(
        "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new TableError("XLSX_BOMB") : error,
      ),
    );
  });
}
