// Blocks of cells as text on the clipboard: TSV as Excel writes it, and a bare HTML table. Pure; no DOM.

type TextMatrix = readonly (readonly string[])[];

/** Tab-separated, CRLF after every row, quoted only where a cell holds a tab, a line break or begins with a quote. */
export function toTsv(matrix: TextMatrix): string {
  return matrix.map((row) => `${row.map(quoted).join("\t")}\r\n`).join("");
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One table, every character of the cells escaped.
 * @param typed what would have to be typed to get the same cells ("120ư"), where that says more than their text; only
 *   a paste into a grid reads it
 */
export function toHtml(matrix: TextMatrix, typed: TextMatrix = matrix): string {
  const rows = matrix.map((row, index) => {
    const cells = row.map((text, column) => {
      const same = typed[index]?.[column] ?? text;
      return `<td${same === text ? "" : ` ${TYPED}="${escaped(same)}"`}>${escaped(text)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<meta charset="utf-8"><table>${rows.join("")}</table>`;
}

const TYPED = "data-typed";

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}

/**
 * Reads what a spreadsheet puts on the clipboard. One trailing line break is dropped; every row gets the length of the
 * longest. A text without tab or line break is one cell. Empty text is no cells at all.
 */
export function parseTsv(text: string): string[][] {
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (text === "") return [];
  const rows: string[][] = [[]];
  let position = 0;
  for (;;) {
    const { cell, end } = readCell(clean, position);
    rows.at(-1)?.push(cell);
    if (end >= clean.length) return squared(rows, "");
    if (clean[end] === "\n") rows.push([]);
    position = end + 1;
  }
}

function readCell(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text[start] === '"') {
    const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(start));
    if (match) return { cell: (match[1] ?? "").replaceAll('""', '"'), end: start + match[0].length };
  }
  // A quote that is never closed is a character like any other.
  const stop = text.slice(start).search(/[\t\n]/);
  const end = stop === -1 ? text.length : start + stop;
  return { cell: text.slice(start, end), end };
}

/**
 * A block on the clipboard: as it was typed where it was copied from a grid, otherwise the plain text, or the table.
 * Where the table tells the number behind a text ("1,250" of an English sheet), the text says that number.
 */
export function readClipboard(plain: string, html: string): string[][] {
  const cells = html.includes(` ${TYPED}="`) ? [] : parseTsv(plain);
  if (cells.length === 0) return parseHtmlTable(html);
  if (!CARRIES_NUMBERS.test(html)) return cells;
  const table = readHtmlTable(html);
  return cells.map((row, index) =>
    row.map((text, column) => {
      const cell = table[index]?.[column];
      // Where the two differ the table is laid out otherwise, and its number may be that of another cell.
      return cell?.text === text.trim() ? asMeant(cell) : text;
    }),
  );
}

interface HtmlCell {
  readonly text: string;
  /** The number the program that copied it holds, in digits with a point. */
  readonly number?: string | undefined;
}

/** LibreOffice writes `sdval`, Excel `x:num`; without a value it is no more than its text. */
const CARRIES_NUMBERS = /<td\s[^>]*?(?:sdval|x:num)="/i;
const NUMBER = /\s(?:sdval|x:num)="(-?\d+(?:\.\d+)?)"/i;

/** "1,250" and "1.250" mean 1250 or one and a quarter; the number behind them, shown rounded, says which. */
function asMeant({ text, number }: HtmlCell): string {
  const [, left, right] = /^(\d{1,3})[.,](\d{3})$/.exec(text) ?? [];
  if (left === undefined || right === undefined || number === undefined) return text;
  if (Math.abs(Number(number) - Number(left + right)) <= 0.5) return left + right;
  if (Math.abs(Number(number) - Number(`${left}.${right}`)) > 0.000_501) return text;
  const decimals = right.replace(/0+$/, "");
  return decimals === "" ? left : `${left},${decimals}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The first table of a piece of HTML, for programs that offer no plain text, and as typed where that is said. Spanned cells are filled with "". */
export function parseHtmlTable(html: string): string[][] {
  return readHtmlTable(html).map((row) => row.map(asMeant));
}

function readHtmlTable(html: string): HtmlCell[][] {
  const table = /<table[\s>][\s\S]*?<\/table>/i.exec(html)?.[0];
  if (table === undefined) return [];
  const rows = [...table.matchAll(/<tr[\s>][\s\S]*?(?=<tr[\s>]|<\/table>)/gi)].map(([row]) =>
    [...row.matchAll(/<t[dh]((?:\s[^>]*)?)>([\s\S]*?)(?=<t[dh][\s>]|<\/t[dh]>|<\/tr>|$)/gi)].flatMap(
      (cell) => {
        const span = Number(/colspan\s*=\s*["']?(\d{1,3})/i.exec(cell[1] ?? "")?.[1] ?? 1);
        const typed = new RegExp(`\\s${TYPED}="([^"]*)"`).exec(cell[1] ?? "")?.[1];
        return [
          { text: plainText(typed ?? cell[2] ?? ""), number: NUMBER.exec(cell[1] ?? "")?.[1] },
          ...Array.from({ length: Math.max(1, span) - 1 }, () => NO_TEXT),
        ];
      },
    ),
  );
  return squared(
    rows.filter((row) => row.length > 0),
    NO_TEXT,
  );
}

const NO_TEXT: HtmlCell = { text: "" };

function plainText(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return ENTITIES[String(name).toLowerCase()] ?? whole;
    })
    .trim();
}

function squared<Cell>(rows: readonly Cell[][], empty: Cell): Cell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => empty)]);
}

/**
 * What a paste writes: the block itself, or the block repeated when the selection holds it a whole number of times –
 * so one copied value fills a selection (anchors.md §d1).
 *
 * @param rows     rows selected, ≥ 1
 * @param columns  columns selected, ≥ 1
 */
export function fillSelection(matrix: TextMatrix, rows: number, columns: number): TextMatrix {
  const height = matrix.length;
  const width = matrix[0]?.length ?? 0;
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return matrix;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => matrix[row % height]?.[column % width] ?? ""),
  );
}
