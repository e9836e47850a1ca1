// Whether a correction does what the return asked for: the same question at both ends.
import type { RemarkRow } from "../../database/queries/corrections.ts";
import type { CorrectionRow } from "../bundle/rows.ts";
import { placeKey } from "./report-content.ts";

/** Remarks on cells that stayed as they were reported. */
export function unansweredRemarks(
  remarks: readonly RemarkRow[],
  corrections: readonly CorrectionRow[],
): RemarkRow[] {
  const corrected = new Set(corrections.map(placeKey));
  return remarks.filter(
    ({ unit, element, period, severity }) =>
      severity === "error" &&
      unit !== null &&
      element !== null &&
      period !== null &&
      !corrected.has(placeKey({ unit, element, period })),
  );
}
