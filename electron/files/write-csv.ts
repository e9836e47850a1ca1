// CSV that Excel reads with its Vietnamese letters and runs nothing of.
import { stringify } from "csv-stringify/sync";
import { escapeText } from "./escape-text.ts";

export type CsvCell = string | number | null;

/**
 * UTF-8 with BOM, CRLF. Text a spreadsheet would run as a formula gets a leading apostrophe (security.md X1), which
 * the readers here take off again; numbers stay numbers.
 * @param header null: goes on where an earlier piece of the same file ended
 * @param delimiter a semicolon suits an Excel set to Vietnamese, whose decimal mark is the comma; both are read back
 */
export function writeCsv(
  header: readonly string[] | null,
  rows: Iterable<readonly CsvCell[]>,
  delimiter: "," | ";" = ",",
): Uint8Array {
  const lines = [...(header === null ? [] : [header]), ...rows].map((row) =>
    row.map((cell) => (typeof cell === "string" ? escapeText(cell) : cell)),
  );
  const text = stringify(lines, {
    bom: header !== null,
    delimiter,
    record_delimiter: "\r\n",
    quoted_match: /[\r\n,;\t]/,
  });
  return Buffer.from(text, "utf8");
}
