// Long work cut into parts: a generator that says after each how far it is. Whoever runs it decides what happens between two.

/** How far long work is. */
export interface PartDone {
  /** Stable name of the step; whoever shows it has the words. */
  readonly step: string;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
}

/** Rows of a table that are read or written in one part: some 10 ms. */
export const ROWS_A_PART = 5_000;

/** All parts, one right after the other. @returns what the last one gives */
export function atOnce<T>(parts: Iterator<unknown, T>): T {
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}
