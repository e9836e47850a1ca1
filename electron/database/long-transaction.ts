// One transaction over several turns of the program: an import of 20,000 lines that reports progress and can be called off.
// Between its turns other calls run, on the same connection. What one of them wrote then would be part of this transaction
// and be lost with it, although it was acknowledged; so whoever writes between the turns is refused, aloud.
import type { Database } from "./connection.ts";

/** Databases that others may not write to; true while a turn of a long transaction runs. */
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

/** Refuses everyone, for reading in turns what must stay as it is. @returns lets them write again; may be called twice */
export function refuseWriting(db: Database): () => void {
  working.set(db, false);
  return () => working.delete(db);
}

/** @throws {RangeError} a fault of ours: something is written between the turns of who keeps all others waiting */
export function assertOwnTurn(db: Database): void {
  if (working.get(db) === false)
    throw new RangeError("a long piece of work is under way: wait for it with Workspace.write");
}
