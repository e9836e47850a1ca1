// A block as it comes in (entries.saveMany, entries.markEstimated): nothing of it is longer than the largest form.
import { z } from "zod";
import type { CellBlock } from "../domain/cell-block.ts";
import { LineInput, UidInput } from "./schemas.ts";

/** A whole year form of 2,000 units; what is read from a clipboard is smaller (security.md X4). */
const MOST_CELLS = 250_000;

/**
 * A list of numbers, judged in one go: a schema for each of the 80,000 numbers of a large paste takes longer than to find
 * where they belong.
 */
function listOf<T>(fits: (item: unknown) => item is T): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>(
    (list) => Array.isArray(list) && list.length <= MOST_CELLS && list.every(fits),
    // What is no list is not asked on how it fits the others.
    { error: "LIST_UNFIT", abort: true },
  );
}

const isWhole = (item: unknown): item is number => Number.isSafeInteger(item);
const isIndex = (item: unknown): item is number => isWhole(item) && item >= 0;
const isState = (item: unknown): item is number => isWhole(item) && item >= -1 && item <= 3;
const isFigure = (item: unknown): item is number | null => item === null || isIndex(item);

/** A {@link CellBlock}: lists of one length, every place in its list and of estimates once, a number exactly where there is a value. */
export const CellBlockInput: z.ZodType<CellBlock> = z
  .strictObject({
    units: z.array(UidInput).min(1).max(10_000),
    elements: z.array(LineInput).min(1).max(500),
    unitOf: listOf(isIndex),
    elementOf: listOf(isIndex),
    states: listOf(isState),
    values: listOf(isFigure),
    revisions: listOf(isIndex),
    estimated: listOf(isIndex),
  })
  .refine(
    (block) =>
      [block.elementOf, block.states, block.values, block.revisions].every(
        (list) => list.length === block.unitOf.length,
      ) &&
      block.unitOf.length > 0 &&
      block.unitOf.every((unit) => unit < block.units.length) &&
      block.elementOf.every((element) => element < block.elements.length) &&
      block.estimated.every((cell) => cell < block.unitOf.length) &&
      new Set(block.estimated).size === block.estimated.length &&
      block.values.every((value, cell) => (value !== null) === (block.states[cell] === 0)),
    { error: "BLOCK_UNEVEN" },
  );
