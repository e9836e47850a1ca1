import { expect, it } from "vitest";
import { linesOf } from "./table-groups.ts";

interface Fruit {
  readonly name: string;
  readonly kind: string;
}
const ROWS: readonly Fruit[] = [
  { name: "xoài", kind: "ngọt" },
  { name: "chanh", kind: "chua" },
  { name: "nhãn", kind: "ngọt" },
  { name: "dừa", kind: "khác" },
];
const GROUPING = {
  groups: [
    { id: "chua", heading: "Chua" },
    { id: "đắng", heading: "Đắng" },
    { id: "ngọt", heading: "Ngọt" },
  ],
  groupOf: ({ kind }: Fruit) => kind,
};
const read = (grouping: typeof GROUPING | null) =>
  linesOf(ROWS, ({ name }) => name, grouping).map(
    ({ row, heading }) => row?.name ?? (typeof heading === "string" ? `# ${heading}` : null),
  );

it("without groups the rows stand as they came", () => {
  expect(read(null)).toEqual(["xoài", "chanh", "nhãn", "dừa"]);
});

it("groups stand in their own order, their rows as they came; an empty one is left out, a stray row stands last", () => {
  expect(read(GROUPING)).toEqual(["# Chua", "chanh", "# Ngọt", "xoài", "nhãn", "dừa"]);
});

it("no heading has the key of a row", () => {
  const keys = linesOf(ROWS, ({ kind, name }) => `${kind} ${name}`, GROUPING).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
