// Where the scale of a chart ends. Only for drawing: nothing is compared with it.

/** A round number a little above everything shown, at least 1. */
export function chartEnd(amounts: readonly number[]): number {
  const most = Math.max(...amounts, 1);
  const step = 10 ** Math.floor(Math.log10(most));
  return Math.ceil((most * 1.05) / step) * step;
}
