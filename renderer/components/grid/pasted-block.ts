// A block from another sheet often comes with its headings: rows of titles above, codes and names of the units before
// the figures. They are no figures, and say where the figures belong. Pure.
import type { CellRange, GridModel, TextWrite, Unplaced, UnplacedLine } from "./grid-model.ts";
import { fillSelection } from "./clipboard.ts";

type TextMatrix = readonly (readonly string[])[];

export interface PlacedBlock {
  readonly writes: readonly TextWrite[];
  readonly outside: Unplaced;
}

/** What stands before the figures of a line, and they. */
interface Line {
  readonly head: readonly string[];
  readonly cells: readonly string[];
}

/** Number, code and name: more columns than these are not taken for headings. */
const MOST_HEADINGS = 3;

/**
 * Where the cells of a pasted block go. Rows of titles that match the columns by position are left out. Where the block
 * names the rows of the sheet, each of its lines goes to the row it names, whatever row is selected; a line that names
 * none has no place, and says nothing when it is empty.
 */
export function placeBlock(pasted: TextMatrix, selected: CellRange, model: GridModel): PlacedBlock {
  const headings = headingColumns(pasted, model);
  const all: Line[] = pasted.map((line) => ({ head: line.slice(0, headings), cells: line.slice(headings) }));
  const first = all.findIndex(
    (line, index) =>
      index === all.length - 1 || !(model.isHeaderRow(selected.left, line.cells) || isMerged(line, model)),
  );
  const lines = all.slice(first);
  const placed =
    headings > 0
      ? lines
          .filter(({ head, cells }) => ![...head, ...cells].every(isBlank))
          .map(({ head, cells }) => ({ row: rowOf(head, model) ?? -1, cells }))
      : fillSelection(
          lines.map(({ cells }) => cells),
          selected.bottom - selected.top + 1,
          selected.right - selected.left + 1,
        ).map((cells, down) => ({ row: selected.top + down, cells }));
  const every = placed.flatMap(({ row, cells }) =>
    cells.map((text, across) => ({ row, column: selected.left + across, text })),
  );
  const writes = every.filter(
    ({ row, column }) => row >= 0 && row < model.rowCount && column < model.columns.length,
  );
  const unplaced = headings > 0 ? lines.flatMap((line) => unplacedLine(line, model)) : [];
  return { writes, outside: { cells: every.length - writes.length, lines: unplaced } };
}

/** What is told of a line that names no row which is shown; nothing of others, nor of an empty one. */
function unplacedLine({ head, cells }: Line, model: GridModel): UnplacedLine[] {
  const row = rowOf(head, model);
  if ((row !== undefined && row >= 0) || [...head, ...cells].every(isBlank)) return [];
  // The number of the line names nothing where a code or a name stands beside it.
  const written = head.map((text) => text.trim()).filter((text) => text !== "");
  const names = written.filter((text) => /\p{L}/u.test(text));
  return [{ name: (names.length > 0 ? names : written).join(" "), isHidden: row !== undefined }];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** A line of headings beside codes and names that says nothing of the figures, as under a merged one. */
function isMerged({ head, cells }: Line, model: GridModel): boolean {
  return head.length > 0 && rowOf(head, model) === undefined && cells.every(isBlank);
}

/** How many columns of the block come before its figures: up to the last of those that name rows of the sheet. */
function headingColumns(pasted: TextMatrix, model: GridModel): number {
  const width = pasted[0]?.length ?? 0;
  const most = Math.min(MOST_HEADINGS, width - 1);
  for (let column = most - 1; column >= 0; column -= 1)
    if (
      namesRows(
        pasted.map((line) => line[column] ?? ""),
        model,
      )
    )
      return column + 1;
  return 0;
}

/** Names of rows for the greater part: titles above and a line of totals below are none. */
function namesRows(texts: readonly string[], model: GridModel): boolean {
  const written = texts.filter((text) => !isBlank(text));
  const named = written.filter((text) => model.rowNamed(text) !== undefined);
  return named.length > 0 && named.length * 2 >= written.length;
}

function rowOf(head: readonly string[], model: GridModel): number | undefined {
  return head.map((text) => model.rowNamed(text)).find((row) => row !== undefined);
}
