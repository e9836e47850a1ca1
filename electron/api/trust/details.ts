import type { TrustDetails, TrustUnitView } from "../../../shared/contract/trust.ts";
import { listKeys } from "../../database/queries/signing-keys.ts";
import { listReceived } from "../../database/queries/received.ts";
import { listTrustDates } from "../../database/queries/trust-lists.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { rootFingerprint } from "../../exchange/trust-list.ts";
import type { TrustUnit } from "../../exchange/trust-list-schema.ts";
import { heldList } from "../bundle/keyring.ts";
import type { Workspace } from "../workspace.ts";

/** The province first, then by code. */
function placeOf({ unit_id, code }: TrustUnit, provinceId: string): string {
  return `${unit_id === provinceId ? "0" : "1"}${code}`;
}

/** Everything the page of the list shows; null when no list is held. */
export async function trustDetails(workspace: Workspace): Promise<TrustDetails | null> {
  const held = await heldList(workspace);
  if (!held) return null;
  const { list, digest, isOwn } = held;
  const here = new Set(listKeys(workspace.db).map(({ keyid }) => keyid));
  const received = listReceived(workspace.db);
  return {
    version: list.version,
    digest,
    provinceName: list.units.find(({ unit_id }) => unit_id === list.province_id)?.name ?? "",
    isOwn,
    rootFingerprint: rootFingerprint(list.root),
    root: {
      version: list.root.version,
      threshold: list.root.threshold,
      keys: list.root.keys.map(({ keyid }) => ({ keyid, isHere: here.has(keyid) })),
    },
    reviewAfter: list.review_after,
    units: list.units
      .toSorted((left, right) =>
        placeOf(left, list.province_id).localeCompare(placeOf(right, list.province_id)),
      )
      .map(
        (unit): TrustUnitView => ({
          uid: unit.unit_id,
          code: unit.code,
          name: unit.name,
          isOwn: unit.unit_id === workspace.office?.uid,
          keys: list.keys
            .filter(({ unit_id }) => unit_id === unit.unit_id)
            .map((key) => ({
              keyid: key.keyid,
              status: key.status,
              roles: key.roles,
              revokedReason: key.revoked_reason,
              accept: key.accept.map(({ stream, max_seq }) => ({ stream, lastSeq: max_seq })),
              knownGood: key.known_good.length,
            })),
          recipients: list.enc_keys
            .filter(({ unit_id }) => unit_id === unit.unit_id)
            .map(({ recipient, status }) => ({ recipient, status })),
          received: received
            .filter(({ unitId }) => unitId === unit.unit_id)
            .map((row) => ({
              digest: row.manifestSha256,
              code: bundleCode(row.manifestSha256),
              kind: row.kind,
              period: row.period,
              seq: row.seq,
              receivedAt: row.receivedAt,
            })),
        }),
      ),
    versions: listTrustDates(workspace.db),
  };
}
