import { expect, it } from "vitest";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { measureKey } from "./same-measure.ts";

const keyOf = (id: string) => {
  const target = PROGRAMMES.flatMap(({ targets }) => targets).find((candidate) => candidate.id === id);
  if (!target) throw new Error(id);
  return measureKey(target);
};

it.each([
  ["T000-01", "T001-02"],
  ["T000-02a", "T001-09a"],
  ["T000-02b", "T001-09b"],
  ["T000-04a", "T001-08a"],
  ["T000-12", "T001-17"],
])("%s and %s ask for the same thing, whatever value they set", (one, other) => {
  expect(keyOf(one)).toBe(keyOf(other));
});

it.each([
  ["T000-02a", "T000-02b"],
  ["T000-10", "T001-03"],
  ["T000-11", "T004-01"],
  ["T004-01", "T004-01a"],
])("%s and %s do not", (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
});
