import { expect, it } from "vitest";
import { rowAfterKey } from "./table-keys.ts";

it.each([
  { key: "ArrowDown", from: 0, to: 1 },
  { key: "ArrowDown", from: 99, to: 99 },
  { key: "ArrowUp", from: 0, to: 0 },
  { key: "PageDown", from: 0, to: 20 },
  { key: "PageDown", from: 90, to: 99 },
  { key: "PageUp", from: 10, to: 0 },
  { key: "Home", from: 50, to: 0 },
  { key: "End", from: 50, to: 99 },
  { key: "a", from: 50, to: null },
  { key: "toString", from: 50, to: null },
])("$key leads from row $from of 100 to $to", ({ key, from, to }) => {
  expect(rowAfterKey(key, from, 100, 20)).toBe(to);
});

it("knows no key in an empty table", () => {
  expect(rowAfterKey("End", 0, 0, 20)).toBeNull();
});

it("moves a page by one row at least, however low the window", () => {
  expect(rowAfterKey("PageDown", 0, 100, 0)).toBe(1);
});
