// Frozen once released. Address and telephone stand with the letterhead: both change with the body that uses them.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    ALTER TABLE org_unit_letterhead ADD COLUMN address TEXT NOT NULL DEFAULT ''
--
    ALTER TABLE org_unit_letterhead ADD COLUMN phone TEXT NOT NULL DEFAULT ''
    `,
  );
}
