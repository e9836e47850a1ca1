import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { findTrust, insertTrust, listKeys } from "../database/queries/exchange.ts";
import { ExchangeError } from "../exchange/codes.ts";
import { CODE_TEXTS } from "../exchange/code-texts.ts";
import { sha256Hex } from "../exchange/digest.ts";
import { pemOf, publicHalf, publicKeyFromBase64 } from "../exchange/public-key.ts";
import { addUnitKey, createTrustList } from "../exchange/trust-list.ts";
import { verifierWithoutTrust } from "../exchange/verifier.ts";
import { verifyBundle } from "../exchange/verify-bundle.ts";
import { readFile } from "node:fs/promises";
import {
  findKey,
  heldList,
  makeKey,
  publicKeyOfRow,
  storeKey,
  toKeyView,
  toTrustView,
  unlockKey,
} from "./bundle/keyring.ts";
import { makeOutgoing } from "./bundle/outgoing.ts";
import { api, requireOffice } from "./implementation.ts";
import { logReceived } from "./submissions/log-received.ts";
import { officeUid, type Workspace } from "./workspace.ts";

const TRUST_STREAM = "trust";
const ENROLMENT_STREAM = "enrolment";

async function trustView(workspace: Workspace) {
  const held = await heldList(workspace);
  return held ? toTrustView(held) : null;
}

/** A keyid as it was read from paper: groups and capitals do not count. */
function plainKeyid(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, "");
}

/** A passphrase that is too weak, as the contract says it. */
function weakness(error: unknown): { reason: string } | undefined {
  return error instanceof ExchangeError && error.code === "E_PASSPHRASE_WEAK"
    ? { reason: error.detail ?? "" }
    : undefined;
}

