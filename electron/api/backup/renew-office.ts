// Makes a restored database an office of its own: brought up to date, with a new instance that counts its bundles from 1
// (bundle.md §2.8), and with the restore in its audit. Works on the copy, before it takes anybody's place.
import { join } from "node:path";
import { v4 as uuidV4 } from "uuid";
import { type Clock, instantOf } from "../../../shared/domain/clock.ts";
import { type Database, inTransaction, openDatabase } from "../../database/connection.ts";
import { migrate } from "../../database/migrate.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { insertBackup, listBackups, setBackupSaved } from "../../database/queries/backups.ts";
import { findSetting, setSetting } from "../../database/queries/settings.ts";
import type { OfficeRecord } from "../workspace.ts";
import { findRestored, setRestored } from "./restored-state.ts";
import type { UnpackedBackup } from "./unpack-backup.ts";

export interface RestoreAct {
  readonly clock: Clock;
  /** Who does it: the person on duty of the office that is replaced, else the host. */
  readonly actor: string;
  /** Of the file that is restored. */
  readonly fileName: string;
}

/** @param into folder of the unpacked backup */
export async function renewOffice(
  into: string,
  backup: UnpackedBackup,
  { clock, actor, fileName }: RestoreAct,
): Promise<void> {
  const db = openDatabase(join(into, "office.sqlite"));
  try {
    await migrate(db, (version) => join(into, `before-${version}.sqlite`));
    const at = instantOf(clock);
    inTransaction(db, () => {
      const office = findSetting<OfficeRecord>(db, "office");
      if (!office) throw new RangeError("renewOffice: no office");
      // A restored office that is restored again still knows what it forgot the first time.
      const earlier = findRestored(db);
      const state: Parameters<typeof setRestored>[1] = {
        at,
        backupAt: backup.facts.auditHead.at,
        fileName,
        sha256: backup.sha256,
        previousInstanceId: office.instanceId,
        // Whoever reports to nobody has nobody to ask.
        isReceiptAwaited: office.parent !== null,
        settledBy: null,
        forgottenBundles: earlier?.forgottenBundles ?? 0,
      };
      const instanceId = uuidV4();
      setSetting(db, "office", { ...office, instanceId, previousInstanceId: office.instanceId });
      setRestored(db, state);
      if (backup.manifest) rememberBackup(db, backup, fileName);
      appendAudit(db, { at, actor, personId: null }, "office.restore", backup.sha256, {
        fileName,
        auditHead: backup.facts.auditHead,
        instanceId,
        previousInstanceId: office.instanceId,
      });
    });
    // One file, so that one rename moves all of it.
    db.raw.pragma("wal_checkpoint(TRUNCATE)");
    db.raw.pragma("journal_mode = DELETE");
  } finally {
    await db.close();
  }
}

/** A backup does not know itself; the office made of it does, or it would ask for another one at once. */
function rememberBackup(db: Database, { manifest, ...backup }: UnpackedBackup, fileName: string): void {
  if (!manifest || listBackups(db, 1000).some(({ sha256 }) => sha256 === backup.sha256)) return;
  const id = insertBackup(db, {
    fileName,
    sha256: backup.sha256,
    sizeBytes: backup.size,
    isEncrypted: backup.isEncrypted ? 1 : 0,
    auditSeq: backup.facts.auditHead.seq,
    counts: JSON.stringify(backup.facts.counts),
    madeAt: manifest.created_at,
  });
  setBackupSaved(db, id, manifest.created_at);
}
