// Which offices report here in a period: those this office managed on its last day (domain.md §f.2 rule 6), and any whose report came.
import type { Period } from "../../../shared/domain/period.ts";
import { type BundleLogRow, listReceived } from "../../database/queries/received.ts";
import { listReportingTerms } from "../../database/queries/reporting-terms.ts";
import { heldList } from "../bundle/keyring.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

interface Subordinate {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  /** First and last day it reports here; null = no such day is known. */
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  /** Still stands in the list of keys; one that does not reports only as far as its last day says. */
  readonly isListed: boolean;
}

/** Every office that reports here or once did, by code in code point order. */
export async function listSubordinates(workspace: Workspace, office: OfficeRecord): Promise<Subordinate[]> {
  const terms = new Map(listReportingTerms(workspace.db).map((term) => [term.unitUid, term]));
  const byUid = new Map<string, Subordinate>();
  const add = (uid: string, code: string, name: string, isListed: boolean) => {
    const { fromOn = null, untilOn = null } = terms.get(uid) ?? {};
    byUid.set(uid, { uid, code, name, fromOn, untilOn, isListed });
  };
  for (const row of listReceived(workspace.db))
    if (row.kind === "submission") add(row.unitId, row.unitCode, row.unitName, false);
  for (const unit of (await heldList(workspace))?.list.units ?? [])
    if (unit.unit_id !== office.uid) add(unit.unit_id, unit.code, unit.name, unit.status === "active");
  return [...byUid.values()].toSorted((left, right) => (left.code < right.code ? -1 : 1));
}

/** Whether an office was this office's on the last day of a period; a report that came all the same is asked for by nobody. */
function isExpected({ fromOn, untilOn, isListed }: Subordinate, { endOn }: Period): boolean {
  if (fromOn !== null && endOn < fromOn) return false;
  return untilOn === null ? isListed : endOn <= untilOn;
}

/** Key of the accepted report of an office and a period. */
export const keyOf = (unitCode: string, period: Period) => `${unitCode} ${period.code}`;

/** Those that are in the list of a period: expected, or with an accepted report. */
export function reportersOf(
  subordinates: readonly Subordinate[],
  accepted: ReadonlyMap<string, BundleLogRow>,
  period: Period,
): Subordinate[] {
  return subordinates.filter((unit) => isExpected(unit, period) || accepted.has(keyOf(unit.code, period)));
}
