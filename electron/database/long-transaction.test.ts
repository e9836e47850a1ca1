import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, inTransaction, openScratchDatabase } from "./connection.ts";
import { LongTransaction } from "./long-transaction.ts";

let db: Database;
const count = () => db.raw.prepare("SELECT count(*) FROM line").pluck().get();
const insert = () => db.raw.exec("INSERT INTO line DEFAULT VALUES");

beforeEach(() => {
  db = openScratchDatabase();
  db.raw.exec("CREATE TABLE line (id INTEGER PRIMARY KEY) STRICT");
});
afterEach(() => db.close());

it("keeps the work of all its turns once it is committed", () => {
  const long = new LongTransaction(db);
  long.turn(insert);
  long.turn(() => inTransaction(db, insert));
  long.commit();
  long.end();
  expect(count()).toBe(2);
});

it("takes everything back when it ends without", () => {
  const long = new LongTransaction(db);
  long.turn(insert);
  long.end();
  expect(count()).toBe(0);
  inTransaction(db, insert);
  expect(count()).toBe(1);
});

it("refuses what another call would write between its turns, so that nothing acknowledged is lost with it", () => {
  const long = new LongTransaction(db);
  long.turn(insert);
  expect(() => inTransaction(db, insert)).toThrow(/under way/);
  expect(() => new LongTransaction(db)).toThrow(/another/);
  long.end();
  expect(count()).toBe(0);
});
