import { type Evaluation, unitsAsked } from "../evaluation.ts";
import { COUNTED_REGISTER_LABELS, type Label } from "../labels.ts";
import { formatInteger } from "../number-format.ts";

/**
 * Who is behind a figure (domain.md §d.5 rule 4): "38/120" units that have reported of those asked, or the register it was
 * counted from, which nobody reports; "" where nobody is asked.
 */
export function printCoverage(
  row: Pick<Evaluation, "register" | "unitsReporting" | "unitsCounted" | "unitsMissing" | "unitsLeftOut">,
  language: keyof Label = "vi",
): string {
  if (row.register !== null) return COUNTED_REGISTER_LABELS[row.register][language];
  const asked = unitsAsked(row);
  return asked === 0 ? "" : `${formatInteger(row.unitsReporting)}/${formatInteger(asked)}`;
}
