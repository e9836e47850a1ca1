// What a child programme asks otherwise than the programme it was derived from.
import type { DraftTarget } from "./draft.ts";

const TARGET_ASPECTS = ["title", "value", "time", "indicator"] as const;
export type TargetAspect = (typeof TARGET_ASPECTS)[number];

export type TargetDifference =
  | { readonly kind: "added"; readonly target: DraftTarget }
  | { readonly kind: "left"; readonly parent: DraftTarget }
  | {
      readonly kind: "changed";
      readonly target: DraftTarget;
      readonly parent: DraftTarget;
      readonly aspects: readonly TargetAspect[];
    };

/** By id, in the order of the child; what it leaves out stands at the end. The same programme differs in nothing. */
export function differencesBetween(
  parent: readonly DraftTarget[],
  child: readonly DraftTarget[],
): TargetDifference[] {
  const above = new Map(parent.map((target) => [target.id, target]));
  const own = new Set(child.map(({ id }) => id));
  const kept = child.flatMap((target): TargetDifference[] => {
    const before = above.get(target.id);
    if (!before) return [{ kind: "added", target }];
    const aspects = TARGET_ASPECTS.filter((aspect) => aspectOf(target, aspect) !== aspectOf(before, aspect));
    return aspects.length === 0 ? [] : [{ kind: "changed", target, parent: before, aspects }];
  });
  return [
    ...kept,
    ...parent.filter(({ id }) => !own.has(id)).map((target) => ({ kind: "left" as const, parent: target })),
  ];
}

function aspectOf(target: DraftTarget, aspect: TargetAspect): string {
  switch (aspect) {
    case "title":
      return target.title;
    case "value":
      return stable([target.comparator, target.value, target.qualitative ?? false]);
    case "time":
      return stable(target.time);
    case "indicator":
      return stable([target.indicator, target.ofWhich ?? null, target.measureUnit]);
  }
}

/** JSON with keys in order: two formulas written in another order are the same. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
