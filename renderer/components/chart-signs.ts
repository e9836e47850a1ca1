import type { TrendBreak } from "./TrendChart.tsx";

/** Breaks between the same two points share one line: "1, 2". */
export function signsAt(places: readonly number[]): TrendBreak[] {
  const signs = new Map<number, string[]>();
  places.forEach((before, index) => signs.set(before, [...(signs.get(before) ?? []), String(index + 1)]));
  return [...signs].map(([before, numbers]) => ({
    id: String(before),
    before,
    sign: `(${numbers.join(", ")})`,
  }));
}
