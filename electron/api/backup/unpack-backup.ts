// Reading a backup whole: every digest, every page, the audit from its first line. What comes out lies in a folder of its
// own and is what a restore uses, so that nothing is read twice from a stick that may answer differently.
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { type CopyFacts, inspectCopy, type InspectStep } from "../../database/backup/inspect-copy.ts";
import {
  assertEnd,
  isContainer,
  readManifest,
  readPart,
} from "../../exchange/backup-file/backup-container.ts";
import { decryptBackup, isEncrypted } from "../../exchange/backup-file/backup-encryption.ts";
import type { BackupManifest } from "../../exchange/backup-file/backup-manifest.ts";
import { ByteReader } from "../../exchange/backup-file/byte-reader.ts";
import { writeStreamDurably } from "../../files/durable-write.ts";

const SQLITE_START = Buffer.from("SQLite format 3\0", "latin1");
const START_BYTES = 1024;

/** What the file is, found before anything of it is checked. */
interface BackupFileFacts {
  readonly size: number;
  readonly sha256: string;
  readonly isEncrypted: boolean;
}

export interface UnpackedBackup extends BackupFileFacts {
  /** Null for a bare database. */
  readonly manifest: BackupManifest | null;
  readonly facts: CopyFacts;
}

export type UnpackStep = "reading" | InspectStep;

/**
 * @param into an empty folder; gets `office.sqlite` and `archive/<sha256>`
 * @throws {BackupFault} the first thing that is wrong
 * @throws {DurableWriteError} DISK_FULL, WRITE_FAILED
 */
export async function unpackBackup(
  path: string,
  into: string,
  passphrase: string | null,
  signal: AbortSignal | undefined,
  told: (step: UnpackStep, done: number, total: number) => void,
): Promise<UnpackedBackup> {
  const { start, size } = await lookAt(path);
  const hash = createHash("sha256");
  async function* raw(): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      hash.update(chunk);
      done += chunk.length;
      told("reading", done, size);
      yield chunk;
    }
  }
  const isUnderPassphrase = isEncrypted(start);
  if (isUnderPassphrase && passphrase === null) throw new BackupFault("BACKUP_ENCRYPTED");
  const chunks = isUnderPassphrase ? decryptBackup(raw(), passphrase ?? "", start) : raw();
  const isBare = start.subarray(0, SQLITE_START.length).equals(SQLITE_START);
  if (
    !isBare &&
    !isUnderPassphrase &&
    !isContainer(start) &&
    !start.toString("latin1").startsWith("SCDBACKUP")
  )
    throw new BackupFault("NOT_A_BACKUP");
  const manifest = isBare ? await takeBare(chunks, into) : await takeContainer(chunks, into);
  const facts = await inspectCopy(join(into, "office.sqlite"), async (step) => {
    told(step, 0, 0);
    // A turn for everybody else before a step that reads every page at once.
    await turn();
    signal?.throwIfAborted();
  });
  if (manifest) compare(manifest, facts);
  return { size, sha256: hash.digest("hex"), isEncrypted: isUnderPassphrase, manifest, facts };
}

async function lookAt(path: string): Promise<{ start: Buffer; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(START_BYTES);
    const { bytesRead } = await file.read(buffer, 0, START_BYTES, 0);
    if (bytesRead === 0) throw new BackupFault("NOT_A_BACKUP", "0");
    return { start: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

async function takeBare(chunks: AsyncIterable<Uint8Array>, into: string): Promise<null> {
  await writeStreamDurably(join(into, "office.sqlite"), chunks, { ifExists: "replace" });
  return null;
}

async function takeContainer(chunks: AsyncIterable<Uint8Array>, into: string): Promise<BackupManifest> {
  const reader = new ByteReader(chunks);
  try {
    const manifest = await readManifest(reader);
    const database = readPart(reader, manifest.database, "office.sqlite");
    await writeStreamDurably(join(into, "office.sqlite"), database, { ifExists: "replace" });
    // Not made with its parents: a folder that is gone was given to a later try.
    mkdirSync(join(into, "archive"), { mode: 0o700 });
    for (const part of manifest.archive)
      await writeStreamDurably(join(into, "archive", part.sha256), readPart(reader, part, part.sha256), {
        ifExists: "replace",
      });
    await assertEnd(reader);
    return manifest;
  } finally {
    await reader.close();
  }
}

/** The list at the head of the file and the database under it have to be of one office at one moment. */
function compare(manifest: BackupManifest, { auditHead, counts, office, version }: CopyFacts): void {
  const { seq, hash } = manifest.audit_head;
  if (seq !== auditHead.seq || hash !== auditHead.hash) throw new BackupFault("BACKUP_AUDIT", `head ${seq}`);
  for (const name of ["units", "entries", "submissions", "received"] as const)
    if (manifest.counts[name] !== counts[name])
      throw new BackupFault("BACKUP_COUNTS", `${name} ${manifest.counts[name]} ${counts[name]}`);
  const isSame =
    manifest.office.instance_id === office.instanceId &&
    manifest.office.unit_id === office.uid &&
    manifest.app.schema === version;
  if (!isSame) throw new BackupFault("BACKUP_COUNTS", "office");
}
