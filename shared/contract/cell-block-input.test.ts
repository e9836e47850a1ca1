// The lists of a block are judged by hand; here beside them stands what they are to take, number by number.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import type { CellBlock } from "../domain/cell-block.ts";
import { CellBlockInput } from "./cell-block-input.ts";

const UNIT = "0198f2c4-0000-7000-8000-000000000001";
const Index = z.int().nonnegative();
const LISTS: Readonly<Record<Exclude<keyof CellBlock, "units" | "elements">, z.ZodType>> = {
  unitOf: z.array(Index).min(1),
  elementOf: z.array(Index),
  states: z.array(z.int().min(-1).max(3)),
  values: z.array(z.int().nonnegative().nullable()),
  revisions: z.array(Index),
  estimated: z.array(Index),
};
const names = Object.keys(LISTS) as (keyof typeof LISTS)[];

const wellMade = (cells: number): CellBlock => ({
  units: [UNIT],
  elements: ["membersTotal"],
  unitOf: Array<number>(cells).fill(0),
  elementOf: Array<number>(cells).fill(0),
  states: Array<number>(cells).fill(0),
  values: Array<number>(cells).fill(7),
  revisions: Array<number>(cells).fill(1),
  estimated: [],
});

const anyItem = fc.oneof(
  fc.constantFrom<unknown>(0, -1, 3, 4, 1.5, -0, 2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>(null, undefined, "0", true, [], {}),
);
const anyList = fc.oneof(
  fc.array(anyItem, { maxLength: 3 }),
  fc.constantFrom<unknown>(null, undefined, "", 0, {}, { length: 1 }),
);

it("takes a well made block and no list with anything else in it", () => {
  expect(CellBlockInput.safeParse(wellMade(3)).success).toBe(true);
  expect(CellBlockInput.safeParse(wellMade(0)).success).toBe(false);
  fc.assert(
    fc.property(fc.constantFrom(...names), anyList, (name, list) => {
      const taken = CellBlockInput.safeParse({ ...wellMade(3), [name]: list }).success;
      // A list that is right in itself may still not fit the others.
      if (!LISTS[name].safeParse(list).success) expect(taken).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["a state out of range", { states: [4, 0, 0] }, false],
  ["every state there is", { states: [-1, 3, 0], values: [null, null, 5] }, true],
  ["a figure where there is none", { states: [1, 0, 0] }, false],
  ["a value without a figure", { values: [null, 7, 7] }, false],
  ["a list that is shorter", { revisions: [1, 1] }, false],
  ["a unit that is not named", { unitOf: [0, 1, 0] }, false],
  ["an element that is not named", { elementOf: [0, 0, 1] }, false],
  ["estimates of its cells", { estimated: [2, 0] }, true],
  ["an estimate twice", { estimated: [1, 1] }, false],
  ["an estimate of no cell", { estimated: [3] }, false],
  ["no list at all", { unitOf: "000" }, false],
])("%s", (_, change, isTaken) => {
  expect(CellBlockInput.safeParse({ ...wellMade(3), ...change }).success).toBe(isTaken);
});
