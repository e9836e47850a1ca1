// Worker thread: reads untrusted spreadsheets under a memory cap, one at a time (security.md X2).
// An entry of its own: vite.config.ts builds it to dist/node/spreadsheet-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./read-csv.ts";
import { type Table, TableError, type TableFault } from "./table.ts";
import { parseSheets, parseWorkbook, type SheetRows } from "./workbook/parse-workbook.ts";

export interface SpreadsheetJob {
  /** `sheets`: every sheet of a workbook, hidden ones too, as rows. */
  readonly format: "csv" | "xlsx" | "sheets";
  readonly bytes: Uint8Array;
}

/** A table, or for `sheets` the sheets. */
export interface SpreadsheetContents {
  readonly csv: Table;
  readonly xlsx: Table;
  readonly sheets: readonly SheetRows[];
}

export type SpreadsheetAnswer<Format extends SpreadsheetJob["format"] = SpreadsheetJob["format"]> =
  | { readonly ok: true; readonly contents: SpreadsheetContents[Format] }
  | { readonly ok: false; readonly code: TableFault; readonly line: number | null; readonly detail: string };

async function read({ format, bytes }: SpreadsheetJob): Promise<SpreadsheetAnswer> {
  try {
    if (format === "csv") return { ok: true, contents: readCsv(bytes) };
    const parse = format === "xlsx" ? parseWorkbook : parseSheets;
    return { ok: true, contents: await parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    // Anything else is a bug and reaches the caller as the worker's error.
    if (!(error instanceof TableError)) throw error;
    const { code, line, detail } = error;
    return { ok: false, code, line, detail: detail.slice(0, 200) };
  }
}

async function answer(job: SpreadsheetJob): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(await read(job));
}

/** One job given at the start, or several that come one after the other. */
const first: SpreadsheetJob | null = workerData;
if (first) await answer(first);
else parentPort?.on("message", (job: SpreadsheetJob) => void answer(job));
