// A result known from a publication beside the target it answers (domain.md §b.4, §h story 9).
import { isReached } from "../evaluate/comparison.ts";
import type { AchievedResult } from "../programme.ts";
import type { TargetRevision } from "../target.ts";

type PublishedValue = AchievedResult["values"][number];
type Asked = Pick<TargetRevision, "comparator" | "value">;

/**
 * What may be said of a target from a published figure. A bound ("trên 93 %") is never turned into a number: it decides
 * only where everything above it decides the same.
 *
 * @returns met or notMet where that is certain, otherwise insufficientData; notComparable when figure and target are not
 *   of one kind
 */
export function judgePublished(
  published: PublishedValue,
  { comparator, value }: Asked,
): "met" | "notMet" | "insufficientData" | "notComparable" {
  if (published.scale === "money" || published.scale !== value.scale) return "notComparable";
  const fraction =
    published.scale === "percent"
      ? (published.ratio ?? { numerator: published.amount, denominator: 10_000 })
      : { numerator: published.amount, denominator: null };
  if (published.bound === "eq") return isReached(fraction, comparator, value) ? "met" : "notMet";
  switch (comparator) {
    // The figure lies above its bound: reaching the bound is enough, even for "trên".
    case "gte":
    case "gt":
    case "range":
      return isReached(fraction, "gte", value) ? "met" : "insufficientData";
    // Above a bound that is already as high as the limit, the limit is passed.
    case "lte":
    case "eq":
      return isReached(fraction, "gte", { ...value, amount: value.amount + (value.tolerance ?? 0) })
        ? "notMet"
        : "insufficientData";
  }
}

/** The figure of a result that speaks of the same kind as a target: of sessions, persons and a share the share. */
export function answeringValue(
  result: Pick<AchievedResult, "values">,
  { value }: Asked,
): PublishedValue | undefined {
  return result.values.find(({ scale }) => scale === value.scale);
}
