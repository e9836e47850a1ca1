// One transaction over several turns of the program: an import of 20,000 lines that reports progress and can be called off.
// Between its turns other calls run, on the same connection. What one of them wrote then would be part of this transaction
// and be lost with it, although it was acknowledged; so whoever writes between the turns is refused, aloud.
import type { Database } from "./connection.ts";

/** Databases with a long transaction; true while one of its turns runs. */
const working = new WeakMap<Database, boolean>();

export class LongTransaction {
  readonly #db: Database;
  #isOpen = true;

  constructor(db: Database) {
    if (working.has(db)) throw new RangeError("LongTransaction: another one is open");
    db.raw.exec("BEGIN IMMEDIATE");
    working.set(db, false);
    this.#db = db;
  }

  /** Some of its work, in one go. */
  turn<T>(work: () => T): T {
    working.set(this.#db, true);
    try {
      return work();
    } finally {
      working.set(this.#db, false);
    }
  }

  commit(): void {
    this.#db.raw.exec("COMMIT");
    this.#close();
  }

  /** Takes back what was not committed; does nothing after {@link commit}. */
  end(): void {
    if (!this.#isOpen) return;
    // A full disk has rolled it back already.
    if (this.#db.raw.inTransaction) this.#db.raw.exec("ROLLBACK");
    this.#close();
  }

  #close(): void {
    this.#isOpen = false;
    working.delete(this.#db);
  }
}

/** @throws {RangeError} a fault of ours: something is written between the turns of a long transaction */
export function assertOwnTurn(db: Database): void {
  if (working.get(db) === false)
    throw new RangeError("a long write is under way: wait for it with Workspace.write");
}
