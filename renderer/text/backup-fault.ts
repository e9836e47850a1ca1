import { BACKUP_FAULTS } from "../../shared/domain/backup-fault.ts";
import type { Translate } from "./use-text.ts";

/** Why a backup is refused, and what to do: two sentences. */
export function backupFaultOf(code: string, t: Translate): string {
  const fault = BACKUP_FAULTS.find((candidate) => candidate === code);
  return fault === undefined ? code : t(`backup.faults.${fault}`);
}
