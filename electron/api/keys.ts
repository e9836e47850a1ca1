import { appendAudit } from "../database/queries/audit.ts";
import { findTrust } from "../database/queries/trust-lists.ts";
import { listEncryptionKeys } from "../database/queries/encryption-keys.ts";
import { pemOf } from "../exchange/public-key.ts";
import { findEncryptionKey, sealedEncryptionKey, storeEncryptionKey } from "./bundle/encryption-keys.ts";
import { findKey, heldList, makeKey, publicKeyOfRow, storeKey, toTrustView } from "./bundle/keyring.ts";
import { api, requireOffice } from "./implementation.ts";
import { addToTrust } from "./trust/add.ts";
import { createTrust } from "./trust/create.ts";
import { enrol, rotate } from "./trust/enrol.ts";
import { ownKeyViews } from "./trust/own-keys.ts";
import { paper, restorePaper } from "./trust/paper.ts";
import { rootPem } from "./trust/root-pem.ts";
import { weakness } from "./trust/refusals.ts";

export const keysRouter = {
  status: api.keys.status.handler(async ({ context: { workspace } }) => {
    const held = await heldList(workspace);
    return {
      keys: ownKeyViews(workspace, held),
      encryption: listEncryptionKeys(workspace.db)
        .filter(({ retiredAt }) => retiredAt === null)
        .map(({ keyid, recipient, createdAt }) => ({ keyid, recipient, createdAt })),
      trust: held ? toTrustView(held) : null,
    };
  }),

  create: api.keys.create.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    if (findKey(workspace, "sign")) throw errors.KEY_EXISTS();
    try {
      const { row } = await makeKey(workspace, office, "sign", input.passphrase);
      const encryption = findEncryptionKey(workspace)
        ? null
        : await sealedEncryptionKey(workspace, office, input.passphrase);
      await workspace.write(() => {
        // Making a key takes its time: another window may have been quicker.
        if (findKey(workspace, "sign")) throw errors.KEY_EXISTS();
        storeKey(workspace, row);
        appendAudit(workspace.db, workspace.act(), "key.create", row.keyid, { use: "sign" });
        if (encryption) storeEncryptionKey(workspace, encryption);
      });
      const [view] = ownKeyViews(workspace, undefined);
      if (!view) throw new RangeError("create: not kept");
      return view;
    } catch (error) {
      const weak = weakness(error);
      if (weak) throw errors.PASSPHRASE_WEAK({ data: weak });
      throw error;
    }
  }),

  enrol,
  rotate,
  paper,
  rootPem,
  restorePaper,

  publicKey: api.keys.publicKey.handler(({ context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    return workspace.tickets.offer(`${office.code}.pem`, Buffer.from(pemOf(publicKeyOfRow(row)), "utf8"));
  }),

  createTrust,
  addToTrust,

  exportTrust: api.keys.exportTrust.handler(({ context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const row = findTrust(workspace.db);
    if (!row) throw errors.NO_TRUST();
    return workspace.tickets.offer(`${office.code}_trustlist_${row.version}.goi`, row.bundle);
  }),
};
