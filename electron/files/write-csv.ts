import { stringify } from "csv-stringify/sync";

/** Text a spreadsheet would run as a formula gets a leading apostrophe (security.md X1); numbers stay numbers. */
export function escapeFormula(text: string): string {
  return /^\s*[=+\-@\t\r\n\0＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** UTF-8 with BOM, so that Excel reads Vietnamese; comma; CRLF. */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): Uint8Array {
  const escaped = [...rows].map((row) =>
    row.map((cell) => (typeof cell === "string" ? escapeFormula(cell) : cell)),
  );
  return Buffer.from(stringify([[...header], ...escaped], { bom: true, record_delimiter: "\r\n" }), "utf8");
}
