// Tables: one canonical JSON value per line, each line ended by one LF, no blank lines (bundle.md §2.3).
import {
  CanonicalJsonError,
  canonicalText,
  type JsonValue,
  parseCanonical,
  stringsFit,
} from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { MAX_LINE_BYTES, MAX_TABLE_ROWS } from "./limits.ts";

const LINE_FEED = 0x0a;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Rows as a table.
 * @throws {CanonicalJsonError} for a row that has no canonical text
 * @throws {ExchangeError} E_DATA_FORMAT for a line above 64 KiB, a string above 16 KiB or more than 500,000 rows
 */
export function encodeTable(rows: Iterable<JsonValue>): {
  readonly bytes: Uint8Array;
  readonly rows: number;
} {
  const lines: Buffer[] = [];
  for (const row of rows) {
    const line = Buffer.from(`${canonicalText(row)}\n`, "utf8");
    if (line.length - 1 > MAX_LINE_BYTES || !stringsFit(row))
      throw new ExchangeError("E_DATA_FORMAT", "line too long");
    if (lines.push(line) > MAX_TABLE_ROWS) throw new ExchangeError("E_DATA_FORMAT", "too many rows");
  }
  return { bytes: Buffer.concat(lines), rows: lines.length };
}

/**
 * Rows of a table, one at a time, so that a table of 128 MiB need not be held twice.
 * @throws {ExchangeError} E_DATA_FORMAT with `line <n>: <fault>` (n from 1), raised when that line is reached
 */
export function* decodeTable(bytes: Uint8Array): Generator<JsonValue, void, undefined> {
  let start = 0;
  let line = 0;
  while (start < bytes.length) {
    line += 1;
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: no line feed`);
    if (line > MAX_TABLE_ROWS) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: too many rows`);
    if (end - start > MAX_LINE_BYTES) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: too long`);
    yield decodeLine(bytes.subarray(start, end), line);
    start = end + 1;
  }
}

function decodeLine(bytes: Uint8Array, line: number): JsonValue {
  let fault: string;
  try {
    const row = parseCanonical(strictUtf8.decode(bytes));
    if (stringsFit(row)) return row;
    fault = "string too long";
  } catch (error) {
    fault = error instanceof CanonicalJsonError ? error.code : "E_JSON_UTF8";
  }
  throw new ExchangeError("E_DATA_FORMAT", `line ${line}: ${fault}`);
}
