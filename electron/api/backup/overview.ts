// What Settings and Today say of backups.
import type { BackupOverview } from "../../../shared/contract/backup.ts";
import { daysBetween } from "../../../shared/domain/calendar.ts";
import { dayOf } from "../../../shared/domain/clock.ts";
import { countActsAfter, findAuditInstant } from "../../database/queries/audit.ts";
import { findLastSavedBackup } from "../../database/queries/backups.ts";
import type { Workspace } from "../workspace.ts";
import { listBackupRows } from "./kept-files.ts";
import { findRestored, listForgotten } from "./restored-state.ts";

/** A week's work is what an office can type again. */
const REMIND_AFTER_DAYS = 7;

export function backupOverview(workspace: Workspace): BackupOverview {
  const restored = findRestored(workspace.db);
  return {
    backups: listBackupRows(workspace),
    ...lastBackup(workspace),
    remindAfterDays: REMIND_AFTER_DAYS,
    restored: restored
      ? {
          ...restored,
          forgotten: listForgotten(workspace.db).map(({ sha256, form, period, returned }) => ({
            form,
            period,
            digest: sha256,
            isReturned: returned !== null,
          })),
        }
      : null,
  };
}

/** Due when something was done since the last one that left the machine, and that was a week ago. */
export function lastBackup(
  workspace: Workspace,
): Pick<BackupOverview, "lastSavedAt" | "actsSince" | "isDue"> {
  const { db } = workspace;
  const last = findLastSavedBackup(db);
  const actsSince = countActsAfter(db, last?.auditSeq ?? 0);
  const since = last?.savedAt ?? findAuditInstant(db, 1);
  const days = since === undefined ? 0 : daysBetween(dayOf(since), workspace.today());
  // A clock that was put back may not hide it.
  return {
    lastSavedAt: last?.savedAt ?? null,
    actsSince,
    isDue: actsSince > 0 && Math.abs(days) >= REMIND_AFTER_DAYS,
  };
}
