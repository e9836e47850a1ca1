import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { v4 as uuidV4 } from "uuid";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { isReadyToRestore, restoringFolder } from "../../database/backup/swap-office.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findBackup, listBackups, setBackupSaved } from "../../database/queries/backups.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { checkPassphrase } from "../../exchange/passphrase.ts";
import { api, requireOffice } from "../implementation.ts";
import { officeStatus } from "../office-view.ts";
import { writeFault } from "../submissions/write-fault.ts";
import type { Workspace } from "../workspace.ts";
import { findKept, type KeptFile, listBackupRows, removeKept } from "./kept-files.ts";
import { makeBackup } from "./make-backup.ts";
import { backupOverview } from "./overview.ts";
import { findPendingRestore, type PendingRestore } from "./pending-restore.ts";
import { pollProgress } from "./poll-progress.ts";
import { reportOf } from "./report.ts";
import { commitRestore, unpackInto } from "./restore-folder.ts";
import { findRestored, setRestored } from "./restored-state.ts";
import type { UnpackedBackup, UnpackStep } from "./unpack-backup.ts";

export const backupRouter = {
  overview: api.backup.overview.handler(({ context: { workspace } }) => {
    requireOffice(workspace);
    return backupOverview(workspace);
  }),

  create: api.backup.create.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    requireOffice(workspace);
    try {
      if (input.passphrase !== null) checkPassphrase(input.passphrase);
      const made = yield* makeBackup(workspace, input.passphrase, signal);
      const backup = listBackupRows(workspace).find(({ fileName }) => fileName === made.fileName);
      if (!backup) throw new RangeError("create: not kept");
      return {
        backup,
        sha256: made.sha256,
        offer: offer(workspace, { row: backup, path: made.path }),
        archiveFaults: made.archiveFaults,
      };
    } catch (error) {
      if (error instanceof ExchangeError && error.code === "E_PASSPHRASE_WEAK")
        throw errors.BACKUP_PASSPHRASE_WEAK({ data: { reason: error.detail ?? "" } });
      if (error instanceof BackupFault)
        throw errors.BACKUP_REFUSED({ data: { code: error.code, detail: error.detail } });
      throw writeFault(error, errors);
    }
  }),

  download: api.backup.download.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const kept = findKept(workspace, input.id);
    if (!kept) throw errors.BACKUP_UNKNOWN();
    return offer(workspace, kept);
  }),

  remove: api.backup.remove.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const kept = findKept(workspace, input.id);
    if (!kept) throw errors.BACKUP_UNKNOWN();
    const { kind, fileName, size } = kept.row;
    // Said before it is done: what is gone without a word would look like a fault.
    inTransaction(workspace.db, () =>
      appendAudit(workspace.db, workspace.act(), "backup.remove", fileName, { kind, size }),
    );
    removeKept(kept);
    return backupOverview(workspace);
  }),

  dismiss: api.backup.dismiss.handler(({ input, context: { workspace } }) => {
    const pending = findPendingRestore(workspace, input.previewId);
    if (pending) {
      workspace.previews.delete(input.previewId);
      removeUpload(workspace, pending.file.path);
      rmSync(restoringFolder(workspace.folder, input.previewId), { recursive: true, force: true });
    }
    return { dismissed: pending !== undefined };
  }),

  verify: api.backup.verify.handler(async function* ({ input, context: { workspace }, errors, signal }) {
    const { source, passphrase } = input;
    const previewId = uuidV4();
    let file: PendingRestore["file"];
    if (source.from === "again") {
      const waiting = findPendingRestore(workspace, source.previewId);
      if (!waiting) throw errors.PREVIEW_UNKNOWN();
      file = waiting.file;
    } else if (source.from === "kept") {
      const kept = findKept(workspace, source.id);
      if (!kept) throw errors.BACKUP_UNKNOWN();
      file = { path: kept.path, fileName: kept.row.fileName };
    } else {
      const incoming = workspace.tickets.take(source.ticket);
      if (!incoming) throw errors.HANDLE_UNKNOWN();
      file = { path: incoming.path, fileName: source.fileName };
    }
    let at: { step: UnpackStep; done: number; total: number } = { step: "reading", done: 0, total: 0 };
    let backup: UnpackedBackup | BackupFault;
    try {
      const reading = pollProgress("reading", (told) =>
        unpackInto(workspace.folder, previewId, file.path, passphrase, signal, (step, done, total) => {
          at = { step, done, total };
          told(done, total);
        }),
      );
      for (;;) {
        const next = await reading.next();
        if (next.done) {
          backup = next.value;
          break;
        }
        yield at;
      }
    } catch (error) {
      if (!(error instanceof BackupFault)) throw writeFault(error, errors);
      backup = error;
    }
    const isToBeAskedAgain =
      backup instanceof BackupFault &&
      (backup.code === "BACKUP_ENCRYPTED" || backup.code === "BACKUP_PASSPHRASE");
    if (!isToBeAskedAgain) removeUpload(workspace, file.path);
    workspace.previews.set(previewId, {
      kind: "restore",
      file,
      backup: backup instanceof BackupFault ? null : backup,
    } satisfies PendingRestore);
    return reportOf(workspace, previewId, file, backup) satisfies BackupReport;
  }),

  restore: api.backup.restore.handler(async function* ({ input, context, errors }) {
    const { workspace } = context;
    const { office, folder } = workspace;
    const pending = findPendingRestore(workspace, input.previewId);
    if (!pending?.backup || !isReadyToRestore(folder, input.previewId)) throw errors.PREVIEW_UNKNOWN();
    if (office && input.confirmation?.trim().normalize("NFC") !== office.code)
      throw errors.CONFIRMATION_NEEDED({ data: { code: office.code } });
    yield { step: "restoring", done: 0, total: 2 };
    const release = await workspace.hold();
    try {
      workspace.previews.delete(input.previewId);
      await commitRestore(
        folder,
        input.previewId,
        pending.backup,
        { clock: workspace.clock, actor: workspace.act().actor, fileName: pending.file.fileName },
        office !== undefined,
      );
      await context.exchangeFile();
    } catch (error) {
      throw writeFault(error, errors);
    } finally {
      release();
    }
    return officeStatus(context.current());
  }),

  declareNoReceipt: api.backup.declareNoReceipt.handler(({ context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    inTransaction(db, () => {
      const restored = findRestored(db);
      if (!restored) throw errors.NOT_RESTORED();
      if (!restored.isReceiptAwaited) return;
      setRestored(db, { ...restored, isReceiptAwaited: false, settledBy: "none" });
      appendAudit(db, workspace.act(), "office.noReceipt", restored.sha256, { restoredAt: restored.at });
    });
    return backupOverview(workspace);
  }),
};

function offer(workspace: Workspace, { row, path }: KeptFile) {
  return workspace.tickets.offerFile(downloadName(row), path, row.size, () =>
    markSaved(workspace, row.fileName),
  );
}

/** A replaced office lies in a folder of its own; on a stick it has to say what it is. */
function downloadName({ kind, fileName }: KeptFile["row"]): string {
  return kind === "replaced" ? `thay-the-${fileName}.sqlite` : fileName;
}

/** A copy left the machine, as far as the host that wrote it can tell. */
async function markSaved(workspace: Workspace, fileName: string): Promise<void> {
  const { db } = workspace;
  await workspace.write(() => {
    const record = listBackups(db, 1000).find((candidate) => candidate.fileName === fileName);
    if (!record || findBackup(db, record.id)?.savedAt) return;
    setBackupSaved(db, record.id, workspace.now());
    appendAudit(db, workspace.act(), "backup.save", fileName, { sha256: record.sha256 });
  });
}

/** What was sent for looking at has been unpacked; a file a person named stays where it is. */
function removeUpload({ folder }: Workspace, path: string): void {
  if (dirname(path) === join(folder, "incoming")) rmSync(path, { force: true });
}
