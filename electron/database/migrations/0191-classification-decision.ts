// Frozen once released. A new headcount or tax code may have been decided too: its decision stands with the row it began,
// because no event of the register tells of it.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, `ALTER TABLE org_unit_classification ADD COLUMN decision_number TEXT`);
}
