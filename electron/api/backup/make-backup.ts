// Making a backup: copy, check the copy, write it with everything received as one file, remember it. The final name
// appears last, so that whatever bears it is whole.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { copyOffice, newCopyPath } from "../../database/backup/copy-office.ts";
import { type CopyFacts, inspectCopy } from "../../database/backup/inspect-copy.ts";
import { failPoint } from "../../database/fail-point.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertBackup } from "../../database/queries/backups.ts";
import { listReceived } from "../../database/queries/received.ts";
import { writeContainer } from "../../exchange/backup-file/backup-container.ts";
import { encryptBackup } from "../../exchange/backup-file/backup-encryption.ts";
import type { BackupManifest } from "../../exchange/backup-file/backup-manifest.ts";
import { type WrittenFile, writeStreamDurably } from "../../files/durable-write.ts";
import { archivePath } from "../submissions/archive.ts";
import type { Workspace } from "../workspace.ts";
import { diskFault } from "./disk-fault.ts";
import { backupsFolder, removeOldBackups, SUFFIX } from "./kept-files.ts";
import { pollProgress } from "./poll-progress.ts";

interface MadeBackup {
  readonly id: number;
  readonly fileName: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Received bundles that are not whole in the archive. */
  readonly archiveFaults: number;
}

/**
 * @param passphrase null writes it readable
 * @throws {BackupFault} when the office itself is damaged: a backup of that would only replace a good one
 * @throws {DurableWriteError} DISK_FULL, WRITE_FAILED; nothing of it is left then
 */
export async function* makeBackup(
  workspace: Workspace,
  passphrase: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, MadeBackup> {
  const folder = backupsFolder(workspace.folder);
  const copy = newCopyPath(folder);
  let path: string | undefined;
  try {
    yield* pollProgress("copying", (told) =>
      copyOffice(workspace.db, copy, signal, ({ donePages, totalPages }) => told(donePages, totalPages)),
    );
    failPoint("backup.after_copy");
    yield { step: "checking", done: 0, total: 0 };
    const facts = await inspectCopy(copy);
    const { manifest, paths, archiveFaults } = await describe(workspace, facts, copy);
    failPoint("backup.after_check");

    signal?.throwIfAborted();
    const fileName = freeName(workspace, facts, folder, passphrase !== null);
    path = join(folder, fileName);
    const place = path;
    BEING_WRITTEN.add(place);
    const total = manifest.archive.reduce((sum, { size }) => sum + size, manifest.database.size);
    const written = yield* pollProgress("writing", (told) =>
      writeStreamDurably(
        place,
        contents(manifest, paths, { passphrase, logN: workspace.sealing.backupLogN }, signal, (done) =>
          told(done, total),
        ),
        {
          ifExists: "refuse",
        },
      ),
    );
    failPoint("backup.after_write");
    const id = await remember(workspace, facts, fileName, written, passphrase !== null);
    failPoint("backup.after_record");
    removeOldBackups(workspace.folder, fileName);
    return { id, fileName, path: place, ...written, archiveFaults };
  } catch (error) {
    throw diskFault(error);
  } finally {
    rmSync(copy, { force: true });
    if (path !== undefined) BEING_WRITTEN.delete(path);
  }
}

/** Two backups of one minute may not take one name: the file itself appears only when it is whole. */
const BEING_WRITTEN = new Set<string>();

async function describe(workspace: Workspace, facts: CopyFacts, copy: string) {
  const archive: { size: number; sha256: string }[] = [];
  const paths = [copy];
  let archiveFaults = 0;
  for (const fileSha256 of new Set(listReceived(workspace.db).map((row) => row.fileSha256))) {
    const path = archivePath(workspace, fileSha256);
    // An enrolment was never archived, and what is damaged is told by `doctor`: neither may stop a backup.
    if (!existsSync(path)) continue;
    const part = await digestOf(path);
    if (part.sha256 !== fileSha256) {
      archiveFaults += 1;
      continue;
    }
    archive.push(part);
    paths.push(path);
  }
  const manifest: BackupManifest = {
    v: 1,
    created_at: workspace.now(),
    app: { name: "so-cong-doan", version: packageJson.version, schema: facts.version },
    office: {
      unit_id: facts.office.uid,
      code: facts.office.code,
      name: facts.office.name,
      instance_id: facts.office.instanceId,
    },
    audit_head: { seq: facts.auditHead.seq, hash: facts.auditHead.hash },
    counts: { ...facts.counts },
    database: await digestOf(copy),
    archive,
  };
  return { manifest, paths, archiveFaults };
}

function contents(
  manifest: BackupManifest,
  paths: readonly string[],
  { passphrase, logN }: { readonly passphrase: string | null; readonly logN: number | undefined },
  signal: AbortSignal | undefined,
  told: (done: number) => void,
): AsyncIterable<Uint8Array> {
  let done = 0;
  async function* read(path: string): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      done += chunk.length;
      told(done);
      yield chunk;
    }
  }
  const plain = writeContainer(manifest, paths.map(read));
  return passphrase === null ? plain : encryptBackup(plain, passphrase, logN);
}

/** `sao-luu-LDLD-B-20261121-0852.saoluu`: sorts by time, and says whose it is to whoever finds the stick. */
function freeName(workspace: Workspace, facts: CopyFacts, folder: string, isEncrypted: boolean): string {
  const at = new Date(Date.parse(workspace.now()) + VIET_NAM_MS).toISOString();
  const day = at.slice(0, 10).replaceAll("-", "");
  const code = facts.office.code.replace(/[^\w.-]/g, "_");
  const base = `sao-luu-${code}-${day}-${at.slice(11, 16).replace(":", "")}`;
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? "" : `-${number}`}${SUFFIX}`;
    const both = [join(folder, name), join(folder, `${name}.age`)];
    if (both.every((path) => !existsSync(path) && !BEING_WRITTEN.has(path)))
      return isEncrypted ? `${name}.age` : name;
  }
}

const VIET_NAM_MS = 7 * 3_600_000;

function remember(
  workspace: Workspace,
  facts: CopyFacts,
  fileName: string,
  { size, sha256 }: WrittenFile,
  isEncrypted: boolean,
): Promise<number> {
  const { db } = workspace;
  return workspace.write(() => {
    const id = insertBackup(db, {
      fileName,
      sha256,
      sizeBytes: size,
      isEncrypted: isEncrypted ? 1 : 0,
      auditSeq: facts.auditHead.seq,
      counts: JSON.stringify(facts.counts),
      madeAt: workspace.now(),
    });
    appendAudit(db, workspace.act(), "backup.create", fileName, { sha256, size, isEncrypted });
    return id;
  });
}

async function digestOf(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest("hex") };
}
