import type { CellAddress, GridModel } from "../components/grid/grid-model.ts";

/** The next cell that waits for somebody – refused, warned and not explained, sent back – row after row, round the end. */
export function nextOpenFinding(
  model: Pick<GridModel, "rowCount" | "columns" | "cell">,
  from: CellAddress,
  direction: 1 | -1,
): CellAddress | null {
  const width = model.columns.length;
  const size = model.rowCount * width;
  const start = from.row * width + from.column;
  for (let distance = 1; distance <= size; distance += 1) {
    const place = (start + direction * distance + 2 * size) % size;
    const cell = { row: Math.floor(place / width), column: place % width };
    const { tone } = model.cell(cell.row, cell.column);
    if (tone === "refused" || tone === "warned" || tone === "returned") return cell;
  }
  return null;
}
