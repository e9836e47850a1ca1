import * as fc from "fast-check";
import { expect, it } from "vitest";
import { cellBlock, entryOfBlock } from "./cell-block.ts";
import type { EntryValue } from "./entry.ts";

const anyEntry: fc.Arbitrary<EntryValue | null> = fc.oneof(
  fc.nat().map((value) => ({ state: "value", value }) as const),
  fc.constantFrom({ state: "noOccurrence" } as const, { state: "notApplicable" } as const, null),
  fc.constant({ state: "notCollected" } as const),
);

it("gives back every cell as it was put in, in its order", () => {
  const anyCell = fc.record({
    unit: fc.constantFrom("u1", "u2", "u3"),
    element: fc.constantFrom("membersTotal", "workersTotal"),
    entry: anyEntry,
    revision: fc.nat(99),
    isEstimate: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyCell), (cells) => {
      const block = cellBlock(cells);
      expect(
        cells.map((_, cell) => ({
          unit: block.units[block.unitOf[cell] ?? -1],
          element: block.elements[block.elementOf[cell] ?? -1],
          entry: entryOfBlock(block, cell),
          revision: block.revisions[cell],
          isEstimate: block.estimated.includes(cell),
        })),
      ).toEqual(cells);
      expect(block.units).toEqual([...new Set(cells.map(({ unit }) => unit))]);
    }),
  );
});
