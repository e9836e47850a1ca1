// The thread that opens a stranger's workbook: little memory, little time, nothing else in it.
import { parentPort, workerData } from "node:worker_threads";
import { TableError } from "./table.ts";
import { readWorkbook } from "./workbook.ts";

export type WorkerAnswer =
  | { readonly ok: true; readonly table: unknown }
  | { readonly ok: false; readonly code: string; readonly line: number | null; readonly detail: string };

async function answer(bytes: Uint8Array): Promise<WorkerAnswer> {
  try {
    return { ok: true, table: await readWorkbook(bytes) };
  } catch (error) {
    if (error instanceof TableError)
      return { ok: false, code: error.code, line: error.line, detail: error.detail };
    return { ok: false, code: "XLSX_NOT_A_WORKBOOK", line: null, detail: "" };
  }
}

if (workerData instanceof Uint8Array) parentPort?.postMessage(await answer(workerData));
