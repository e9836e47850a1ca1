// Shares as they are typed, before they are saved.
import type { DownwardUnit } from "../../../shared/contract/downward.ts";

/** By unit and target; null where nothing is given. */
export type SharesDraft = ReadonlyMap<string, number | null>;

export function placeOf(unitCode: string, target: string): string {
  return JSON.stringify([unitCode, target]);
}

/** What would be saved: only what is other than now. */
export function changedShares(
  units: readonly DownwardUnit[],
  targets: readonly { readonly id: string }[],
  draft: SharesDraft,
): { unitCode: string; target: string; amount: number | null }[] {
  return units.flatMap(({ code, shares }) =>
    targets.flatMap(({ id }) => {
      const typed = draft.get(placeOf(code, id));
      return typed === undefined || typed === (shares[id] ?? null)
        ? []
        : [{ unitCode: code, target: id, amount: typed }];
    }),
  );
}
