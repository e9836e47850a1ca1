// Bands and eligibility: domain.md §d.6.
import { expect, it } from "vitest";
import { bandOf, schemeOn } from "../domain/grade-scheme.ts";
import { GRADE_SCHEMES } from "./grade-schemes.ts";

it.each([
  ["2018-12-31", 8500, "vững mạnh"],
  ["2018-12-31", 8499, "khá"],
  ["2018-12-31", 7000, "khá"],
  ["2018-12-31", 6999, "trung bình"],
  ["2018-12-31", 5000, "trung bình"],
  ["2018-12-31", 4999, "yếu"],
  ["2024-12-31", 10_000, "hoàn thành xuất sắc nhiệm vụ"],
  ["2024-12-31", 9000, "hoàn thành xuất sắc nhiệm vụ"],
  ["2024-12-31", 8999, "hoàn thành tốt nhiệm vụ"],
  ["2024-12-31", 7000, "hoàn thành tốt nhiệm vụ"],
  ["2024-12-31", 6999, "hoàn thành nhiệm vụ"],
  ["2024-12-31", 5000, "hoàn thành nhiệm vụ"],
  ["2024-12-31", 4999, "không hoàn thành nhiệm vụ"],
  ["2024-12-31", 0, "không hoàn thành nhiệm vụ"],
] as const)("on %s a score of %i hundredths is %s: the upper band owns the boundary", (on, score, name) => {
  expect(bandOf(schemeOn(GRADE_SCHEMES, on), score)?.name).toBe(name);
});

it("old grades keep their names until the day before the guidance of 14 August 2019", () => {
  expect(schemeOn(GRADE_SCHEMES, "2019-08-13").code).toBe("before-2019");
  expect(schemeOn(GRADE_SCHEMES, "2019-08-14").code).toBe("1294");
});

it("only the guidance of 2019 sets ages of 12 and 6 months", () => {
  expect(
    GRADE_SCHEMES.map(({ monthsSinceEstablished, monthsSinceReorganised }) => [
      monthsSinceEstablished,
      monthsSinceReorganised,
    ]),
  ).toEqual([
    [0, 0],
    [12, 6],
  ]);
});
