import { t, use as withPlugin } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { judge, row, targetOf, units } from "../../../shared/domain/evaluate/test-fixtures.ts";
import { VALUE_PRINTER } from "../../text/print-values.ts";
import { TEXT_OPTIONS } from "../../text/text-options.ts";
import { missingSentences } from "./print-evaluation.ts";

beforeAll(async () => {
  await withPlugin(VALUE_PRINTER).init({ lng: "vi", ...TEXT_OPTIONS });
});

const ADMITTED = {
  shape: "COUNT_PER_PERIOD",
  population: "grassroots",
  numerator: { kind: "sum", elements: ["membersAdmitted"] },
  policy: "all",
} as const;
const INFORMED = {
  shape: "PEOPLE_SHARE",
  population: "grassroots",
  numerator: { kind: "sum", elements: ["peopleInformed"] },
  denominator: { kind: "sum", elements: ["workersTotal"] },
  policy: "all",
} as const;

// One union has said its figure for the whole year, the other nothing.
it.each([
  ["range", 450, "Kết luận “Đạt” còn có thể thành “Vượt”."],
  ["range", 601, "Dù thế nào kết luận “Vượt” cũng không đổi."],
  ["gte", 400, "Kết luận “Đạt” còn có thể thành “Vượt”."],
  ["gte", 401, "Dù thế nào kết luận “Vượt” cũng không đổi."],
  ["lte", 350, "Kết luận còn có thể thay đổi."],
] as const)(
  "a count, %s 400, of %i with a union to come says what it may become",
  (comparator, sum, said) => {
    const target = targetOf(ADMITTED, { comparator, value: { scale: "count", amount: 400, upper: 600 } });
    const now = judge(target, "2024", {
      units: units(2),
      entries: row("membersAdmitted", "2024", [sum, null]),
    });
    expect(missingSentences(now, "người", t).at(-1)).toBe(said);
  },
);

// 80 of 100, and 10 workers of whom nothing is known: 80 to 90 of 110, 72,7 % to 81,8 %.
it.each([
  [7000, 8000, "Kết luận “Đạt” còn có thể thành “Vượt”."],
  [7000, 9000, "Dù thế nào kết luận “Đạt” cũng không đổi."],
  [6000, 7000, "Dù thế nào kết luận “Vượt” cũng không đổi."],
])("a share of %i to %i hundredths says whether both its ends have one verdict", (amount, upper, said) => {
  const target = targetOf(INFORMED, { comparator: "range", value: { scale: "percent", amount, upper } });
  const now = judge(target, "2024", {
    units: units(2),
    entries: [...row("peopleInformed", "2024", [80, null]), ...row("workersTotal", "2024-M12", [100, 10])],
  });
  expect(missingSentences(now, "", t).at(-1)).toBe(said);
});
