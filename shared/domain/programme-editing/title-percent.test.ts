import { expect, it } from "vitest";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { otherPercents } from "./title-percent.ts";

it.each([
  ["Người lao động được học tập: từ 70 % trở lên", 7000, []],
  ["Người lao động được học tập: từ 70 % trở lên", 6500, [7000]],
  ["Trên 79,5% doanh nghiệp, 80 % cơ quan", 7950, []],
  ["Trên 79,5% doanh nghiệp, 80 % cơ quan", 9000, [7950, 8000]],
  ["Không nói con số nào", 9000, []],
  ["Ít nhất 5 đoàn viên", 9000, []],
])("%s, asked %i: names %j beside it", (title, amount, others) => {
  expect(otherPercents({ title, value: { scale: "percent", amount } })).toEqual(others);
});

it("compares no percentage with a number of people, nor with a value that is not given yet", () => {
  expect(otherPercents({ title: "80 %", value: { scale: "count", amount: 9000 } })).toEqual([]);
  expect(otherPercents({ title: "80 %", value: { scale: "percent", amount: null } })).toEqual([]);
});

it("has nothing to say of the programmes of the sources", () => {
  const targets = PROGRAMMES.flatMap((programme) => programme.targets);
  expect(targets.filter((target) => otherPercents(target).length > 0).map(({ id }) => id)).toEqual([]);
});
