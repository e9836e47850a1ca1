// An office file as an earlier program left it, taken on step by step, for the test of one migration.
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../electron/database/connection.ts";
import { migrate, MIGRATIONS } from "../../electron/database/migrate.ts";
import { scratchFolder } from "./scratch-folder.ts";

interface EarlierDatabase {
  readonly db: Database;
  /** Takes it on to a version, or to the newest. */
  migrateTo(version?: number): Promise<unknown>;
}

/** @param version of the last migration it has; the newest unless it is named */
export async function openAtVersion(version?: number): Promise<EarlierDatabase> {
  const folder = scratchFolder("migration");
  const db = openDatabase(join(folder, "office.sqlite"));
  onTestFinished(() => db.close());
  const migrateTo = (last = Infinity) =>
    migrate(
      db,
      (before) => join(folder, `before-${before}.sqlite`),
      MIGRATIONS.filter((migration) => migration.version <= last),
    );
  await migrateTo(version);
  return { db, migrateTo };
}
