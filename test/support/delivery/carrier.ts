// Sticks, e-mail and Zalo: what is handed over may be overtaken, get lost, and come again.

/** How many of the oldest letters may overtake one another. */
const OVERTAKING = 12;

export class Carrier<T> {
  readonly #underway: T[] = [];
  readonly #lost: T[] = [];
  readonly #arrived: T[] = [];

  handOver(letter: T): void {
    this.#underway.push(letter);
  }

  /** One that is under way arrives, or is lost. */
  next(n: number, isLost: boolean): T | undefined {
    const at = n % Math.max(1, Math.min(OVERTAKING, this.#underway.length));
    const [letter] = this.#underway.splice(at, 1);
    if (letter === undefined) return undefined;
    (isLost ? this.#lost : this.#arrived).push(letter);
    return isLost ? undefined : letter;
  }

  /** A second copy: of one that arrived, or of one thought lost. */
  again(n: number): T | undefined {
    if (n % 2 === 0 && this.#lost.length > 0) {
      const [found] = this.#lost.splice(n % this.#lost.length, 1);
      if (found !== undefined) this.#arrived.push(found);
      return found;
    }
    return this.#arrived[n % Math.max(1, this.#arrived.length)];
  }

  /** Every letter of which at least one copy arrived, in the order of first arrival. */
  get arrived(): readonly T[] {
    return this.#arrived;
  }
}
