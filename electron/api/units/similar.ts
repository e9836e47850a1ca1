import type { SimilarPair } from "../../../shared/contract/units.ts";
import { sameNameKey } from "../../../shared/domain/text.ts";
import { listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";

export const similar = api.units.similar.handler(({ context: { workspace } }) =>
  similarUnits(listUnits(workspace.db, workspace.today())),
);

/** Pairs by tax code, then by name (rule V25). */
function similarUnits(
  units: readonly Pick<UnitRecord, "uid" | "code" | "name" | "taxCode">[],
): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  for (const [reason, keyOf] of [
    ["taxCode", (unit: Pick<UnitRecord, "taxCode">) => unit.taxCode ?? ""],
    ["name", (unit: Pick<UnitRecord, "name">) => sameNameKey(unit.name)],
  ] as const) {
    const seen = new Map<string, Pick<UnitRecord, "uid" | "code" | "name" | "taxCode">>();
    for (const unit of units) {
      const key = keyOf(unit);
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
