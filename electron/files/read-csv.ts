// Comma-, semicolon- or tab-separated UTF-8 (design.md §6). Strict: a ragged line or a stray quote is an error, not a guess.
import { CsvError, parse } from "csv-parse/sync";
import { type Cell, type Table, TableError, type TableRow, textCell, toTable } from "./table.ts";

/** 32 MiB: half a million lines of entries, read in about 10 s on two slow cores. */
export const LARGEST_CSV_BYTES = 32 * 1024 * 1024;
/** A file of nothing but separators would otherwise make an object per byte. */
const LARGEST_CSV_CELLS = 4_000_000;
const MOST_KNOWN_CELLS = 50_000;

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** @throws {TableError} FILE_TOO_LARGE, CSV_ENCODING, CSV_MALFORMED, CSV_EMPTY, HEADER_DUPLICATE */
export function readCsv(bytes: Uint8Array): Table {
  if (bytes.length > LARGEST_CSV_BYTES) throw new TableError("FILE_TOO_LARGE");
  // One kind of line end: the parser counts a quoted CRLF as two lines.
  const text = decode(bytes).replace(/\r\n?/g, "\n");
  const delimiter = detectDelimiter(text);
  return toTable("", parseStrictly(text, delimiter));
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // UTF-16 without a mark is valid UTF-8 full of NULs.
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new TableError("CSV_ENCODING");
}

/** The separator that occurs most in the first line that holds anything, quoted parts aside; comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let isQuoted = false;
  let isLineEmpty = true;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === "\n" && !isLineEmpty) break;
    if (character !== "\n") isLineEmpty = false;
    if (character === "," || character === ";" || character === "\t") counts[character] += 1;
  }
  return DELIMITERS.reduce((best, candidate) => (counts[candidate] > counts[best] ? candidate : best));
}

/** Codes and periods repeat on every line: one object for each keeps a large file small, also on its way between threads. */
function cellFor(raw: string, known: Map<string, Cell>): Cell {
  const found = known.get(raw);
  if (found) return found;
  const cell = textCell(raw);
  if (known.size < MOST_KNOWN_CELLS) known.set(raw, cell);
  return cell;
}

function parseStrictly(text: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = [];
  const known = new Map<string, Cell>();
  let cells = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      skip_empty_lines: true,
      on_record(record: string[], { lines }) {
        cells += record.length;
        if (cells > LARGEST_CSV_CELLS) throw new TableError("FILE_TOO_LARGE");
        const breaks = record.reduce((sum, field) => sum + field.split("\n").length - 1, 0);
        rows.push({ line: lines - breaks, cells: record.map((raw) => cellFor(raw, known)) });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error["lines"] === "number" ? error["lines"] : null;
    throw new TableError("CSV_MALFORMED", line, error.code);
  }
}
