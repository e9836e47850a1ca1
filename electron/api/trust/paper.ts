// Keys on paper (bundle.md §2.6): encryption keys and root keys go there and come back; a signing key never does (K5).
import { appendAudit } from "../../database/queries/audit.ts";
import { listKeys, listPublicKeys, restoreSigningKey } from "../../database/queries/signing-keys.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { type PaperKey, paperCodeOf, readPaperCode } from "../../exchange/paper-key.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import { sealedEncryptionKey, storeEncryptionKey, unlockEncryption } from "../bundle/encryption-keys.ts";
import { heldList, sealedKey, storeKey, unlockKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { refusal, refusalOf, weakness } from "./refusals.ts";

export const paper = api.keys.paper.handler(async ({ input, context: { workspace }, errors }) => {
  const { keyid, passphrase } = input;
  const root = listKeys(workspace.db).find((row) => row.keyid === keyid && row.purpose === "root");
  const encryption = listEncryptionKeys(workspace.db).find((row) => row.keyid === keyid);
  let opened: PaperKey | undefined;
  if (root) {
    const privateKey = await unlockKey(workspace, root, passphrase);
    opened = privateKey && { use: "root", privateKey };
  } else if (encryption) {
    const key = await unlockEncryption(workspace, encryption, passphrase);
    opened = key && { use: "enc", key };
  } else throw errors.NO_KEY();
  if (!opened) throw errors.PASSPHRASE_WRONG();
  const { use } = opened;
  await workspace.write(() => appendAudit(workspace.db, workspace.act(), "key.paper", keyid, { use }));
  return { keyid, use, code: paperCodeOf(opened) };
});

export const restorePaper = api.keys.restorePaper.handler(
  async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    try {
      const read = readPaperCode(input.code);
      return read.use === "enc"
        ? await restoreEncryption(workspace, office, read, input.passphrase)
        : await restoreRoot(workspace, office, read, input.passphrase, () =>
            refusal("E_KEY_UNKNOWN", errors),
          );
    } catch (error) {
      const weak = weakness(error);
      throw weak ? errors.PASSPHRASE_WEAK({ data: weak }) : refusalOf(error, errors);
    }
  },
);

async function restoreEncryption(
  workspace: Workspace,
  office: OfficeRecord,
  { key }: Extract<PaperKey, { use: "enc" }>,
  passphrase: string,
) {
  const isHere = () => listEncryptionKeys(workspace.db).some(({ keyid }) => keyid === key.keyid);
  if (isHere()) return { keyid: key.keyid, use: "enc" as const, wasHere: true };
  const row = await sealedEncryptionKey(workspace, office, passphrase, key);
  await workspace.write(() => {
    if (isHere()) return;
    storeEncryptionKey(workspace, row);
    appendAudit(workspace.db, workspace.act(), "key.restore", key.keyid, { use: "enc" });
  });
  return { keyid: key.keyid, use: "enc" as const, wasHere: false };
}

/** A root key comes back only where its root is the one in force: any other would sign nothing. */
async function restoreRoot(
  workspace: Workspace,
  office: OfficeRecord,
  { privateKey }: Extract<PaperKey, { use: "root" }>,
  passphrase: string,
  unknown: () => Error,
) {
  const { keyid } = publicHalf(privateKey);
  const held = await heldList(workspace);
  if (!held?.list.root.keys.some((key) => key.keyid === keyid)) throw unknown();
  if (listKeys(workspace.db).some((row) => row.keyid === keyid))
    return { keyid, use: "root" as const, wasHere: true };
  const row = await sealedKey(workspace, office, "root", passphrase, privateKey);
  await workspace.write(() => {
    if (listPublicKeys(workspace.db).some((known) => known.keyid === keyid))
      restoreSigningKey(workspace.db, keyid, row.keyFile);
    else storeKey(workspace, row);
    appendAudit(workspace.db, workspace.act(), "key.restore", keyid, { use: "root" });
  });
  return { keyid, use: "root" as const, wasHere: false };
}
