// One change of the trust list, one version (bundle.md §2.7).
import type { KeyObject } from "node:crypto";
import type { TrustChange, TrustDetails } from "../../../shared/contract/trust.ts";
import { type KeyRow, listKeys, retireSigningKey } from "../../database/queries/signing-keys.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import type { TrustKey, TrustList } from "../../exchange/trust-list-schema.ts";
import {
  endRecipient,
  renewTrustList,
  replaceOperationsKey,
  replaceRoot,
  retireKey,
  revokeKey,
} from "../../exchange/trust-list.ts";
import { findKey, type HeldList, heldList, makeKey, publicKeyOfRow, storeKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { boundsOf, ownBounds } from "./bounds.ts";
import { trustDetails } from "./details.ts";
import { issueList, rootSigners } from "./issue-list.ts";
import { refusalOf, weakness } from "./refusals.ts";

interface ChangeErrors {
  readonly KEY_NOT_LISTED: () => Error;
  readonly KEY_STATE: (options: { data: { status: string } }) => Error;
  readonly THRESHOLD_TOO_HIGH: (options: { data: { keys: number } }) => Error;
}

/** What one change comes to: the next list, who else signs it, which keys are stored and which end with it. */
interface NextVersion {
  readonly list: TrustList;
  readonly alsoSigns: readonly KeyObject[];
  readonly store: readonly KeyRow[];
  readonly retire: readonly string[];
  readonly object: string;
  readonly detail?: Record<string, unknown>;
}

export const change = api.trust.change.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const held = await heldList(workspace);
  if (!held?.isOwn) throw errors.NO_TRUST();
  let next: NextVersion;
  let signers: KeyObject[];
  try {
    signers = await rootSigners(workspace, held, input, errors);
    next = await nextVersion(workspace, office, held, input.change, errors);
  } catch (error) {
    const weak = weakness(error);
    throw weak ? errors.PASSPHRASE_WEAK({ data: weak }) : refusalOf(error, errors);
  }
  await workspace.write(() => {
    for (const row of next.store) storeKey(workspace, row);
    issueList(workspace, office, next.list, [...signers, ...next.alsoSigns], {
      action: `trust.${input.change.kind}`,
      object: next.object,
      ...(next.detail ? { detail: next.detail } : {}),
    });
    for (const keyid of next.retire) retireSigningKey(workspace.db, keyid, workspace.now());
  });
  return requireDetails(workspace);
});

/** @throws {RangeError} for a list just issued that is not there */
export async function requireDetails(workspace: Workspace): Promise<TrustDetails> {
  const details = await trustDetails(workspace);
  if (!details) throw new RangeError("requireDetails: no list");
  return details;
}

async function nextVersion(
  workspace: Workspace,
  office: OfficeRecord,
  held: HeldList,
  asked: TrustChange,
  errors: ChangeErrors,
): Promise<NextVersion> {
  const { list, digest } = held;
  const alone = { alsoSigns: [], store: [], retire: [] };
  switch (asked.kind) {
    case "retire": {
      const key = requireActive(held, asked.keyid, office, errors);
      const accept = boundsOf(workspace, key.unit_id, asked.inTransit);
      const detail = { accept: accept.length, inTransit: asked.inTransit };
      return { ...alone, list: retireKey(list, digest, asked.keyid, accept), object: asked.keyid, detail };
    }
    case "revoke": {
      requireActive(held, asked.keyid, office, errors, ["active", "retired"]);
      const { reason, knownGood } = asked;
      const revoked = revokeKey(list, digest, asked.keyid, reason, [...new Set(knownGood)]);
      return {
        ...alone,
        list: revoked,
        object: asked.keyid,
        detail: { reason, knownGood: knownGood.length },
      };
    }
    case "endRecipient": {
      const listed = list.enc_keys.find(({ recipient }) => recipient === asked.recipient);
      if (!listed) throw errors.KEY_NOT_LISTED();
      if (listed.status !== "active") throw errors.KEY_STATE({ data: { status: listed.status } });
      const ended = endRecipient(list, digest, asked.recipient, asked.status);
      return { ...alone, list: ended, object: asked.recipient, detail: { status: asked.status } };
    }
    case "renew":
      return {
        ...alone,
        list: renewTrustList(list, digest, asked.reviewAfter),
        object: office.code,
        detail: { reviewAfter: asked.reviewAfter },
      };
    case "rotateRoot":
      return rootRotation(workspace, office, held, asked, errors);
    case "rotateOwn":
      return ownRotation(workspace, office, held, asked.newPassphrase, errors);
  }
}

/** @returns the key. @throws KEY_NOT_LISTED; KEY_STATE when it is in another state, or the last one the province signs with */
function requireActive(
  { list }: HeldList,
  keyid: string,
  office: OfficeRecord,
  errors: ChangeErrors,
  states: readonly TrustKey["status"][] = ["active"],
): TrustKey {
  const key = list.keys.find((listed) => listed.keyid === keyid);
  if (!key) throw errors.KEY_NOT_LISTED();
  if (!states.includes(key.status)) throw errors.KEY_STATE({ data: { status: key.status } });
  const isLastOwn =
    key.unit_id === office.uid &&
    key.status === "active" &&
    list.keys.filter(({ unit_id, status }) => unit_id === office.uid && status === "active").length === 1;
  if (isLastOwn) throw errors.KEY_STATE({ data: { status: "own" } });
  return key;
}

async function rootRotation(
  workspace: Workspace,
  office: OfficeRecord,
  { list, digest }: HeldList,
  asked: Extract<TrustChange, { kind: "rotateRoot" }>,
  errors: ChangeErrors,
): Promise<NextVersion> {
  if (asked.threshold > asked.keys) throw errors.THRESHOLD_TOO_HIGH({ data: { keys: asked.keys } });
  const made = [];
  for (let count = 0; count < asked.keys; count += 1)
    // One after the other: each takes 128 MiB while its passphrase is stretched.
    made.push(await makeKey(workspace, office, "root", asked.newPassphrase));
  const keys = made.map(({ privateKey }) => privateKey);
  const next = replaceRoot(list, digest, keys.map(publicHalf), asked.threshold);
  const before = new Set(list.root.keys.map(({ keyid }) => keyid));
  return {
    list: next,
    alsoSigns: keys,
    store: made.map(({ row }) => row),
    retire: listKeys(workspace.db)
      .filter(({ keyid }) => before.has(keyid))
      .map(({ keyid }) => keyid),
    object: office.code,
    detail: { root: next.root.version, keys: asked.keys, threshold: asked.threshold },
  };
}

async function ownRotation(
  workspace: Workspace,
  office: OfficeRecord,
  { list, digest }: HeldList,
  newPassphrase: string,
  errors: ChangeErrors,
): Promise<NextVersion> {
  const current = findKey(workspace, "sign");
  const listed = list.keys.find(({ keyid }) => keyid === current?.keyid);
  if (!current || !listed) throw errors.KEY_NOT_LISTED();
  if (listed.status !== "active") throw errors.KEY_STATE({ data: { status: listed.status } });
  const { row } = await makeKey(workspace, office, "sign", newPassphrase);
  const next = replaceOperationsKey(
    list,
    digest,
    current.keyid,
    publicKeyOfRow(row),
    ownBounds(workspace, office),
  );
  return {
    list: next,
    alsoSigns: [],
    store: [row],
    retire: [current.keyid],
    object: row.keyid,
    detail: { replaces: current.keyid },
  };
}
