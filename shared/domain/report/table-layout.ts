// The widths of a table's columns on paper. Columns share the room as their kind of table has it; where that would
// break a figure or a word of a heading, they take what they need from the others, and a smaller letter when even
// that is not enough.
import { cellText, type PaperColumn, type PaperRow } from "./paper.ts";
import { widestWord } from "./text-width.ts";

interface TableLayout {
  /** Size of the letters. */
  readonly points: (typeof SIZES)[number];
  /** Millimetres of each column; together the room. */
  readonly widths: readonly number[];
}

const SIZES = [11, 10, 9, 8] as const;
/** Millimetres on both sides of a text together, and the line. */
const PADDING = 2.6;
/** A column of words keeps at least this part of its share. */
const LEAST_SHARE = 0.6;

type TableText = { readonly columns: readonly PaperColumn[]; readonly rows: readonly PaperRow[] };

/** @param room millimetres */
export function tableLayout(table: TableText, room: number): TableLayout {
  const words = widestWords(table);
  for (const points of SIZES) {
    const widths = widthsIn(table.columns, room, leastOf(words, points));
    if (widths) return { points, widths };
  }
  return { points: SIZES[SIZES.length - 1] ?? 8, widths: shares(table.columns, room) };
}

/** @returns millimetres each column needs to break no figure and no word of its heading */
export function leastWidths(table: TableText, points: number): readonly number[] {
  return leastOf(widestWords(table), points);
}

function leastOf(words: readonly number[], points: number): readonly number[] {
  return words.map((width) => width * points + PADDING);
}

/** Of each column what may not be broken, at a size of one point: thousands of rows are measured once. */
function widestWords({ columns, rows }: TableText): readonly number[] {
  return columns.map(({ title, align }, index) => {
    let widest = widestWord(title, 1, true);
    // Columns of words may break a word that nobody could fit.
    if (align === "start") return widest;
    for (const { kind, cells } of rows)
      if (kind !== "group")
        widest = Math.max(widest, widestWord(cellText(cells[index]), 1, kind === "total"));
    return widest;
  });
}

function widthsIn(
  columns: readonly PaperColumn[],
  room: number,
  leastWidth: readonly number[],
): readonly number[] | null {
  const shared = shares(columns, room);
  const least = leastWidth.map((width, index) =>
    columns[index]?.align === "start" ? Math.max(width, (shared[index] ?? 0) * LEAST_SHARE) : width,
  );
  const needed = least.map((width, index) => Math.max(0, width - (shared[index] ?? 0)));
  const spare = least.map((width, index) => Math.max(0, (shared[index] ?? 0) - width));
  const [lacking, free] = [sum(needed), sum(spare)];
  if (lacking > free) return null;
  const taken = free === 0 ? 0 : lacking / free;
  return shared.map((width, index) => width + (needed[index] ?? 0) - (spare[index] ?? 0) * taken);
}

function shares(columns: readonly PaperColumn[], room: number): readonly number[] {
  const whole = sum(columns.map(({ width }) => width));
  return columns.map(({ width }) => (width * room) / whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
