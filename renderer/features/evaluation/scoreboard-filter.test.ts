import { expect, it } from "vitest";
import { PROGRAMMES } from "../../../shared/catalogue/programmes.ts";
import { judge, SELF } from "../../../shared/domain/evaluate/test-fixtures.ts";
import { countWith, EVERY_LINE, filterLines, lineGroups, type ScoreLine } from "./scoreboard-filter.ts";

const programme = PROGRAMMES.find(({ code }) => code === "AG-1979");
const lines: ScoreLine[] = (programme?.targets ?? []).map((target) => ({
  target,
  row: judge(target, "2024", { units: [], self: SELF }),
}));

it("shows every target until something is chosen", () => {
  expect(filterLines(lines, EVERY_LINE)).toHaveLength(21);
});

it("the groups of a programme share its targets out in its own order, none twice", () => {
  const groups = lineGroups(programme, lines.toReversed());
  expect(groups.map(({ group }) => group?.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(groups.flatMap((group) => group.lines)).size).toBe(21);
  for (const { id, lines: own } of groups)
    expect(countWith(lines, EVERY_LINE, { group: id })).toBe(own.length);
});

it("targets outside every group stand last; a programme without groups has no other", () => {
  const [first, ...others] = lines;
  const outside = first?.target ? [{ ...first, target: { ...first.target, group: null } }] : [];
  expect(lineGroups(programme, [...outside, ...others]).at(-1)).toEqual({
    id: "none",
    group: null,
    lines: outside,
  });
  expect(lineGroups({ targetGroups: [] }, outside).map(({ group }) => group)).toEqual([null]);
});

it("choices narrow each other", () => {
  const [first] = lines;
  const group = String(first?.target?.group);
  const status = first?.row.status ?? "met";
  const shown = filterLines(lines, { ...EVERY_LINE, group, status });
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.every(({ row, target }) => row.status === status && String(target?.group) === group)).toBe(
    true,
  );
});

it("a target that belongs to none of the three main groups is left out when one is chosen", () => {
  const finance = filterLines(lines, { ...EVERY_LINE, core: "unionFinance" });
  expect(finance.every(({ target }) => target?.coreGroup === "unionFinance")).toBe(true);
});
