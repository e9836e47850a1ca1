import { MOST_DESK_FILES } from "../../../shared/contract/desk.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { storedZip, type ZipMember } from "../../files/stored-zip.ts";
import { unlockEncryption } from "../bundle/encryption-keys.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { writeFault } from "../submissions/write-fault.ts";
import { acceptBatch } from "./accept-batch.ts";
import { dropBatch, findBatch, instanceKey, latestBatch, openBatch, toBatchView } from "./batch.ts";
import { board, setTerm } from "./board.ts";
import { copyIn } from "./copy-in.ts";
import { review } from "./review.ts";
import { isOfSameInstance, verifyBatch } from "./verify-batch.ts";

export const deskRouter = {
  add: api.desk.add.handler(async ({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const batch = input.batchId === null ? openBatch(workspace) : findBatch(workspace, input.batchId);
    if (!batch) throw errors.DESK_UNKNOWN();
    if (batch.files.length + input.files.length > MOST_DESK_FILES)
      throw errors.TOO_MANY_FILES({ data: { most: MOST_DESK_FILES } });
    for (const { ticket, fileName } of input.files)
      await copyIn(batch, workspace.tickets.take(ticket), fileName);
    return { batchId: batch.id, files: batch.files.length };
  }),

  verify: api.desk.verify.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    const office = requireOffice(workspace);
    const batch = findBatch(workspace, input.batchId);
    if (!batch) throw errors.DESK_UNKNOWN();
    const rows = listEncryptionKeys(workspace.db);
    if (input.passphrase !== undefined && rows.length > 0) {
      const identities: string[] = [];
      for (const row of rows) {
        const key = await unlockEncryption(workspace, row, input.passphrase);
        if (key) identities.push(key.identity);
      }
      if (identities.length === 0) throw errors.PASSPHRASE_WRONG();
      batch.identities = identities;
    }
    yield* verifyBatch(workspace, office, batch, signal, ({ view }) => view.outcome === "locked");
    return toBatchView(batch);
  }),

  open: api.desk.open.handler(({ input, context: { workspace }, errors }) => {
    const batch = findBatch(workspace, input.batchId);
    if (!batch) throw errors.DESK_UNKNOWN();
    return toBatchView(batch);
  }),

  latest: api.desk.latest.handler(({ context: { workspace } }) => {
    const batch = latestBatch(workspace);
    return batch ? toBatchView(batch) : null;
  }),

  confirmInstance: api.desk.confirmInstance.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    const office = requireOffice(workspace);
    const batch = findBatch(workspace, input.batchId);
    const file = batch?.files[input.file];
    if (!batch || !file) throw errors.DESK_UNKNOWN();
    if (file.manifest && file.view.outcome === "confirm") {
      batch.confirmed.add(instanceKey(file.manifest));
      yield* verifyBatch(
        workspace,
        office,
        batch,
        signal,
        (other) => other.view.outcome === "confirm" && isOfSameInstance(file, other),
      );
    }
    return toBatchView(batch);
  }),

  accept: api.desk.accept.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    const office = requireOffice(workspace);
    const batch = findBatch(workspace, input.batchId);
    if (!batch) throw errors.DESK_UNKNOWN();
    const row = findKey(workspace, "sign");
    if (!row) throw errors.NO_KEY();
    yield { step: "unlocking", done: 0, total: input.files.length };
    const key = await unlockKey(workspace, row, input.passphrase);
    if (!key) throw errors.PASSPHRASE_WRONG();
    try {
      yield* acceptBatch(workspace, office, batch, new Set(input.files), key, signal);
    } catch (error) {
      throw writeFault(error, errors);
    }
    return toBatchView(batch);
  }),

  receipts: api.desk.receipts.handler(({ input, context: { workspace }, errors }) => {
    const batch = findBatch(workspace, input.batchId);
    if (!batch) throw errors.DESK_UNKNOWN();
    const members = new Map<string, ZipMember>();
    for (const { receiptSha256 } of batch.files) {
      const receipt = receiptSha256 ? findOutgoing(workspace.db, receiptSha256) : undefined;
      if (receipt) members.set(receipt.fileName, { name: receipt.fileName, bytes: receipt.bundle });
    }
    if (members.size === 0) throw errors.NO_RECEIPTS();
    return workspace.tickets.offer(`bien-nhan_${members.size}.zip`, storedZip([...members.values()]));
  }),

  dismiss: api.desk.dismiss.handler(({ input, context: { workspace } }) => {
    dropBatch(workspace, input.batchId);
    return { ok: true as const };
  }),

  board,
  setTerm,
  review,
};
