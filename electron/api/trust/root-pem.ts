// A root key for a computer of its own, where openssl signs with it (security.md K5, K7).
import { appendAudit } from "../../database/queries/audit.ts";
import { listKeys } from "../../database/queries/signing-keys.ts";
import { privateKeyPem } from "../../exchange/private-key-pem.ts";
import { unlockKey } from "../bundle/keyring.ts";
import { api } from "../implementation.ts";
import { weakness } from "./refusals.ts";

export const rootPem = api.keys.rootPem.handler(async ({ input, context: { workspace }, errors }) => {
  const { keyid, passphrase, filePassphrase } = input;
  const row = listKeys(workspace.db).find((key) => key.keyid === keyid && key.purpose === "root");
  if (!row) throw errors.NO_KEY();
  const privateKey = await unlockKey(workspace, row, passphrase);
  if (!privateKey) throw errors.PASSPHRASE_WRONG();
  let pem: string;
  try {
    pem = await privateKeyPem(privateKey, filePassphrase);
  } catch (error) {
    const weak = weakness(error);
    throw weak ? errors.PASSPHRASE_WEAK({ data: weak }) : error;
  }
  await workspace.write(() => appendAudit(workspace.db, workspace.act(), "key.pem", keyid, { use: "root" }));
  return workspace.tickets.offer(`khoa-goc-${keyid.slice(0, 8)}.pem`, Buffer.from(pem, "utf8"));
});
