// The oldest trust list with which a bundle of the province may be read (bundle.md §2.4 `requires.trust_list_min`).
import { listTrust } from "../../database/queries/trust-lists.ts";
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import type { Kind } from "../../exchange/kinds.ts";
import type { TrustList } from "../../exchange/trust-list-schema.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/**
 * The newest version in which something changed that readers of the province rely on: the root, or a key of the province
 * itself. A reader who is kept from that list (TUF's freeze attack) is told that it is missing; adding the key of one
 * unit does not make every other unit fetch a new list first.
 * @returns 0 for an office that keeps no list of its own, and for what is read without one
 */
export function leastList(workspace: Workspace, office: OfficeRecord, kind: Kind): number {
  if (kind === "trustlist" || kind === "enrolment") return 0;
  let least = 0;
  let relied: string | undefined;
  for (const { isOwn, sha256, bundle, version } of listTrust(workspace.db)) {
    if (isOwn !== 1) continue;
    const present = KNOWN.get(sha256) ?? reliedOn(listIn(bundle), office.uid);
    KNOWN.set(sha256, present);
    if (present !== relied) least = version;
    relied = present;
  }
  return least;
}

/** By digest: a list never changes, and there is one for every key ever added. */
const KNOWN = new Map<string, string>();

/** A list this office made: it was checked when it was signed. */
function listIn(bundle: Uint8Array): TrustList {
  const manifest = parseManifest(openEnvelope(readContainer(bundle)).manifest);
  if (manifest.kind !== "trustlist") throw new RangeError(`listIn: ${manifest.kind}`);
  return manifest.trustlist;
}

function reliedOn({ root, keys }: TrustList, provinceId: string): string {
  const own = keys.filter(({ unit_id }) => unit_id === provinceId);
  return JSON.stringify([
    root,
    own.map(({ keyid, roles, status, accept }) => [keyid, roles, status, accept]),
  ]);
}
