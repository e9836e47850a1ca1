// Which files leave encrypted, and to whom (bundle.md §2.11).
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import {
  encryptBundle,
  encryptBundleWithPassphrase,
  ENCRYPTED_SUFFIX,
  recipientsOf,
} from "../../exchange/encryption.ts";
import { MAX_RECIPIENTS } from "../../exchange/limits.ts";
import type { Manifest } from "../../exchange/manifest.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import type { Workspace } from "../workspace.ts";
import { findEncryptionKey } from "./encryption-keys.ts";
import { heldList } from "./keyring.ts";
import { isPersonalSchema } from "./rows.ts";

/** Whether a table in it may name people and has a row at all. */
export function isPersonal(entries: Manifest["entries"]): boolean {
  return entries.some((entry) => entry.role === "table" && entry.rows > 0 && isPersonalSchema(entry.schema));
}

interface EncryptionErrors {
  readonly RECIPIENTS_MISSING: (options: { data: { changed: readonly string[] } }) => Error;
  readonly TOO_MANY_RECIPIENTS: (options: { data: { most: number } }) => Error;
}

/** Keys of an audience in the list held; `missing` names those of it that have none. */
export async function recipientsIn(
  workspace: Workspace,
  audience: readonly string[],
): Promise<{ readonly recipients: readonly string[]; readonly missing: readonly string[] }> {
  const held = await heldList(workspace);
  const { recipients, without } = held
    ? recipientsOf(held.list, audience)
    : { recipients: [], without: audience };
  const parent = workspace.office?.parent;
  const nameOf = (uid: string) =>
    held?.list.units.find(({ unit_id }) => unit_id === uid)?.name ??
    (parent?.uid === uid ? parent.name : uid);
  return { recipients, missing: without.map(nameOf) };
}

/**
 * Everybody a bundle is encrypted to: its audience and this office. Asked before signing, so that nothing is signed that cannot leave.
 * Without an own key nobody is kept from encrypting to others: the outbox stays plain anyway.
 * @throws RECIPIENTS_MISSING names the units without a key; TOO_MANY_RECIPIENTS
 */
export async function requireRecipients(
  workspace: Workspace,
  audience: readonly string[],
  errors: EncryptionErrors,
): Promise<readonly string[]> {
  const { recipients, missing } = await recipientsIn(workspace, audience);
  if (missing.length > 0) throw errors.RECIPIENTS_MISSING({ data: { changed: missing } });
  const own = findEncryptionKey(workspace);
  const all = [...new Set([...recipients, ...(own ? [own.recipient] : [])])];
  if (all.length > MAX_RECIPIENTS) throw errors.TOO_MANY_RECIPIENTS({ data: { most: MAX_RECIPIENTS } });
  return all;
}

interface OutgoingFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly isEncrypted: boolean;
  /** To be read out over the telephone; null when it is encrypted to keys, or not at all. */
  readonly passphrase: string | null;
}

/**
 * A bundle as it leaves: with `auto` one that may name people leaves encrypted to keys or not at all; `passphrase` is a fallback, and
 * does the same as `on` where every receiver has a key (bundle.md §2.11). @throws as {@link requireRecipients}
 */
export async function outgoingFile(
  workspace: Workspace,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  encryption: "auto" | "on" | "off" | "passphrase",
  errors: EncryptionErrors,
): Promise<OutgoingFile> {
  const plain = { ...file, isEncrypted: false, passphrase: null };
  if (encryption === "off") return plain;
  const fileName = `${file.fileName}${ENCRYPTED_SUFFIX}`;
  const { audience, entries } = parseManifest(openEnvelope(readContainer(file.bytes)).manifest);
  if (encryption === "passphrase" && (await recipientsIn(workspace, audience)).missing.length > 0)
    return { fileName, isEncrypted: true, ...(await encryptBundleWithPassphrase(file.bytes)) };
  if (encryption === "auto" && !isPersonal(entries)) return plain;
  const recipients = await requireRecipients(workspace, audience, errors);
  return {
    fileName,
    bytes: await encryptBundle(file.bytes, recipients),
    isEncrypted: true,
    passphrase: null,
  };
}
