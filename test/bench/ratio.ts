// Two ways of doing the same thing, taken in turn so that whatever else the machine does falls on both.

export interface Ratio {
  readonly name: string;
  /** Highest ratio the issue of this measure aims at. */
  readonly aim: number;
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly least: number;
  readonly rounds: number;
}

interface Contest {
  readonly name: string;
  readonly aim: number;
  readonly rounds: number;
  /** One round each, started in turn; @returns milliseconds */
  readonly ours: () => Promise<number> | number;
  readonly least: () => Promise<number> | number;
}

/** The first round of each warms up and is not counted. */
export async function measure({ name, aim, rounds, ours, least }: Contest): Promise<Ratio> {
  const taken: { ours: number[]; least: number[] } = { ours: [], least: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const first = await least();
    const second = await ours();
    if (round === 0) continue;
    taken.least.push(first);
    taken.ours.push(second);
  }
  return { name, aim, rounds, ours: median(taken.ours), least: median(taken.least) };
}

/** @returns milliseconds of one call */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function printTable(ratios: readonly Ratio[]): string {
  const rows = ratios.map(({ name, aim, ours, least, rounds }) => [
    name,
    `${ours.toFixed(ours < 10 ? 3 : 1)} ms`,
    `${least.toFixed(least < 10 ? 3 : 1)} ms`,
    (ours / least).toFixed(2),
    `≤ ${aim}`,
    String(rounds),
  ]);
  const table = [["measure", "ours", "least work", "ratio", "aim", "rounds"], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
