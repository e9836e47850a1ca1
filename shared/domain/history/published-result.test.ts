import { expect, it } from "vitest";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { HN_NQ02 } from "../../catalogue/programmes/hn-nq02.ts";
import type { AchievedResult } from "../programme.ts";
import { answeringValue, judgePublished } from "./published-result.ts";

const share = (percent: number, bound: "eq" | "gt"): AchievedResult["values"][number] => ({
  label: "Tỷ lệ",
  amount: percent * 100,
  scale: "percent",
  measureUnit: "%",
  bound,
});

it.each([
  // domain.md §b.4: R003-05a "trên 93 %" against T000-14a (from 80 %), R003-05b "trên 55 %" against T000-14b (from 55 %).
  { is: share(93, "gt"), comparator: "gte", asked: 80, verdict: "met" },
  { is: share(55, "gt"), comparator: "gte", asked: 55, verdict: "met" },
  { is: share(55, "gt"), comparator: "gt", asked: 55, verdict: "met" },
  { is: share(80, "eq"), comparator: "gt", asked: 80, verdict: "notMet" },
  { is: share(95, "gt"), comparator: "gt", asked: 80, verdict: "met" },
  // A bound below what is asked decides nothing: the figure itself may be on either side.
  { is: share(79, "gt"), comparator: "gte", asked: 80, verdict: "insufficientData" },
  { is: share(93, "gt"), comparator: "eq", asked: 100, verdict: "insufficientData" },
  { is: share(20, "gt"), comparator: "lte", asked: 20, verdict: "notMet" },
  { is: share(19, "gt"), comparator: "lte", asked: 20, verdict: "insufficientData" },
] as const)(
  "$is.bound $is.amount against $comparator $asked %: $verdict",
  ({ is, comparator, asked, verdict }) => {
    expect(judgePublished(is, { comparator, value: { scale: "percent", amount: asked * 100 } })).toBe(
      verdict,
    );
  },
);

it("45 of 45 is judged by its whole numbers", () => {
  const value = { ...share(100, "eq"), ratio: { numerator: 45, denominator: 45 } };
  expect(judgePublished(value, { comparator: "eq", value: { scale: "percent", amount: 10_000 } })).toBe(
    "met",
  );
});

it("an amount is not compared with a share", () => {
  const turns = {
    label: "Số lượt",
    amount: 1_006_708,
    scale: "count",
    measureUnit: "lượt",
    bound: "eq",
  } as const;
  expect(judgePublished(turns, { comparator: "gte", value: { scale: "percent", amount: 2000 } })).toBe(
    "notComparable",
  );
});

it("every Hà Nội result judged anew says of its target what the source table says", () => {
  // domain.md §b.4, column "Compare with".
  const stated = {
    "R003-01": ["T000-01"],
    "R003-02": ["T000-01", "T001-02"],
    "R003-05a": ["T000-14a"],
    "R003-05b": ["T000-14b"],
    "R003-05c": ["T000-13"],
  };
  const judged = HN_NQ02.results.flatMap((result) => {
    const met = result.comparesWith.flatMap(({ target: id, verdict }) => {
      const target = PROGRAMMES.flatMap(({ targets }) => targets).find((candidate) => candidate.id === id);
      const value = target && answeringValue(result, target);
      const isMet = verdict !== "notComparable" && target && value && judgePublished(value, target) === "met";
      return isMet ? [id] : [];
    });
    return met.length === 0 ? [] : [[result.id, met] as const];
  });
  expect(Object.fromEntries(judged)).toEqual(stated);
});
