import { expect, it } from "vitest";
import { PROGRAMMES } from "../../../shared/catalogue/programmes.ts";
import { judge, SELF } from "../../../shared/domain/evaluate/test-fixtures.ts";
import { countWith, EVERY_LINE, filterLines, type ScoreLine } from "./scoreboard-filter.ts";

const programme = PROGRAMMES.find(({ code }) => code === "AG-1979");
const lines: ScoreLine[] = (programme?.targets ?? []).map((target) => ({
  target,
  row: judge(target, "2024", { units: [], self: SELF }),
}));

it("shows every target until something is chosen", () => {
  expect(filterLines(lines, EVERY_LINE)).toHaveLength(21);
});

it("the groups of a programme share its targets out, none twice", () => {
  const groups = new Set(lines.map(({ target }) => String(target?.group ?? "none")));
  const counts = [...groups].map((group) => countWith(lines, EVERY_LINE, { group }));
  expect(groups.size).toBeGreaterThan(3);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(21);
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
