// What one workbook may use up in all, however it is spread over sheets (security.md X2).
import { TableError } from "../table.ts";
import { LONGEST_CELL, MOST_CELLS, MOST_CHARACTERS, MOST_SLOTS } from "./limits.ts";

/** Every method throws {@link TableError} XLSX_TOO_LARGE once its limit is passed. */
export class Budget {
  #cells = 0;
  #characters = 0;
  #slots = 0;

  takeCell(): void {
    this.#cells += 1;
    if (this.#cells > MOST_CELLS) throw tooLarge(`more than ${MOST_CELLS} cells`);
  }

  takeText(text: string): void {
    this.#characters += text.length;
    if (text.length > LONGEST_CELL) throw tooLarge(`a cell of ${text.length} characters`);
    if (this.#characters > MOST_CHARACTERS) throw tooLarge(`more than ${MOST_CHARACTERS} characters`);
  }

  /** Cells of a row including the empty ones before the last that holds something. */
  takeSlots(count: number): void {
    this.#slots += count;
    if (this.#slots > MOST_SLOTS) throw tooLarge(`more than ${MOST_SLOTS} places`);
  }
}

function tooLarge(detail: string): TableError {
  return new TableError("XLSX_TOO_LARGE", null, detail);
}
