import * as fc from "fast-check";
import { expect, it } from "vitest";
import { todaysUnits } from "./successors.ts";

it("a union goes on as itself, as the one it merged into however many steps on, or as all it was split into", () => {
  const today = todaysUnits(
    ["a", "b", "c", "d", "e", "f", "g"],
    [
      { uid: "a", successorUid: "b" },
      { uid: "b", successorUid: "c" },
      { uid: "d", successorUid: "e" },
      { uid: "d", successorUid: "f" },
    ],
  );
  expect(Object.fromEntries(today)).toEqual({
    a: ["c"],
    b: ["c"],
    c: ["c"],
    d: ["e", "f"],
    e: ["e"],
    f: ["f"],
    g: ["g"],
  });
});

it("nothing is lost or counted twice: every union belongs to one group, whatever the edges, circles included", () => {
  const uids = ["a", "b", "c", "d", "e", "f"];
  const Edges = fc.array(
    fc.record({ uid: fc.constantFrom(...uids), successorUid: fc.constantFrom(...uids) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(Edges, fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 }), (edges, figures) => {
      const today = todaysUnits(uids, edges);
      const groups = new Map<string, number>();
      for (const [index, uid] of uids.entries()) {
        const key = today.get(uid)?.join("+") ?? "";
        groups.set(key, (groups.get(key) ?? 0) + (figures[index] ?? 0));
      }
      expect([...groups.values()].reduce((sum, figure) => sum + figure, 0)).toBe(
        figures.reduce((sum, figure) => sum + figure, 0),
      );
      expect(groups.has("")).toBe(false);
    }),
  );
});
