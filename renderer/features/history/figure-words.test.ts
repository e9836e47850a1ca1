import { expect, it } from "vitest";
import { dataWordsIn } from "../../text/data-words.ts";
import { changeOf, printAverage, printChange, printFigure } from "./figure-words.ts";

const words = dataWordsIn("vi");
const plain = (numerator: number | null) => ({ numerator, denominator: null });

it("what Hà Nội founded in three years is 1,572 unions, 524 a year on average (domain.md §b.4 R003-04a)", () => {
  expect(printAverage({ sum: 1572, years: 3, ofYears: 3 })).toBe("524");
  // R003-04b: 170,947 new members, 56,982.33 a year.
  expect(printAverage({ sum: 170_947, years: 3, ofYears: 3 })).toBe("56.982,33");
});

it("shares print with their whole numbers, scores as points, and a missing year prints nothing", () => {
  const share = { kind: "share", type: "yesNo", measureUnit: "" } as const;
  expect(printFigure(share, { numerator: 38, denominator: 47 }, words)).toBe("80,85 % (38/47)");
  const score = { kind: "mean", type: "score", measureUnit: "điểm" } as const;
  expect(printFigure(score, { numerator: 16_050, denominator: 2 }, words)).toBe("80,25");
  expect(printFigure({ kind: "flow", type: "count", measureUnit: "người" }, plain(null), words)).toBeNull();
});

it("a change is told of amounts only, and not over a year that is missing", () => {
  expect(changeOf("stock", plain(44), plain(70))).toBe(-26);
  expect(changeOf("stock", plain(44), plain(null))).toBeUndefined();
  expect(
    changeOf("share", { numerator: 1, denominator: 2 }, { numerator: 1, denominator: 3 }),
  ).toBeUndefined();
  expect([printChange(5), printChange(-26), printChange(0)]).toEqual(["+5", "-26", "0"]);
});
