// What the database of each version looks like, made by the migrations themselves.
import { openScratchDatabase } from "../connection.ts";
import { MIGRATIONS, migrate } from "../migrate.ts";

/** Every table, index, trigger and view with its text. */
export const SELECT_SCHEMA =
  "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";

/** @returns the lines of {@link SELECT_SCHEMA}; undefined for a version that never was */
export async function knownSchema(version: number): Promise<readonly string[] | undefined> {
  const until = MIGRATIONS.filter((migration) => migration.version <= version);
  if (until.at(-1)?.version !== version) return undefined;
  const db = openScratchDatabase();
  try {
    await migrate(db, () => "", until);
    return db.raw.prepare(SELECT_SCHEMA).pluck().all() as string[];
  } finally {
    await db.close();
  }
}
