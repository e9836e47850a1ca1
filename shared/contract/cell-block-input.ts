// A block as it comes in (entries.saveMany, entries.markEstimated): nothing of it is longer than the largest form.
import { z } from "zod";
import type { CellBlock } from "../domain/cell-block.ts";
import { LineInput, UidInput } from "./schemas.ts";

const Index = z.int().nonnegative();
/** A whole year form of 2,000 units; what is read from a clipboard is smaller (security.md X4). */
const MOST_CELLS = 250_000;

/** A {@link CellBlock}: lists of one length, every place in its list and of estimates once, a number exactly where there is a value. */
export const CellBlockInput: z.ZodType<CellBlock> = z
  .strictObject({
    units: z.array(UidInput).min(1).max(10_000),
    elements: z.array(LineInput).min(1).max(500),
    unitOf: z.array(Index).min(1).max(MOST_CELLS),
    elementOf: z.array(Index).max(MOST_CELLS),
    states: z.array(z.int().min(-1).max(3)).max(MOST_CELLS),
    values: z.array(z.int().nonnegative().nullable()).max(MOST_CELLS),
    revisions: z.array(Index).max(MOST_CELLS),
    estimated: z.array(Index).max(MOST_CELLS),
  })
  .refine(
    (block) =>
      [block.elementOf, block.states, block.values, block.revisions].every(
        (list) => list.length === block.unitOf.length,
      ) &&
      block.unitOf.every((unit) => unit < block.units.length) &&
      block.elementOf.every((element) => element < block.elements.length) &&
      block.estimated.every((cell) => cell < block.unitOf.length) &&
      new Set(block.estimated).size === block.estimated.length &&
      block.values.every((value, cell) => (value !== null) === (block.states[cell] === 0)),
    { error: "BLOCK_UNEVEN" },
  );
