import type { RemarkView } from "../../../shared/contract/corrections.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { RemarkRow } from "../../database/queries/corrections.ts";
import type { NamedUnit } from "./report-content.ts";

/** Remarks with the names of what they are on. */
export function remarkViews(rows: readonly RemarkRow[], units: ReadonlyMap<string, NamedUnit>): RemarkView[] {
  return rows.map(({ unit, element, period, severity, message, suggestion }) => ({
    unit: unit === null ? null : (units.get(unit) ?? { uid: unit, code: "", name: unit }),
    element: element === null ? null : namedElement(element),
    period,
    severity: severity === "warning" || severity === "note" ? severity : "error",
    message,
    suggestion,
  }));
}

export function namedElement(code: string) {
  const element = findElement(code);
  return { code, number: element?.number ?? "", label: element?.label ?? code };
}
