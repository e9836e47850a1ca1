// What warnings were explained with, as the receiver reads it: one text for each rule of a unit.
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { ExplanationRow } from "./rows.ts";

export type ExplainedFinding = Pick<FindingView, "unitUid" | "rule" | "elements" | "explanation">;

/** Of several findings of one rule each text names its lines, unless all say the same. */
export function explanationRows(findings: readonly ExplainedFinding[]): ExplanationRow[] {
  const groups = Map.groupBy(
    findings.filter(({ explanation }) => explanation !== null),
    ({ unitUid, rule }) => `${unitUid} ${rule}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const texts = new Set(group.map(({ explanation }) => explanation ?? ""));
    const text =
      texts.size === 1
        ? [...texts].join()
        : group.map(({ elements, explanation }) => `${namesOf(elements)}: ${explanation}`).join("; ");
    return [{ unit: first.unitUid ?? "", rule: first.rule, text }];
  });
}

function namesOf(elements: readonly string[]): string {
  return elements.map((code) => findElement(code)?.label ?? code).join(", ");
}
