// Where a cell of a report lies in this office's tables, and what the report said in it.
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { OpenedCell } from "../../database/queries/corrections.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { listUnitIds } from "../../database/queries/units.ts";
import { keyOf } from "../cell-place.ts";
import { openKept } from "../submissions/kept-bundle.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { figuresIn, placeKey } from "./report-content.ts";

export interface Place {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
}

/** Undefined when this office has no such unit or data element. */
export function openCell(
  workspace: Workspace,
  office: OfficeRecord,
  place: Place,
  figures: ReadonlyMap<string, EntryValue>,
): Pick<OpenedCell, "periodId" | "elementId" | "unitId" | "reported"> | undefined {
  const period = periodOf(place.period);
  const unit =
    place.unit === office.uid
      ? { id: office.unitId }
      : listUnitIds(workspace.db).find(({ uid }) => uid === place.unit);
  if (!unit || !findElement(place.element)) return undefined;
  workspace.ensurePeriod(period);
  return { ...keyOf(workspace, unit, place.element, period), reported: figures.get(placeKey(place)) ?? null };
}

/** Every figure of a report sent from here, as it was signed. */
export function sentFigures(workspace: Workspace, digest: string): ReadonlyMap<string, EntryValue> {
  const bytes = findOutgoing(workspace.db, digest)?.bundle;
  const content = bytes && openKept(bytes, digest);
  if (!content) throw new RangeError(`sentFigures: ${digest}`);
  return figuresIn({ content });
}
