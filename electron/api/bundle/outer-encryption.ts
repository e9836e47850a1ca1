// Which files leave encrypted, and to whom (bundle.md §2.11).
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { encryptBundle, ENCRYPTED_SUFFIX, recipientsOf } from "../../exchange/encryption.ts";
import { MAX_RECIPIENTS } from "../../exchange/limits.ts";
import type { Manifest } from "../../exchange/manifest.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import type { Workspace } from "../workspace.ts";
import { findEncryptionKey } from "./encryption-keys.ts";
import { heldList } from "./keyring.ts";
import { isPersonalSchema } from "./rows.ts";

/** Whether a table in it may name people and has a row at all. */
export function isPersonal({ entries }: Manifest): boolean {
  return entries.some((entry) => entry.role === "table" && entry.rows > 0 && isPersonalSchema(entry.schema));
}

interface EncryptionErrors {
  readonly RECIPIENTS_MISSING: (options: { data: { changed: readonly string[] } }) => Error;
  readonly TOO_MANY_RECIPIENTS: (options: { data: { most: number } }) => Error;
}

/**
 * A bundle as it leaves. Without an own key nobody is kept from encrypting to others, but the outbox stays plain anyway.
 * @throws RECIPIENTS_MISSING names the units without a key; TOO_MANY_RECIPIENTS
 */
export async function outgoingFile(
  workspace: Workspace,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  encryption: "auto" | "on" | "off",
  errors: EncryptionErrors,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array; readonly isEncrypted: boolean }> {
  const plain = { ...file, isEncrypted: false };
  if (encryption === "off") return plain;
  const manifest = parseManifest(openEnvelope(readContainer(file.bytes)).manifest);
  if (encryption === "auto" && !isPersonal(manifest)) return plain;
  const held = await heldList(workspace);
  const { recipients, without } = held
    ? recipientsOf(held.list, manifest.audience)
    : { recipients: [], without: manifest.audience };
  if (without.length > 0) {
    if (encryption === "auto") return plain;
    const nameOf = (uid: string) => held?.list.units.find(({ unit_id }) => unit_id === uid)?.name ?? uid;
    throw errors.RECIPIENTS_MISSING({ data: { changed: without.map(nameOf) } });
  }
  const own = findEncryptionKey(workspace);
  const all = [...new Set([...recipients, ...(own ? [own.recipient] : [])])];
  if (all.length > MAX_RECIPIENTS) throw errors.TOO_MANY_RECIPIENTS({ data: { most: MAX_RECIPIENTS } });
  return {
    fileName: `${file.fileName}${ENCRYPTED_SUFFIX}`,
    bytes: await encryptBundle(file.bytes, all),
    isEncrypted: true,
  };
}
