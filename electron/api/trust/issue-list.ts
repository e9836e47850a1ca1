// Issuing a version of the trust list, and who signs it.
import type { KeyObject } from "node:crypto";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertTrust, listTrust } from "../../database/queries/trust-lists.ts";
import { listKeys } from "../../database/queries/signing-keys.ts";
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { readPaperCode } from "../../exchange/paper-key.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import type { TrustList } from "../../exchange/trust-list-schema.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import type { WrittenBundle } from "../../exchange/write-bundle.ts";
import { type HeldList, unlockKey } from "../bundle/keyring.ts";
import { makeOutgoing } from "../bundle/outgoing.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

const TRUST_STREAM = "trust";

/**
 * Signs and keeps the next version; call inside a transaction. A version that does not itself change the root ships every
 * earlier one that did, so that an office several roots behind can walk to it (bundle.md §2.7).
 */
export function issueList(
  workspace: Workspace,
  office: OfficeRecord,
  list: TrustList,
  signers: readonly KeyObject[],
  act: { readonly action: string; readonly object: string; readonly detail?: Record<string, unknown> },
): WrittenBundle {
  const bundle = makeOutgoing(
    workspace,
    office,
    {
      audience: ["*"],
      stream: TRUST_STREAM,
      section: { kind: "trustlist", trustlist: list },
      roots: rootChangesBefore(workspace, list),
    },
    signers,
  );
  insertTrust(
    workspace.db,
    { version: list.version, sha256: bundle.digest, bundle: bundle.bytes, isOwn: 1 },
    workspace.now(),
  );
  appendAudit(workspace.db, workspace.act(), act.action, act.object, {
    version: list.version,
    digest: bundle.digest,
    ...act.detail,
  });
  return bundle;
}

function rootChangesBefore(workspace: Workspace, list: TrustList): Uint8Array[] {
  let root = 1;
  const changes: Uint8Array[] = [];
  for (const { bundle } of listTrust(workspace.db)) {
    const manifest = parseManifest(openEnvelope(readContainer(bundle)).manifest);
    if (manifest.kind !== "trustlist" || manifest.trustlist.root.version <= root) continue;
    root = manifest.trustlist.root.version;
    changes.push(bundle);
  }
  // A list that is shipped inside another ships none itself.
  return list.root.version > root ? [] : changes;
}

interface RootErrors {
  readonly PASSPHRASE_WRONG: () => Error;
  readonly ROOT_KEYS_MISSING: (options: { data: { needed: number; opened: number } }) => Error;
}

/**
 * Root keys that sign the next version: those of this computer that the passphrase opens, and those typed from paper.
 * @throws PASSPHRASE_WRONG when it opens none and no paper helps; ROOT_KEYS_MISSING when too few came together
 * @throws {ORPCError} KEY_WAIT @throws {ExchangeError} E_KEY_PAPER
 */
export async function rootSigners(
  workspace: Workspace,
  { list }: HeldList,
  secrets: { readonly passphrase?: string | undefined; readonly paperCodes: readonly string[] },
  errors: RootErrors,
): Promise<KeyObject[]> {
  const opened = new Map<string, KeyObject>();
  for (const code of secrets.paperCodes) {
    const paper = readPaperCode(code);
    if (paper.use === "root") opened.set(publicHalf(paper.privateKey).keyid, paper.privateKey);
  }
  const { passphrase } = secrets;
  let tried = 0;
  if (passphrase !== undefined) {
    for (const row of listKeys(workspace.db)) {
      if (row.purpose !== "root" || opened.has(row.keyid)) continue;
      tried += 1;
      const key = await unlockKey(workspace, row, passphrase);
      if (key) opened.set(row.keyid, key);
    }
  }
  const ofRoot = list.root.keys.flatMap(({ keyid }) => opened.get(keyid) ?? []);
  if (ofRoot.length >= list.root.threshold) return ofRoot;
  if (tried > 0 && ofRoot.length === 0) throw errors.PASSPHRASE_WRONG();
  throw errors.ROOT_KEYS_MISSING({ data: { needed: list.root.threshold, opened: ofRoot.length } });
}
