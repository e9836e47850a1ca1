// Texts that stand on the screen and are stored nowhere: refused ones, and the one being typed.
import type { CellAddress } from "../components/grid/grid-model.ts";
import type { RefusalReason } from "./sheet-words.ts";

interface RefusedText {
  readonly text: string;
  readonly reason: RefusalReason;
}

interface UnsavedText extends CellAddress {
  readonly text: string;
}

export class UnsavedTexts {
  readonly #refused = new Map<number, RefusedText & CellAddress>();
  readonly #listeners = new Set<() => void>();
  #typing: UnsavedText | null = null;

  refusedAt(cell: CellAddress): RefusedText | undefined {
    return this.#refused.get(placeOf(cell));
  }

  refusedCount(): number {
    return this.#refused.size;
  }

  /** As the cells stand in the form, from its head. */
  refused(): readonly (RefusedText & CellAddress)[] {
    return [...this.#refused.values()].toSorted((left, right) => placeOf(left) - placeOf(right));
  }

  refuse(texts: readonly (RefusedText & CellAddress)[]): void {
    for (const text of texts) this.#refused.set(placeOf(text), text);
    if (texts.length > 0) this.#tell();
  }

  /** @returns the cells that had a refused text */
  forget(cells: readonly CellAddress[]): CellAddress[] {
    const forgotten = cells.filter((cell) => this.#refused.delete(placeOf(cell)));
    if (forgotten.length > 0) this.#tell();
    return forgotten;
  }

  /** What stands in the editor; null when it is closed. */
  setTyping(typing: UnsavedText | null): void {
    if (typing === null && this.#typing === null) return;
    this.#typing = typing;
    this.#tell();
  }

  list(): readonly UnsavedText[] {
    const texts = [...this.#refused.values()].map(({ row, column, text }) => ({ row, column, text }));
    const typing = this.#typing;
    if (!typing) return texts;
    return [...texts.filter((text) => placeOf(text) !== placeOf(typing)), typing];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** More columns than any form has. */
const MOST_COLUMNS = 4096;

/** One number for a cell of a sheet: a paste of 20,000 cells asks for it a quarter of a million times. */
export function placeOf({ row, column }: CellAddress): number {
  return row * MOST_COLUMNS + column;
}
