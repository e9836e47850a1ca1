// Tables: one canonical JSON value per line, each line ended by one LF, no blank lines (bundle.md §2.3).
import { isUtf8 } from "node:buffer";
import {
  CanonicalJsonError,
  canonicalText,
  type JsonValue,
  parseCanonical,
  stringsFit,
} from "./canonical-json.ts";
import { ROWS_A_PART } from "../../shared/domain/parts.ts";
import { ExchangeError } from "./codes.ts";
import { MAX_LINE_BYTES, MAX_STRING_BYTES, MAX_TABLE_ROWS } from "./limits.ts";

const LINE_FEED = 0x0a;
/** Characters of a line in which nothing can be too long: UTF-8 takes three bytes for one at most. */
const SHORT_LINE = Math.floor(MAX_STRING_BYTES / 3);
/** Characters turned into bytes at once; line by line costs twice as much. */
const PIECE_LENGTH = 64 * 1024;
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface EncodedTable {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

/**
 * Rows as a table.
 * @throws {CanonicalJsonError} for a row that has no canonical text
 * @throws {ExchangeError} E_DATA_FORMAT for a line above 64 KiB, a string above 16 KiB or more than 500,000 rows
 */
export function encodeTable(rows: Iterable<JsonValue>): EncodedTable {
  const parts = [...encodeTableByParts(rows)];
  return {
    bytes: Buffer.concat(parts.map(({ bytes }) => bytes)),
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
  };
}

/** {@link encodeTable} a part at a time: each is some whole lines of the table, the last may be empty. */
export function* encodeTableByParts(rows: Iterable<JsonValue>): Generator<EncodedTable, void> {
  let pieces: Buffer[] = [];
  let piece = "";
  let count = 0;
  let total = 0;
  const part = (): EncodedTable => {
    pieces.push(bytesOf(piece));
    const done = { bytes: Buffer.concat(pieces), rows: count };
    pieces = [];
    piece = "";
    count = 0;
    return done;
  };
  for (const row of rows) {
    const line = canonicalText(row);
    if (line.length > SHORT_LINE && (Buffer.byteLength(line) > MAX_LINE_BYTES || !stringsFit(row)))
      throw new ExchangeError("E_DATA_FORMAT", "line too long");
    count += 1;
    total += 1;
    if (total > MAX_TABLE_ROWS) throw new ExchangeError("E_DATA_FORMAT", "too many rows");
    piece += `${line}\n`;
    if (count === ROWS_A_PART) yield part();
    if (piece.length < PIECE_LENGTH) continue;
    pieces.push(bytesOf(piece));
    piece = "";
  }
  yield part();
}

/** Most tables hold no letter beyond ASCII; those are copied, which is quicker than encoding them. */
function bytesOf(text: string): Buffer {
  return Buffer.from(text, Buffer.byteLength(text) === text.length ? "latin1" : "utf8");
}

/**
 * Rows of a table, one at a time, so that a table of 128 MiB need not be held twice.
 * @throws {ExchangeError} E_DATA_FORMAT with `line <n>: <fault>` (n from 1), raised when that line is reached
 */
export function* decodeTable(bytes: Uint8Array): Generator<JsonValue, void, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Asked once for the whole table: the strict decoder takes three times as long line by line.
  const isWellFormed = isUtf8(buffer);
  let start = 0;
  let line = 0;
  while (start < bytes.length) {
    line += 1;
    const end = buffer.indexOf(LINE_FEED, start);
    if (end < 0) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: no line feed`);
    if (line > MAX_TABLE_ROWS) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: too many rows`);
    if (end - start > MAX_LINE_BYTES) throw new ExchangeError("E_DATA_FORMAT", `line ${line}: too long`);
    yield decodeLine(buffer.subarray(start, end), line, isWellFormed);
    start = end + 1;
  }
}

/** Rows of a table whose every line has been through {@link decodeTable} before, or was checked when it was taken in. */
export function* decodeCheckedTable(bytes: Uint8Array): Generator<JsonValue, void, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let start = 0; start < buffer.length; ) {
    const end = buffer.indexOf(LINE_FEED, start);
    if (end < 0) throw new ExchangeError("E_DATA_FORMAT", "no line feed");
    const row: JsonValue = JSON.parse(buffer.toString("utf8", start, end));
    yield row;
    start = end + 1;
  }
}

function decodeLine(bytes: Buffer, line: number, isWellFormed: boolean): JsonValue {
  let fault: string;
  try {
    const row = parseCanonical(isWellFormed ? bytes.toString("utf8") : strictUtf8.decode(bytes));
    if (bytes.length <= MAX_STRING_BYTES || stringsFit(row)) return row;
    fault = "string too long";
  } catch (error) {
    fault = error instanceof CanonicalJsonError ? error.code : "E_JSON_UTF8";
  }
  throw new ExchangeError("E_DATA_FORMAT", `line ${line}: ${fault}`);
}
