// Comparators as the documents word them: two wordings mean the same comparison (domain.md §a.2 no. 47).
import type { DraftTarget } from "./draft.ts";

export const COMPARATOR_CHOICES = ["gt", "orMore", "atLeast", "eq", "range", "lte"] as const;
type ComparatorChoice = (typeof COMPARATOR_CHOICES)[number];
type Asked = Pick<DraftTarget, "comparator" | "value">;

export function comparatorChoiceOf({ comparator, value }: Asked): ComparatorChoice {
  if (comparator !== "gte") return comparator;
  return value.wording ?? (value.scale === "percent" ? "orMore" : "atLeast");
}

/** The same amount under another comparator; an upper bound only stays with a range. */
export function withComparatorChoice<T extends Asked>(target: T, choice: ComparatorChoice): T {
  const { upper, wording: _, ...value } = target.value;
  const isUsual = choice === (value.scale === "percent" ? "orMore" : "atLeast");
  if (choice === "orMore" || choice === "atLeast")
    return { ...target, comparator: "gte", value: isUsual ? value : { ...value, wording: choice } };
  return {
    ...target,
    comparator: choice,
    value: choice === "range" && upper !== undefined ? { ...value, upper } : value,
  };
}
