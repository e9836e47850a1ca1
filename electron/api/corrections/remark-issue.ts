// A remark as a reviewer makes it and as a bundle carries it (bundle.md §2.7 `issues`).
import type { z } from "zod";
import type { VerdictInput } from "../../../shared/contract/corrections.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import type { RemarkRow } from "../../database/queries/corrections.ts";
import type { ReturnIssue } from "../../exchange/manifest.ts";

export type Verdict = z.output<typeof VerdictInput>;
export type Remark = Verdict["remarks"][number];

export const ACCEPTED: Verdict = { result: "accepted", remarks: [], dueOn: null };

const TABLE = "entries";

/** @param index place among the remarks of one reply, from 0 */
export function issueOf({ place, severity, message, suggestion }: Remark, index: number): ReturnIssue {
  return {
    id: `n${index + 1}`,
    severity,
    table: place && TABLE,
    row_key: place && `${place.unit}/${place.period}`,
    field: place && place.element,
    code: "REMARK",
    message,
    suggestion,
  };
}

/** What another program names in a way we do not know concerns the report as a whole. */
export function remarkRowOf({
  table,
  row_key,
  field,
  severity,
  message,
  suggestion,
}: ReturnIssue): RemarkRow {
  const [unit, period, ...rest] = (row_key ?? "").split("/");
  const isCell =
    table === TABLE &&
    rest.length === 0 &&
    field !== null &&
    findElement(field) !== undefined &&
    unit !== undefined &&
    period !== undefined &&
    parsePeriod(period) !== undefined;
  return {
    unit: isCell ? unit : null,
    element: isCell ? field : null,
    period: isCell ? period : null,
    severity,
    message,
    suggestion,
  };
}
