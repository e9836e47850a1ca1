// A backup is one file: a line that says what it is, the manifest, the database, the bundles received. Nothing is
// compressed or interleaved, so that a person without this program can take the database out with head and tail:
//   SCDBACKUP1 <bytes of the manifest> <SHA-256 of the manifest>\n<manifest>\n<database><bundle><bundle>…
import { createHash } from "node:crypto";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { sha256Hex } from "../digest.ts";
import { type BackupManifest, decodeBackupManifest, encodeBackupManifest } from "./backup-manifest.ts";
import type { ByteReader } from "./byte-reader.ts";

const MARK = "SCDBACKUP1";
/** Mark, ten digits, 64 hexadecimal digits, two spaces, a line feed. */
const HEAD_BYTES = MARK.length + 1 + 10 + 1 + 64 + 1;
const HEAD = /^SCDBACKUP1 (\d{10}) ([0-9a-f]{64})\n$/;
/** Room for a quarter of a million received bundles. */
const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;

/** A backup as a stream. @param parts the bytes of the database and of each bundle, in the manifest's order */
export async function* writeContainer(
  manifest: BackupManifest,
  parts: Iterable<AsyncIterable<Uint8Array>>,
): AsyncGenerator<Uint8Array> {
  const bytes = encodeBackupManifest(manifest);
  const size = String(bytes.length).padStart(10, "0");
  yield Buffer.from(`${MARK} ${size} ${sha256Hex(bytes)}\n`, "latin1");
  yield bytes;
  yield Buffer.from("\n", "latin1");
  for (const part of parts) yield* part;
}

/** Whether a file that begins like this is a backup of ours. */
export function isContainer(start: Uint8Array): boolean {
  return Buffer.from(start).toString("latin1", 0, MARK.length + 1) === `${MARK} `;
}

/**
 * Reads the head of a backup.
 * @throws {BackupFault} NOT_A_BACKUP, BACKUP_CUT, BACKUP_DAMAGED, BACKUP_NEWER
 */
export async function readManifest(reader: ByteReader): Promise<BackupManifest> {
  const head = Buffer.from(await reader.exactly(HEAD_BYTES)).toString("latin1");
  if (/^SCDBACKUP\d/.test(head) && !head.startsWith(`${MARK} `))
    throw new BackupFault("BACKUP_NEWER", head.slice(0, MARK.length));
  if (!head.startsWith(`${MARK} `)) throw new BackupFault("NOT_A_BACKUP");
  const [, size = "", sha256] = HEAD.exec(head) ?? [];
  if (sha256 === undefined || Number(size) > MAX_MANIFEST_BYTES)
    throw new BackupFault("BACKUP_DAMAGED", "head");
  const bytes = await reader.exactly(Number(size));
  const end = await reader.exactly(1);
  if (sha256Hex(bytes) !== sha256 || end[0] !== 0x0a) throw new BackupFault("BACKUP_DAMAGED", "manifest");
  return decodeBackupManifest(bytes);
}

/**
 * One part, as it comes; its digest is known, and compared, only at its end.
 * @param name for the telephone
 * @throws {BackupFault} BACKUP_CUT, BACKUP_DAMAGED
 */
export async function* readPart(
  reader: ByteReader,
  { size, sha256 }: { readonly size: number; readonly sha256: string },
  name: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of reader.pieces(size)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== sha256) throw new BackupFault("BACKUP_DAMAGED", name);
}

/** @throws {BackupFault} BACKUP_CUT when something follows the last part */
export async function assertEnd(reader: ByteReader): Promise<void> {
  if (!(await reader.isAtEnd())) throw new BackupFault("BACKUP_CUT", "+");
}
