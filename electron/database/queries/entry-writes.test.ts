// Many cells written together are what the same cells written one after another are.
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { insertBareUnit } from "../../../test/support/bare-unit.ts";
import { DEFAULT_CALENDAR } from "../../../shared/catalogue/calendar.ts";
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import { datesOf } from "../../../shared/domain/calendar.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { type Database, inTransaction, openScratchDatabase } from "../connection.ts";
import { migrate } from "../migrate.ts";
import { openChangeSet } from "./change-sets.ts";
import { syncElements } from "./elements.ts";
import {
  type CellWrite,
  findPresent,
  type KeyedWrite,
  listPresent,
  type PresentCell,
  writeEntries,
  writeEntry,
} from "./entry-writes.ts";
import { ensurePeriod } from "./periods.ts";
import { insertPerson } from "./settings.ts";

const AT = "2026-07-01T00:00:00Z";
const UNITS = 12;
const ELEMENTS = 6;
const PERIOD = periodOf("2026-M06");

let together: Office;
let apart: Office;
beforeAll(async () => {
  together = await makeOffice();
  apart = await makeOffice();
});
afterAll(async () => {
  await together.db.close();
  await apart.db.close();
});

type Office = Awaited<ReturnType<typeof makeOffice>>;

async function makeOffice() {
  const db = openScratchDatabase();
  await migrate(db, () => "");
  const elementIds = [...syncElements(db, DATA_ELEMENTS.slice(0, ELEMENTS)).values()];
  const unitIds = Array.from({ length: UNITS }, (_, index) => insertBareUnit(db, `u${index}`));
  const periodId = ensurePeriod(db, PERIOD, datesOf(PERIOD, DEFAULT_CALENDAR));
  const people = ["Lan", "Minh"].map((name) => insertPerson(db, name, "", [], AT));
  return { db, people, periodId, keyOf };

  function keyOf(element: number, unit: number) {
    return { periodId, elementId: elementIds[element] ?? 0, unitId: unitIds[unit] ?? 0 };
  }
}

const anyEntry: fc.Arbitrary<EntryValue | null> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3).map((value) => ({ state: "value", value }) as const) },
  { weight: 1, arbitrary: fc.constant({ state: "noOccurrence" } as const) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const anyWrite = fc.record({
  element: fc.nat(ELEMENTS - 1),
  unit: fc.nat(UNITS - 1),
  entry: anyEntry,
  isEstimate: fc.boolean(),
  asOf: fc.constantFrom(null, "2026-06-25"),
  source: fc.constantFrom("typed", "pasted"),
  how: fc.constantFrom("new", "new", "new", "new", "new", "new", "keepsAuthor", "restores"),
});
type Drawn = typeof anyWrite extends fc.Arbitrary<infer T> ? T : never;

const writeOf = ({ entry, isEstimate, asOf, source, how }: Drawn): CellWrite => ({
  entry,
  isEstimate,
  asOf,
  source,
  ...(how === "keepsAuthor" && { keepsAuthor: true }),
  ...(how === "restores" && { restores: 0 }),
});

/** One act: all of its cells in one call, each as the one before it left it. */
function writeTogether({ db, people, periodId, keyOf }: Office, drawn: readonly Drawn[], turn: number): void {
  const act = { at: AT, actor: "", personId: people[turn % 2] ?? null };
  const changeSet = openChangeSet(db, "pasted", [periodId], act);
  const standing = new Map<string, PresentCell>();
  const writes = drawn.map((each): KeyedWrite => {
    const key = keyOf(each.element, each.unit);
    const place = `${each.element} ${each.unit}`;
    const present = standing.get(place) ?? findPresent(db, key);
    const write = writeOf(each);
    const { entry } = write;
    standing.set(place, {
      stored: entry === null ? undefined : { ...write, entry },
      revision: present.revision + 1,
    });
    return { key, write, present };
  });
  writeEntries(db, writes, { ...act, changeSet });
}

function writeApart({ db, people, periodId, keyOf }: Office, drawn: readonly Drawn[], turn: number): void {
  const act = { at: AT, actor: "", personId: people[turn % 2] ?? null };
  const changeSet = openChangeSet(db, "pasted", [periodId], act);
  for (const each of drawn)
    writeEntry(db, keyOf(each.element, each.unit), writeOf(each), { ...act, changeSet });
}

function forget(db: Database): void {
  db.raw.exec(
    "DELETE FROM entry; DELETE FROM entry_change; DELETE FROM change_set_period; DELETE FROM change_set",
  );
  db.raw.exec("DELETE FROM sqlite_sequence WHERE name = 'change_set'");
}

const contents = ({ db }: Office) => ({
  entries: db.raw.prepare("SELECT * FROM entry ORDER BY period_id, element_id, unit_id").all(),
  changes: db.raw.prepare("SELECT * FROM entry_change ORDER BY id").all(),
});

it("leaves the same figures, authors and changes, also where a cell comes twice or is cleared", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyWrite, { maxLength: 140, size: "max" }), { minLength: 1, maxLength: 3 }),
      (acts) => {
        for (const { db } of [together, apart]) forget(db);
        for (const [turn, drawn] of acts.entries()) {
          inTransaction(together.db, () => writeTogether(together, drawn, turn));
          inTransaction(apart.db, () => writeApart(apart, drawn, turn));
        }
        expect(contents(together)).toEqual(contents(apart));
        // What stands is found alike for many cells and for one; every cell twice, in no order.
        const { db, periodId, keyOf } = together;
        const keys = Array.from({ length: 2 * ELEMENTS * UNITS }, (_, place) =>
          keyOf((place * 7) % ELEMENTS, (place * 5) % UNITS),
        );
        expect(listPresent(db, periodId, keys)).toEqual(
          keys.map((key) => {
            const { stored, revision } = findPresent(db, key);
            if (!stored) return { stored, revision };
            const { entry, isEstimate, asOf, source } = stored;
            return { stored: { entry, isEstimate, asOf, source }, revision };
          }),
        );
      },
    ),
    { numRuns: 40 },
  );
});
