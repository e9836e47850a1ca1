import type { SimilarPair } from "../../../shared/contract/units.ts";
import { sameNameKey } from "../../../shared/domain/text.ts";
import { listEmployers } from "../../database/queries/employers.ts";
import { listUnits } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";

export const similar = api.units.similar.handler(({ context: { workspace } }) => {
  const today = workspace.today();
  const taxCodesOf = new Map<string, string[]>();
  for (const { unitUid, taxCode } of listEmployers(workspace.db, today))
    if (unitUid !== null && taxCode !== null)
      taxCodesOf.set(unitUid, [...(taxCodesOf.get(unitUid) ?? []), taxCode]);
  return similarUnits(
    listUnits(workspace.db, today).map(({ uid, code, name, taxCode }) => ({
      uid,
      code,
      name,
      taxCodes: [...(taxCode === null ? [] : [taxCode]), ...(taxCodesOf.get(uid) ?? [])],
    })),
  );
});

interface Compared {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  /** Its own, and those of the employers whose union it is. */
  readonly taxCodes: readonly string[];
}

/** Pairs by tax code, then by name (rule V25). */
function similarUnits(units: readonly Compared[]): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  for (const [reason, keysOf] of [
    ["taxCode", ({ taxCodes }: Compared) => new Set(taxCodes)],
    ["name", ({ name }: Compared) => [sameNameKey(name)]],
  ] as const) {
    const seen = new Map<string, Compared>();
    for (const unit of units)
      for (const key of keysOf(unit)) {
        const left = key === "" ? undefined : seen.get(key);
        if (left && !pairs.some((pair) => pair.left.uid === left.uid && pair.right.uid === unit.uid)) {
          pairs.push({
            reason,
            left: { uid: left.uid, code: left.code, name: left.name },
            right: { uid: unit.uid, code: unit.code, name: unit.name },
          });
        }
        if (key !== "" && !left) seen.set(key, unit);
      }
  }
  return pairs;
}
