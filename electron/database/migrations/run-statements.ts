import { type Kysely, sql } from "kysely";

/** Runs statements separated by a line with `--`; none of them takes data. */
export async function runStatements(db: Kysely<unknown>, statements: string): Promise<void> {
  for (const statement of statements.split(/^--$/m))
    if (statement.trim()) await sql.raw(statement).execute(db);
}
