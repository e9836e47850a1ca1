// Any spreadsheet file, told apart by what it holds: people rename files.
import { open } from "node:fs/promises";
import { LARGEST_CSV_BYTES } from "./read-csv.ts";
import { readCsvInWorker, readXlsx, type WorkerLimits } from "./read-xlsx.ts";
import { type Table, TableError } from "./table.ts";

const ZIP = Buffer.from("PK");
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Name of the stream in which Office keeps a workbook that a password opens ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

/** The bytes of a file that may be a spreadsheet. @throws {TableError} FILE_TOO_LARGE; a missing file is the system's own error */
export async function readSpreadsheet(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    // Measured on the open file, so that it cannot be another one by the time it is read.
    if ((await file.stat()).size > LARGEST_CSV_BYTES) throw new TableError("FILE_TOO_LARGE");
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** @throws {TableError} when the file cannot be taken */
export async function readTableBytes(bytes: Uint8Array, limits: WorkerLimits = {}): Promise<Table> {
  return isWorkbook(bytes) ? readXlsx(bytes, limits) : readCsvInWorker(bytes, limits);
}

/** Whether bytes are those of a zip, as a workbook is. @throws {TableError} XLSX_ENCRYPTED, XLSX_OLD_FORMAT */
export function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8));
  if (start.equals(COMPOUND_FILE)) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    throw new TableError(whole.includes(ENCRYPTED_PACKAGE) ? "XLSX_ENCRYPTED" : "XLSX_OLD_FORMAT");
  }
  return start.subarray(0, 2).equals(ZIP);
}
