// The words of a target against its value: somebody changes one and forgets the other.
import type { DraftTarget } from "./draft.ts";

const PERCENT = /(\d+)(?:[,.](\d{1,2}))?\s*%/g;

/**
 * The percentages that a title names, when the value the target asks for is none of them.
 * @returns hundredths of a percent, in the order of the title; empty where title and value agree or cannot be compared
 */
export function otherPercents({
  title,
  value: { scale, amount, upper },
}: Pick<DraftTarget, "title" | "value">): number[] {
  if (scale !== "percent" || amount === null) return [];
  const named = [...title.matchAll(PERCENT)].map(
    ([, whole, rest = ""]) => Number(whole) * 100 + Number(rest.padEnd(2, "0")),
  );
  return named.includes(amount) || (upper !== undefined && named.includes(upper)) ? [] : named;
}
