import { expect, it } from "vitest";
import { ROWS_A_PART } from "../../shared/domain/parts.ts";
import { decodeTable, encodeTable, encodeTableByParts } from "./jsonl.ts";

const read = (text: string) => Array.from(decodeTable(Buffer.from(text, "utf8")));

it("gives back the rows it wrote, one line each", () => {
  const rows = [{ a: 1 }, { a: null }, { b: "Đ\n" }];
  const table = encodeTable(rows);
  expect(Buffer.from(table.bytes).toString("utf8")).toBe('{"a":1}\n{"a":null}\n{"b":"Đ\\n"}\n');
  expect(table.rows).toBe(3);
  expect(Array.from(decodeTable(table.bytes))).toEqual(rows);
});

it("has no rows in an empty table", () => {
  expect(encodeTable([])).toEqual({ bytes: Buffer.alloc(0), rows: 0 });
  expect(read("")).toEqual([]);
});

it.each([
  ["{}", "line 1: no line feed"],
  ["{}\n\n", "line 2: E_JSON_SYNTAX"],
  ["{}\r\n", "line 1: E_JSON_NONCANONICAL"],
  ['{}\n{"a": 1}\n', "line 2: E_JSON_NONCANONICAL"],
  [`"${"a".repeat(65_536)}"\n`, "line 1: too long"],
  [`"${"a".repeat(16_385)}"\n`, "line 1: string too long"],
])("refuses %.20j: %s", (text, detail) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: "E_DATA_FORMAT", detail }));
});

it("takes a string of exactly 16 KiB", () => {
  expect(read(`"${"a".repeat(16_384)}"\n`)).toHaveLength(1);
});

it("will not write a row above the limits", () => {
  expect(() => encodeTable(["a".repeat(16_385)])).toThrow(expect.objectContaining({ code: "E_DATA_FORMAT" }));
  const tooMany = (function* () {
    for (let index = 0; index <= 500_000; index += 1) yield 1;
  })();
  expect(() => encodeTable(tooMany)).toThrow(expect.objectContaining({ code: "E_DATA_FORMAT" }));
});

it("gives the same bytes a part at a time, whole lines in each", () => {
  const many = Array.from({ length: 2 * ROWS_A_PART + 7 }, (_, place) => ({ place, name: "Đức Hòa" }));
  const parts = [...encodeTableByParts(many)];
  expect(parts.map(({ rows }) => rows)).toEqual([ROWS_A_PART, ROWS_A_PART, 7]);
  for (const { bytes } of parts) expect(bytes.at(-1)).toBe(0x0a);
  const whole = encodeTable(many);
  expect(whole.rows).toBe(many.length);
  expect(Buffer.concat(parts.map(({ bytes }) => bytes)).equals(whole.bytes)).toBe(true);
});