export const keysRouter = {
  status: api.keys.status.handler(async ({ context: { workspace } }) => ({
    keys: listKeys(workspace.db).map(toKeyView),
    trust: await trustView(workspace),
  })),

  create: api.keys.create.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    if (findKey(workspace, "sign")) throw errors.KEY_EXISTS();
    try {
      const { row } = await makeKey(workspace, office, "sign", input.passphrase);
      inTransaction(workspace.db, () => {
        // Making a key takes its time: another window may have been quicker.
        if (findKey(workspace, "sign")) throw errors.KEY_EXISTS();
        storeKey(workspace, row);
        appendAudit(workspace.db, workspace.act(), "key.create", row.keyid, { use: "sign" });
      });
      return toKeyView(row);
    } catch (error) {
      const weak = weakness(error);
      if (weak) throw errors.PASSPHRASE_WEAK({ data: weak });
      throw error;
    }
  }),

  enrol: api.keys.enrol.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    const key = await unlockKey(workspace, row, input.passphrase);
    if (!key) throw errors.PASSPHRASE_WRONG();
    const bundle = inTransaction(workspace.db, () => {
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
              enc_recipient: null,
              replaces: null,
              device_label: office.name,
            },
          },
        },
        key,
      );
      appendAudit(workspace.db, workspace.act(), "key.enrol", row.keyid, { bundle: made.digest });
      return made;
    });
    return { ...workspace.tickets.offer(bundle.fileName, bundle.bytes), keyid: row.keyid };
  }),

  publicKey: api.keys.publicKey.handler(({ context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    return workspace.tickets.offer(`${office.code}.pem`, Buffer.from(pemOf(publicKeyOfRow(row)), "utf8"));
  }),

  createTrust: api.keys.createTrust.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    if (office.kind !== "provincialFederation") throw errors.NOT_A_PROVINCE();
    if (findTrust(workspace.db)) throw errors.TRUST_EXISTS();
    const signing = findKey(workspace, "sign");
    if (!signing) throw errors.NO_KEY();
    if (!(await unlockKey(workspace, signing, input.passphrase))) throw errors.PASSPHRASE_WRONG();
    const { row, privateKey } = await makeKey(workspace, office, "root", input.passphrase);
    const list = createTrustList({
      province: { unit_id: office.uid, code: office.code, name: office.name, level: office.kind },
      rootKeys: [publicHalf(privateKey)],
      threshold: 1,
      operationsKey: publicKeyOfRow(signing),
      reviewAfter: null,
    });
    inTransaction(workspace.db, () => {
      storeKey(workspace, row);
      const bundle = makeOutgoing(
        workspace,
        office,
        { audience: ["*"], stream: TRUST_STREAM, section: { kind: "trustlist", trustlist: list } },
        privateKey,
      );
      insertTrust(
        workspace.db,
        { version: list.version, sha256: bundle.digest, bundle: bundle.bytes, isOwn: 1 },
        workspace.now(),
      );
      appendAudit(workspace.db, workspace.act(), "trust.create", bundle.digest, { version: list.version });
    });
    const view = await trustView(workspace);
    if (!view) throw errors.NO_KEY();
    return view;
  }),

  addToTrust: api.keys.addToTrust.handler(async ({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const held = await heldList(workspace);
    const root = findKey(workspace, "root");
    if (!held || !root) throw errors.NO_TRUST();
    const file = workspace.tickets.take(input.ticket);
    if (!file) throw errors.HANDLE_UNKNOWN();
    const bytes = await readFile(file.path).finally(() => file.discard());
    const verification = await verifyBundle(bytes, verifierWithoutTrust(null));
    const refuse = (code: keyof typeof CODE_TEXTS) =>
      errors.BUNDLE_REFUSED({ data: { code, ...CODE_TEXTS[code] } });
    if (!verification.ok) throw refuse(verification.code);
    const { manifest } = verification;
    if (manifest.kind !== "enrolment") throw refuse("E_KIND_MISMATCH");
    if (publicKeyFromBase64(manifest.enrolment.spki).keyid !== plainKeyid(input.confirmedKeyid))
      throw errors.KEYID_MISMATCH();
    const { issuer } = manifest;
    // An office's id follows from its code: one that claims another's, or the province's own, is no enrolment of a unit.
    if (issuer.unit_id !== officeUid(issuer.unit_code) || issuer.unit_id === office.uid)
      throw refuse("E_ISSUER_MISMATCH");
    const key = await unlockKey(workspace, root, input.passphrase);
    if (!key) throw errors.PASSPHRASE_WRONG();
    let list: ReturnType<typeof addUnitKey>;
    try {
      list = addUnitKey(held.list, held.digest, manifest, {
        code: issuer.unit_code,
        name: issuer.unit_name,
        level: "directSuperiorUnion",
        parent_id: office.uid,
      });
    } catch (error) {
      if (error instanceof ExchangeError) throw refuse(error.code);
      throw error;
    }
    inTransaction(workspace.db, () => {
      const bundle = makeOutgoing(
        workspace,
        office,
        { audience: ["*"], stream: TRUST_STREAM, section: { kind: "trustlist", trustlist: list } },
        key,
      );
      insertTrust(
        workspace.db,
        { version: list.version, sha256: bundle.digest, bundle: bundle.bytes, isOwn: 1 },
        workspace.now(),
      );
      // Registering a key introduces the computer it lives on (bundle.md §2.8 "instance").
      logReceived(workspace, {
        manifest,
        digest: verification.digest,
        fileSha256: sha256Hex(bytes),
        receiptSha256: null,
      });
      appendAudit(workspace.db, workspace.act(), "trust.add", issuer.unit_code, {
        keyid: plainKeyid(input.confirmedKeyid),
        version: list.version,
      });
    });
    const view = await trustView(workspace);
    if (!view) throw errors.NO_TRUST();
    return view;
  }),

  exportTrust: api.keys.exportTrust.handler(({ context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const row = findTrust(workspace.db);
    if (!row) throw errors.NO_TRUST();
    return workspace.tickets.offer(`${office.code}_trustlist_${row.version}.goi`, row.bundle);
  }),
};
