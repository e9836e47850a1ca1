// Registering a key with the province: the first time, and when one follows another.
import type { KeyObject } from "node:crypto";
import { appendAudit } from "../../database/queries/audit.ts";
import type { KeyRow } from "../../database/queries/signing-keys.ts";
import type { WrittenBundle } from "../../exchange/write-bundle.ts";
import { findEncryptionKey, sealedEncryptionKey, storeEncryptionKey } from "../bundle/encryption-keys.ts";
import { findKey, makeKey, publicKeyOfRow, storeKey, unlockKey } from "../bundle/keyring.ts";
import { makeOutgoing } from "../bundle/outgoing.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { findWaitingKey } from "./own-keys.ts";
import { weakness } from "./refusals.ts";

const ENROLMENT_STREAM = "enrolment";

/** Call inside a transaction. @param replaced the key that vouches for the new one */
export function signEnrolment(
  workspace: Workspace,
  office: OfficeRecord,
  row: KeyRow,
  signers: readonly KeyObject[],
  replaced: KeyRow | null,
): WrittenBundle {
  const made = makeOutgoing(
    workspace,
    office,
    {
      audience: ["*"],
      stream: ENROLMENT_STREAM,
      section: {
        kind: "enrolment",
        enrolment: {
          unit_code: office.code,
          spki: publicKeyOfRow(row).spki,
          enc_recipient: findEncryptionKey(workspace)?.recipient ?? null,
          replaces: replaced?.keyid ?? null,
          device_label: office.name,
        },
      },
    },
    signers,
  );
  appendAudit(workspace.db, workspace.act(), "key.enrol", row.keyid, {
    bundle: made.digest,
    replaces: replaced?.keyid ?? null,
  });
  return made;
}

export const enrol = api.keys.enrol.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const current = findKey(workspace, "sign");
  if (!current) throw errors.NO_KEY();
  const waiting = findWaitingKey(workspace);
  const row = waiting ?? current;
  const key = await unlockKey(workspace, row, input.passphrase);
  if (!key) throw errors.PASSPHRASE_WRONG();
  const added = findEncryptionKey(workspace)
    ? null
    : await sealedEncryptionKey(workspace, office, input.passphrase);
  const bundle = await workspace.write(() => {
    if (added && !findEncryptionKey(workspace)) storeEncryptionKey(workspace, added);
    // Without the old key's signature the paper decides again; which key it follows still stands in it.
    return signEnrolment(workspace, office, row, [key], waiting ? current : null);
  });
  return { ...workspace.tickets.offer(bundle.fileName, bundle.bytes), keyid: row.keyid };
});

export const rotate = api.keys.rotate.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  // The province issues the list itself (trust.change, rotateOwn).
  if (office.kind === "provincialFederation") throw errors.NOT_FOR_A_PROVINCE();
  const current = findKey(workspace, "sign");
  if (!current) throw errors.NO_KEY();
  if (findWaitingKey(workspace)) throw errors.KEY_WAITING();
  const oldKey = await unlockKey(workspace, current, input.passphrase);
  if (!oldKey) throw errors.PASSPHRASE_WRONG();
  try {
    const { row, privateKey } = await makeKey(workspace, office, "sign", input.newPassphrase);
    const bundle = await workspace.write(() => {
      if (findWaitingKey(workspace)) throw errors.KEY_WAITING();
      storeKey(workspace, row);
      appendAudit(workspace.db, workspace.act(), "key.rotate", row.keyid, { replaces: current.keyid });
      return signEnrolment(workspace, office, row, [oldKey, privateKey], current);
    });
    return { ...workspace.tickets.offer(bundle.fileName, bundle.bytes), keyid: row.keyid };
  } catch (error) {
    const weak = weakness(error);
    if (weak) throw errors.PASSPHRASE_WEAK({ data: weak });
    throw error;
  }
});
