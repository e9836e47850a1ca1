// The office's encryption keys: one in use, earlier ones kept because they open what was sent to them.
import { appendAudit } from "../../database/queries/audit.ts";
import {
  type EncryptionKeyRow,
  insertEncryptionKey,
  listEncryptionKeys,
} from "../../database/queries/encryption-keys.ts";
import {
  type EncryptionKey,
  generateEncryptionKey,
  openEncryptionKey,
  sealEncryptionKey,
} from "../../exchange/encryption-key.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { trying } from "./keyring.ts";

type NewEncryptionKey = Omit<EncryptionKeyRow, "retiredAt">;

/** A key sealed under a passphrase, not stored yet. @throws {ExchangeError} E_PASSPHRASE_WEAK */
export async function sealedEncryptionKey(
  workspace: Workspace,
  office: OfficeRecord,
  passphrase: string,
  key?: EncryptionKey,
): Promise<NewEncryptionKey> {
  const made = key ?? (await generateEncryptionKey());
  const createdAt = workspace.now();
  const file = await sealEncryptionKey(
    made,
    { unitId: office.uid, createdAt },
    passphrase,
    workspace.sealing,
  );
  return {
    keyid: made.keyid,
    recipient: made.recipient,
    keyFile: new TextDecoder().decode(file),
    createdAt,
  };
}

/** Call inside a transaction. */
export function storeEncryptionKey(workspace: Workspace, row: NewEncryptionKey): void {
  insertEncryptionKey(workspace.db, row);
  appendAudit(workspace.db, workspace.act(), "key.create", row.keyid, { use: "enc" });
}

/** The key that is registered: the newest in use. */
export function findEncryptionKey(workspace: Workspace): EncryptionKeyRow | undefined {
  return listEncryptionKeys(workspace.db).findLast(({ retiredAt }) => retiredAt === null);
}

/** The key inside its file; undefined when the passphrase does not fit. @throws {ORPCError} KEY_WAIT */
export async function unlockEncryption(
  workspace: Workspace,
  row: EncryptionKeyRow,
  passphrase: string,
): Promise<EncryptionKey | undefined> {
  return trying(workspace, row.keyid, () => openEncryptionKey(Buffer.from(row.keyFile, "utf8"), passphrase));
}
