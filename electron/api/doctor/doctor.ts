// `doctor`: everything that can be found wrong with an office without changing it.
import type { DoctorReport } from "../../../shared/contract/office.ts";
import { findBrokenAudit } from "../../database/queries/audit.ts";
import { api } from "../implementation.ts";
import { lastBackup } from "../backup/overview.ts";
import type { Workspace } from "../workspace.ts";
import { findBackupFaults } from "./check-backups.ts";
import { findSubmissionFaults } from "./check-submissions.ts";
import { findSettingFaults } from "./check-settings.ts";

/** Faults named in one check; the first is enough to act on. */
const FAULTS_NAMED = 20;

export const doctor = api.office.doctor.handler(
  async ({ context: { workspace } }): Promise<DoctorReport> => ({
    checks: [
      ...checkFile(workspace),
      named("submissions", await findSubmissionFaults(workspace)),
      named("settings", findSettingFaults(workspace)),
      named("backups", await findBackupFaults(workspace)),
    ],
    lastBackupAt: lastBackup(workspace).lastSavedAt,
  }),
);

function checkFile({ db }: Workspace): DoctorReport["checks"] {
  const integrity = String(db.raw.pragma("integrity_check", { simple: true }));
  const foreign = db.raw.pragma("foreign_key_check") as unknown[];
  const broken = findBrokenAudit(db);
  return [
    { name: "integrity", ok: integrity === "ok", detail: integrity },
    { name: "references", ok: foreign.length === 0, detail: String(foreign.length) },
    { name: "audit", ok: broken === null, detail: broken === null ? "" : String(broken) },
  ];
}

function named(
  name: "submissions" | "settings" | "backups",
  faults: readonly string[],
): DoctorReport["checks"][number] {
  const rest = faults.length - FAULTS_NAMED;
  const shown = faults.slice(0, FAULTS_NAMED).join("; ");
  return { name, ok: faults.length === 0, detail: rest > 0 ? `${shown}; +${rest}` : shown };
}
