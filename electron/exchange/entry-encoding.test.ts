import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { resultOf } from "../../test/support/test-office.ts";
import { ROWS_A_PART } from "../../shared/domain/parts.ts";
import { encodeTableEntry, encodeTableEntryByParts, isWithinRatio } from "./entry-encoding.ts";

const rows = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    unit: `u${place * 7919}`,
    value: (place * 104_729) % 1000,
  }));

it.each([0, 1, ROWS_A_PART, 3 * ROWS_A_PART + 1])(
  "%i rows packed a part at a time are described as those packed at once, and unpack to the same",
  async (count) => {
    const table = { name: "entries", schema: "entries.v1", rows: rows(count) };
    const atOnce = encodeTableEntry(table);
    const byParts = await resultOf(encodeTableEntryByParts(table));
    const { size: _, sha256: _digest, ...described } = byParts.described;
    expect(atOnce.described).toMatchObject(described);
    expect(gunzipSync(byParts.entry.bytes).equals(gunzipSync(atOnce.entry.bytes))).toBe(true);
    expect(byParts.described.size).toBe(byParts.entry.bytes.length);
  },
);

it("a row that cannot be written ends it, whichever part it is in", async () => {
  const broken = [...rows(ROWS_A_PART + 1), { unit: "x", value: 0.5 }];
  const table = { name: "entries", schema: "entries.v1", rows: broken };
  await expect(resultOf(encodeTableEntryByParts(table))).rejects.toMatchObject({ code: "E_JSON_NUMBER" });
});

it("a table of one row again and again is stored so that a reader takes it", async () => {
  const table = { name: "t", schema: "t.v1", rows: Array.from({ length: 100_000 }, () => ({ a: 0 })) };
  const { entry, described } = await resultOf(encodeTableEntryByParts(table));
  const tight = gzipSync(gunzipSync(entry.bytes));
  expect(isWithinRatio(tight.length, described.raw_size)).toBe(false);
  expect(isWithinRatio(described.size, described.raw_size)).toBe(true);
});
