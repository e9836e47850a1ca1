import { findTrust } from "../../database/queries/trust-lists.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import { createTrustList } from "../../exchange/trust-list.ts";
import { sealedEncryptionKey, storeEncryptionKey } from "../bundle/encryption-keys.ts";
import {
  findKey,
  heldList,
  makeKey,
  publicKeyOfRow,
  storeKey,
  toTrustView,
  unlockKey,
} from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { issueList } from "./issue-list.ts";

/** The first list: one root key, the province's signing key and its encryption key. */
export const createTrust = api.keys.createTrust.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  if (office.kind !== "provincialFederation") throw errors.NOT_A_PROVINCE();
  if (findTrust(workspace.db)) throw errors.TRUST_EXISTS();
  const signing = findKey(workspace, "sign");
  if (!signing) throw errors.NO_KEY();
  if (!(await unlockKey(workspace, signing, input.passphrase))) throw errors.PASSPHRASE_WRONG();
  const { row, privateKey } = await makeKey(workspace, office, "root", input.passphrase);
  // An office made before there were encryption keys.
  const added =
    listEncryptionKeys(workspace.db).length === 0
      ? await sealedEncryptionKey(workspace, office, input.passphrase)
      : null;
  const list = createTrustList({
    province: { unit_id: office.uid, code: office.code, name: office.name, level: office.kind },
    rootKeys: [publicHalf(privateKey)],
    threshold: 1,
    operationsKey: publicKeyOfRow(signing),
    reviewAfter: null,
  });
  await workspace.write(() => {
    if (findTrust(workspace.db)) throw errors.TRUST_EXISTS();
    storeKey(workspace, row);
    if (added) storeEncryptionKey(workspace, added);
    const enc_keys = listEncryptionKeys(workspace.db)
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ recipient }) => ({ recipient, unit_id: office.uid, status: "active" as const }));
    issueList(workspace, office, { ...list, enc_keys }, [privateKey], {
      action: "trust.create",
      object: office.code,
    });
  });
  const held = await heldList(workspace);
  if (!held) throw errors.NO_KEY();
  return toTrustView(held);
});
