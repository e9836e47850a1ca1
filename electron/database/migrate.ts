// Migrations: all of them in one transaction or none; a copy of the file before an upgrade (style.md "Database").
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./connection.ts";
import { DatabaseError } from "./database-error.ts";
import { up as office } from "./migrations/0010-office.ts";
import { up as register } from "./migrations/0020-register.ts";
import { up as entries } from "./migrations/0030-entries.ts";
import { up as programmes } from "./migrations/0040-programmes.ts";
import { up as exchange } from "./migrations/0050-exchange.ts";
import { up as audit } from "./migrations/0060-audit.ts";
import { up as changeSets } from "./migrations/0090-change-sets.ts";
import { up as incidents } from "./migrations/0100-incidents.ts";
import { up as signedSubmissions } from "./migrations/0110-signed-submissions.ts";
import { up as outgoingByInstance } from "./migrations/0120-outgoing-by-instance.ts";
import { up as approvedReport } from "./migrations/0121-approved-report.ts";
import { up as registerSteps } from "./migrations/0130-register-steps.ts";
import { up as letterheadAddress } from "./migrations/0131-letterhead-address.ts";
import { up as printedReports } from "./migrations/0140-printed-reports.ts";
import { up as backups } from "./migrations/0150-backups.ts";
import { up as programmeEditing } from "./migrations/0160-programme-editing.ts";
import { up as corrections } from "./migrations/0170-corrections.ts";
import { up as encryptionKeys } from "./migrations/0180-encryption-keys.ts";
import { up as officeShares } from "./migrations/0181-office-shares.ts";
import { up as adjustments } from "./migrations/0190-adjustments.ts";
import { up as classificationDecision } from "./migrations/0191-classification-decision.ts";
import { up as seriesNotes } from "./migrations/0193-series-notes.ts";
import { up as approvedPaper } from "./migrations/0194-approved-paper.ts";
import { up as exchangeDetails } from "./migrations/0196-exchange-details.ts";
import { up as employerUnions } from "./migrations/0200-employer-unions.ts";
import { up as forgottenReports } from "./migrations/0204-forgotten-reports.ts";
import { up as gradeSchemes } from "./migrations/0206-grade-schemes.ts";
import { up as findingExplanations } from "./migrations/0208-finding-explanations.ts";

interface Migration {
  /** Numbered in tens; also the `user_version` after it. */
  readonly version: number;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 10, up: office },
  { version: 20, up: register },
  { version: 30, up: entries },
  { version: 40, up: programmes },
  { version: 50, up: exchange },
  { version: 60, up: audit },
  { version: 90, up: changeSets },
  { version: 100, up: incidents },
  { version: 110, up: signedSubmissions },
  { version: 120, up: outgoingByInstance },
  { version: 121, up: approvedReport },
  { version: 130, up: registerSteps },
  { version: 131, up: letterheadAddress },
  { version: 140, up: printedReports },
  { version: 150, up: backups },
  { version: 160, up: programmeEditing },
  { version: 170, up: corrections },
  { version: 180, up: encryptionKeys },
  { version: 181, up: officeShares },
  { version: 190, up: adjustments },
  { version: 191, up: classificationDecision },
  { version: 193, up: seriesNotes },
  { version: 194, up: approvedPaper },
  { version: 196, up: exchangeDetails },
  { version: 200, up: employerUnions },
  { version: 204, up: forgottenReports },
  { version: 206, up: gradeSchemes },
  { version: 208, up: findingExplanations },
];

/**
 * Brings a file to the newest schema.
 * @param backupPath where a copy goes when an existing file is upgraded
 * @throws {DatabaseError} DATABASE_NEWER when a newer program made the file
 */
export async function migrate(
  db: Database,
  backupPath: (version: number) => string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const present = Number(db.raw.pragma("user_version", { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  if (present > newest) throw new DatabaseError("DATABASE_NEWER", `${present} > ${newest}`);
  const pending = migrations.filter((migration) => migration.version > present);
  if (pending.length === 0) return;
  if (present > 0) await db.raw.backup(backupPath(present));
  await db.kysely.transaction().execute(async (transaction) => {
    for (const migration of pending) await migration.up(transaction);
    const broken = await sql`PRAGMA foreign_key_check`.execute(transaction);
    if (broken.rows.length > 0) throw new DatabaseError("DATABASE_DAMAGED", "foreign_key_check");
    await sql.raw(`PRAGMA user_version = ${newest}`).execute(transaction);
  });
}
