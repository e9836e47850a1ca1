// What a correction changes of the report that was returned, for the table that goes up with it.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import { findForgotten } from "../backup/restored-state.ts";
import type { CorrectionRow } from "../bundle/rows.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { openedCells } from "./correction-view.ts";

/**
 * Null when the period was not returned: its report is a first sending. Null, too, when the returned report was sent after the backup that
 * was restored: what it said is not here to be compared.
 */
export function correctionRows(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): CorrectionRow[] | null {
  const returned = findLatestSubmission(workspace.db, period.rhythm, period);
  if (findForgotten(workspace.db, period.rhythm, period)) return null;
  if (returned?.state !== "returned") return null;
  return openedCells(workspace, office, returned.sha256).flatMap(({ cell, isChanged }): CorrectionRow[] =>
    !isChanged
      ? []
      : [
          {
            unit: cell.unit.uid,
            element: cell.element.code,
            period: cell.period,
            reported_state: cell.reported?.state ?? null,
            reported_value: valueOf(cell.reported),
            corrected_state: cell.corrected?.state ?? null,
            corrected_value: valueOf(cell.corrected),
            reason: cell.reason,
            author: cell.author ?? "",
          },
        ],
  );
}

function valueOf(entry: EntryValue | null): number | null {
  return entry?.state === "value" ? entry.value : null;
}
