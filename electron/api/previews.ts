// What was read and waits for a decision, kept in memory: a few at a time, the longest untouched goes first.

/** How many wait at the same time. One may hold 500 workbooks, so their number is what bounds the memory. */
const MOST_WAITING = 8;

export class Previews {
  readonly #waiting = new Map<string, unknown>();

  /** Unknown to the caller what it is: each kind of preview knows its own. */
  get(id: string): unknown {
    const found = this.#waiting.get(id);
    if (found !== undefined) this.set(id, found);
    return found;
  }

  set(id: string, preview: unknown): void {
    this.#waiting.delete(id);
    this.#waiting.set(id, preview);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
  }

  delete(id: string): void {
    this.#waiting.delete(id);
  }
}
