import type { BackupReport } from "../../../shared/contract/backup.ts";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { auditHead, countActsAfter, findAuditHash, findAuditInstant } from "../../database/queries/audit.ts";
import type { Workspace } from "../workspace.ts";
import type { PendingRestore } from "./pending-restore.ts";
import type { UnpackedBackup } from "./unpack-backup.ts";

/** What a person reads before deciding. */
export function reportOf(
  workspace: Workspace,
  previewId: string,
  { fileName }: PendingRestore["file"],
  backup: UnpackedBackup | BackupFault,
): BackupReport {
  if (backup instanceof BackupFault)
    return {
      previewId,
      ok: false,
      fault: { code: backup.code, detail: backup.detail },
      fileName,
      size: 0,
      sha256: null,
      isEncrypted: backup.code === "BACKUP_ENCRYPTED" || backup.code === "BACKUP_PASSPHRASE",
      madeAt: null,
      programVersion: null,
      office: null,
      lastActAt: null,
      counts: null,
      archived: 0,
      present: presentOffice(workspace, null),
    };
  const { manifest, facts } = backup;
  return {
    previewId,
    ok: true,
    fault: null,
    fileName,
    size: backup.size,
    sha256: backup.sha256,
    isEncrypted: backup.isEncrypted,
    madeAt: manifest?.created_at ?? null,
    programVersion: manifest?.app.version ?? null,
    office: { code: facts.office.code, name: facts.office.name },
    lastActAt: facts.auditHead.at,
    counts: facts.counts,
    archived: manifest?.archive.length ?? 0,
    present: presentOffice(workspace, facts.auditHead),
  };
}

/** @param backupHead the last act in the backup; where it stands in the audit here, what follows it would be lost */
function presentOffice(
  { db, office }: Workspace,
  backupHead: UnpackedBackup["facts"]["auditHead"] | null,
): BackupReport["present"] {
  const head = auditHead(db);
  if (!office || !head) return null;
  const isOfThisBook = backupHead !== null && findAuditHash(db, backupHead.seq) === backupHead.hash;
  return {
    code: office.code,
    name: office.name,
    lastActAt: findAuditInstant(db, head.seq) ?? "",
    actsLost: isOfThisBook ? countActsAfter(db, backupHead.seq) : null,
  };
}
