// Where things stand in a sheet. The first row and the first column are hidden and hold names for the reader, so that a
// sheet whose rows were sorted, or that got a column more, is still read right.

/** In A1; which kind of sheet this is. */
export const MARKS = { single: "scd:single", many: "scd:many" } as const;
export const KEY_ROW = 1;
export const KEY_COLUMN = 1;

/** Names in the key row of a single sheet, from the second column on. */
export const SINGLE_COLUMNS = [
  "number",
  "label",
  "measureUnit",
  "previous",
  "value",
  "word",
  "note",
] as const;
/** Names before the elements in the key row of a sheet for many. */
export const MANY_COLUMNS = ["code", "name"] as const;
/** The last column of a sheet that goes back to be mended. */
export const REASON_COLUMN = "reason";

/** Row of the headings; the answers begin below it. */
export const HEADING_ROW = 7;

/** 1 → "A", 27 → "AA". */
function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function addressOf(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
