// The one opener: every PRAGMA is set and read back after every open (security.md D1).
import BetterSqlite3 from "better-sqlite3";
import { Kysely, SqliteAdapter, SqliteDialect } from "kysely";
import { DatabaseError } from "./database-error.ts";
import { assertOwnTurn } from "./long-transaction.ts";

/** "SCDB": tells our files from other SQLite files. */
export const APPLICATION_ID = 0x53434442;
/** Older SQLite can damage a WAL that is reset while another connection reads. */
const OLDEST_SQLITE = [3, 51, 3] as const;

export interface Database {
  /** Builds and runs the migrations. */
  readonly kysely: Kysely<unknown>;
  readonly raw: BetterSqlite3.Database;
  /** A prepared statement, made once for each text. Data goes in as parameters only. */
  statement(text: string): BetterSqlite3.Statement;
  /** Work in one transaction; made once, because making it costs more than a short transaction. */
  readonly transact: BetterSqlite3.Transaction<(work: () => unknown) => unknown>;
  close(): Promise<void>;
}

const PRAGMAS: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ["journal_mode", "WAL", "wal"],
  // better-sqlite3 is compiled with NORMAL for an existing WAL, which loses acknowledged commits at a power cut (security.md §0.1).
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  // Without it INSERT OR REPLACE slips past the triggers that keep the audit append-only (security.md §0.3).
  ["recursive_triggers", "ON", 1],
  ["busy_timeout", "5000", 5000],
  ["mmap_size", "0", 0],
];

/**
 * Opens an office file, or makes an empty one.
 * @throws {DatabaseError} DATABASE_FOREIGN, DATABASE_DAMAGED, DATABASE_UNSUITABLE
 */
export function openDatabase(path: string): Database {
  const raw = new BetterSqlite3(path);
  try {
    assertSqliteVersion(raw);
    refuseForeign(raw);
    for (const [name, value] of PRAGMAS) raw.pragma(`${name} = ${value}`);
    for (const [name, , expected] of PRAGMAS) {
      const found = raw.pragma(name, { simple: true });
      if (found !== expected) throw new DatabaseError("DATABASE_UNSUITABLE", `${name} = ${String(found)}`);
    }
    raw.pragma("cache_size = -65536");
    raw.pragma("temp_store = MEMORY");
  } catch (error) {
    raw.close();
    throw asDatabaseError(error);
  }
  return asDatabase(raw);
}

/**
 * A database that lives in memory only: what the migrations make is looked at, never kept.
 * @param content a file as `raw.serialize()` gave it; an empty one when left out
 */
export function openScratchDatabase(content?: Uint8Array): Database {
  return asDatabase(new BetterSqlite3(content === undefined ? ":memory:" : Buffer.from(content)));
}

/**
 * Opens a file that came from outside for looking at it (security.md D3): nothing is written, and nothing its schema
 * holds is trusted.
 * @throws {DatabaseError} DATABASE_DAMAGED
 */
export function openForInspection(path: string): Database {
  const raw = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  try {
    raw.pragma("trusted_schema = OFF");
    raw.pragma("cell_size_check = ON");
    raw.pragma("mmap_size = 0");
    raw.prepare("SELECT count(*) FROM sqlite_schema").get();
  } catch (error) {
    raw.close();
    throw asDatabaseError(error);
  }
  return asDatabase(raw);
}

function asDatabase(raw: BetterSqlite3.Database): Database {
  const kysely = new Kysely<unknown>({ dialect: new TransactionalSqliteDialect({ database: raw }) });
  const statements = new Map<string, BetterSqlite3.Statement>();
  return {
    raw,
    kysely,
    transact: raw.transaction((work: () => unknown) => work()),
    statement(text) {
      const known = statements.get(text);
      if (known) return known;
      const made = raw.prepare(text);
      statements.set(text, made);
      return made;
    },
    async close() {
      await kysely.destroy();
      if (raw.open) raw.close();
    },
  };
}

/**
 * Runs synchronous work in one immediate transaction: wholly there or not at all. After an `await` use `Workspace.write`,
 * which waits for a long transaction to end.
 */
export function inTransaction<T>(db: Database, work: () => T): T {
  assertOwnTurn(db);
  // What comes out is what the work made: a generic function loses that on its way through the type of a transaction.
  return db.transact.immediate(work) as T;
}

/** What synchronous work finds, with everything that it wrote taken back. After an `await` use `Workspace.tryOut`. */
export function takenBack<T>(db: Database, work: () => T): T {
  assertOwnTurn(db);
  db.raw.exec("BEGIN IMMEDIATE");
  try {
    return work();
  } finally {
    // A full disk has rolled it back already.
    if (db.raw.inTransaction) db.raw.exec("ROLLBACK");
  }
}

/** SQLite can roll schema changes back; Kysely's own adapter says it cannot and would leave a half-made schema. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function refuseForeign(raw: BetterSqlite3.Database): void {
  const tables = raw.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  const id = raw.pragma("application_id", { simple: true });
  if (id === APPLICATION_ID) return;
  if (tables !== 0 || id !== 0) throw new DatabaseError("DATABASE_FOREIGN");
  raw.pragma(`application_id = ${APPLICATION_ID}`);
}

function assertSqliteVersion(raw: BetterSqlite3.Database): void {
  const version = String(raw.prepare("SELECT sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new DatabaseError("DATABASE_UNSUITABLE", `sqlite ${version}`);
  }
}

function asDatabaseError(error: unknown): unknown {
  const code = error instanceof BetterSqlite3.SqliteError ? error.code : "";
  return code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT"
    ? new DatabaseError("DATABASE_DAMAGED", code)
    : error;
}
