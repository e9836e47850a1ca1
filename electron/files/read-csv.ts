import { CsvError, parse } from "csv-parse/sync";
import { normaliseText } from "../../shared/domain/text.ts";
import { type Table, TableError, type TableRow, toTable } from "./table.ts";

/** Comma, semicolon or tab: whichever stands most often in the first line. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => line.split(mark).length - 1;
  return [",", ";", "\t"].toSorted((left, right) => count(right) - count(left))[0] ?? ",";
}

/** UTF-8, with or without BOM. @throws {TableError} CSV_ENCODING, CSV_MALFORMED, FILE_EMPTY, HEADER_DUPLICATE */
export function readCsv(bytes: Uint8Array): Table {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TableError("CSV_ENCODING");
  }
  if (text.includes("\0")) throw new TableError("CSV_MALFORMED", 1, "NUL");
  try {
    const rows: TableRow[] = [];
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(record: string[], { lines }) {
        rows.push({ line: lines, cells: record.map((cell) => ({ text: normaliseText(cell) })) });
        return null;
      },
    });
    return toTable("", rows);
  } catch (error) {
    if (error instanceof CsvError)
      throw new TableError(
        "CSV_MALFORMED",
        typeof error["lines"] === "number" ? error["lines"] : null,
        error.code,
      );
    throw error;
  }
}
