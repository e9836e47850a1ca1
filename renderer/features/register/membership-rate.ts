// Which unions have few members for their workers (domain.md §b.6, [S4] instruction 4).
import type { UnitRow } from "../../../shared/contract/units.ts";
import { formatShare } from "../../../shared/domain/number-format.ts";

type Counted = Pick<UnitRow, "membersTotal" | "workforce">;

/** "80,9 %": members last reported, of the workers in the register; empty where either is not known. */
export function printMembershipRate({ membersTotal, workforce }: Counted): string {
  return membersTotal === null || !workforce ? "" : formatShare(membersTotal, workforce, 1);
}

/** Only to sort by; null where it is not known. */
export function membershipRate({ membersTotal, workforce }: Counted): number | null {
  return membersTotal === null || !workforce ? null : membersTotal / workforce;
}
