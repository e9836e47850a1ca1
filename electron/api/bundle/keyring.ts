// The keys of this office and the list it trusts.
import type { KeyObject } from "node:crypto";
import { ORPCError } from "@orpc/server";
import type { KeyView, TrustView } from "../../../shared/contract/keys.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { insertKey, type KeyRow, listKeys } from "../../database/queries/signing-keys.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { generateSigningKey, openSigningKey, sealSigningKey } from "../../exchange/key-file.ts";
import { PassphraseAttempts } from "../../exchange/passphrase-attempts.ts";
import { publicHalf, type PublicKey, publicKeyOf } from "../../exchange/public-key.ts";
import type { TrustList } from "../../exchange/trust-list-schema.ts";
import { rootFingerprint } from "../../exchange/trust-list.ts";
import { openGivenTrustList } from "../../exchange/verify-bundle.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

type KeyPurpose = KeyRow["purpose"];

/** A new key, sealed under a passphrase. Stored by the caller's transaction through {@link storeKey}. @throws {ExchangeError} E_PASSPHRASE_WEAK */
export async function makeKey(
  workspace: Workspace,
  office: OfficeRecord,
  purpose: KeyPurpose,
  passphrase: string,
): Promise<{ row: KeyRow; privateKey: KeyObject }> {
  const privateKey = generateSigningKey();
  return { privateKey, row: await sealedKey(workspace, office, purpose, passphrase, privateKey) };
}

/** A key as it is stored, under its own passphrase. @throws {ExchangeError} E_PASSPHRASE_WEAK */
export async function sealedKey(
  workspace: Workspace,
  office: OfficeRecord,
  purpose: KeyPurpose,
  passphrase: string,
  privateKey: KeyObject,
): Promise<KeyRow> {
  const createdAt = workspace.now();
  const owner = { unitId: office.uid, createdAt };
  const file = await sealSigningKey(privateKey, owner, passphrase, workspace.sealing);
  const { keyid, spki } = publicHalf(privateKey);
  return {
    keyid,
    purpose,
    spki: Buffer.from(spki, "base64"),
    keyFile: new TextDecoder().decode(file),
    createdAt,
  };
}

export function storeKey(workspace: Workspace, row: KeyRow): void {
  insertKey(workspace.db, row);
}

export function findKey(workspace: Workspace, purpose: KeyPurpose): KeyRow | undefined {
  return listKeys(workspace.db).find((key) => key.purpose === purpose);
}

/** The private key, or undefined when the passphrase does not fit. @throws {ORPCError} KEY_WAIT */
export async function unlockKey(
  workspace: Workspace,
  row: KeyRow,
  passphrase: string,
): Promise<KeyObject | undefined> {
  return trying(workspace, row.keyid, () => openSigningKey(Buffer.from(row.keyFile, "utf8"), passphrase));
}

const attempts = new WeakMap<Workspace, PassphraseAttempts>();

/**
 * Tries a passphrase on a key; wrong ones make the next try wait (security.md K3).
 * @returns undefined when the passphrase does not fit
 * @throws {ORPCError} KEY_WAIT with the seconds still to wait
 */
export async function trying<T>(
  workspace: Workspace,
  keyid: string,
  open: () => Promise<T>,
): Promise<T | undefined> {
  const counted = attempts.get(workspace) ?? new PassphraseAttempts();
  attempts.set(workspace, counted);
  const nowMs = () => workspace.clock.now().getTime();
  try {
    counted.check(keyid, nowMs());
    const opened = await open();
    counted.succeeded(keyid);
    return opened;
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    if (error.code === "E_KEY_WAIT")
      throw new ORPCError("KEY_WAIT", {
        status: 429,
        message: "KEY_WAIT",
        data: { seconds: Number(error.detail) },
      });
    if (error.code !== "E_KEY_PASSPHRASE") throw error;
    counted.failed(keyid, nowMs());
    return undefined;
  }
}

export function publicKeyOfRow(row: KeyRow): PublicKey {
  return publicKeyOf(row.spki);
}

export function toKeyView(row: KeyRow): Omit<KeyView, "standing" | "reason" | "isWaiting"> {
  return {
    keyid: row.keyid,
    alg: "ed25519",
    spki: Buffer.from(row.spki).toString("base64"),
    createdAt: row.createdAt,
    use: row.purpose,
  };
}

export interface HeldList {
  readonly list: TrustList;
  readonly digest: string;
  readonly isOwn: boolean;
}

/** The newest trust list held, opened again from the very bytes that were taken in. */
export async function heldList(workspace: Workspace): Promise<HeldList | undefined> {
  const row = findTrust(workspace.db);
  if (!row) return undefined;
  const { list, digest } = await openList(row.bundle);
  return { list, digest, isOwn: row.isOwn === 1 };
}

type OpenedList = Awaited<ReturnType<typeof openGivenTrustList>>;

/** By the digest of the file: everything that is verified asks for the list, and the same bytes always open as the same. */
const OPENED = new Map<string, OpenedList>();
const MOST_OPENED = 16;

async function openList(bytes: Uint8Array): Promise<OpenedList> {
  const sha256 = sha256Hex(bytes);
  const known = OPENED.get(sha256);
  if (known) return known;
  const opened = await openGivenTrustList(bytes);
  OPENED.set(sha256, opened);
  const [oldest] = OPENED.keys();
  if (OPENED.size > MOST_OPENED && oldest !== undefined) OPENED.delete(oldest);
  return opened;
}

export function toTrustView({ list, isOwn }: HeldList): TrustView {
  return {
    version: list.version,
    provinceName: list.units.find((unit) => unit.unit_id === list.province_id)?.name ?? "",
    rootFingerprint: rootFingerprint(list.root),
    units: list.units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      keys: list.keys
        .filter((key) => key.unit_id === unit.unit_id)
        .map(({ keyid, status, roles }) => ({ keyid, status, roles })),
    })),
    isOwn,
  };
}
