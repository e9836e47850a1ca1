// Which targets of different programmes ask for the same thing (G002-2: a child programme may differ in value only).
import type { Target } from "../target.ts";

/**
 * A key that two targets share when they measure the same thing of the same units: formula, population and segment are
 * equal, whatever value, comparator, denominator policy or time they ask for.
 */
export function measureKey({ indicator, value, qualitative }: Target): string {
  const { policy: _, gradedDenominator: __, ...formula } = indicator;
  return qualitative ? "qualitative" : `${value.scale} ${canonical(formula)}`;
}

/** JSON with sorted keys: the order in which a formula was written says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}
