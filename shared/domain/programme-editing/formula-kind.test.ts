import { describe, expect, it } from "vitest";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { printTarget } from "../evaluate/display.ts";
import { COMPARATOR_CHOICES, comparatorChoiceOf, withComparatorChoice } from "./comparator-choice.ts";
import { blankTarget, type DraftTarget } from "./draft.ts";
import {
  FORMULA_KINDS,
  FORMULA_RULES,
  formulaKindOf,
  withFormulaKind,
  withIndicatorOf,
} from "./formula-kind.ts";

const TARGETS = PROGRAMMES.flatMap(({ targets }) => targets);

describe("the formulas offered", () => {
  it("cover every target of the sources, and choosing the same changes nothing", () => {
    expect(TARGETS.length).toBeGreaterThan(40);
    for (const target of TARGETS) {
      const kind = formulaKindOf(target);
      if (kind === "qualitative") throw new Error(target.id);
      const rule = FORMULA_RULES[kind];
      expect(target.indicator.shape, target.id).toBe(rule.shape);
      expect(target.indicator.numerator.kind, target.id).toBe(rule.numerator);
      expect(target.indicator.denominator?.kind ?? null, target.id).toBe(rule.denominator);
      expect(target.value.scale, target.id).toBe(rule.scale);
      expect(withFormulaKind(target, kind)).toBe(target);
    }
  });

  it("are each what they were chosen to be, from any other", () => {
    for (const from of FORMULA_KINDS)
      for (const to of FORMULA_KINDS) {
        const target = withFormulaKind(withFormulaKind(blankTarget("T01"), from), to);
        expect(formulaKindOf(target), `${from} → ${to}`).toBe(to);
        expect(target.id).toBe("T01");
      }
  });

  it("keep the sums and the value where the next formula has them too", () => {
    const people: DraftTarget = {
      ...blankTarget("T01"),
      indicator: {
        shape: "PEOPLE_SHARE",
        population: "grassroots",
        numerator: { kind: "sum", elements: ["claMoreFavourable"] },
        denominator: { kind: "sum", elements: ["claCount"] },
        policy: "all",
      },
      value: { scale: "percent", amount: 9000 },
    };
    expect(withFormulaKind(people, "itemShare")).toEqual({
      ...people,
      indicator: { ...people.indicator, shape: "ITEM_SHARE" },
    });
    const total = withFormulaKind(people, "total");
    expect(total.indicator).not.toHaveProperty("denominator");
    expect(total.value).toEqual({ scale: "count", amount: null });
  });

  it("of another target are taken over with its measure, not with its value", () => {
    const homes = TARGETS.find(({ id }) => id === "T001-11") ?? TARGETS[0];
    if (!homes) throw new Error("no target");
    const taken = withIndicatorOf({ ...blankTarget("T01"), title: "Của huyện" }, homes);
    expect(taken).toMatchObject({
      title: "Của huyện",
      indicator: homes.indicator,
      measureUnit: homes.measureUnit,
    });
    expect(taken.value.amount).toBeNull();
  });
});

describe("comparators in the words of the documents", () => {
  const percent = { ...blankTarget("T01"), value: { scale: "percent", amount: 7000 } } as const;
  const count = { ...blankTarget("T01"), value: { scale: "count", amount: 500, upper: 600 } } as const;

  it.each([
    ["gt", "trên 70 %"],
    ["orMore", "từ 70 % trở lên"],
    ["atLeast", "ít nhất 70 %"],
    ["eq", "bằng 70 %"],
    ["lte", "không quá 70 %"],
  ] as const)("%s prints “%s”", (choice, print) => {
    const { comparator, value } = withComparatorChoice(percent, choice);
    expect(printTarget(comparator, { ...value, amount: 7000 }, "")).toBe(print);
  });

  it("print a range of people, and a least number of models", () => {
    const range = withComparatorChoice(count, "range");
    expect(printTarget(range.comparator, { ...range.value, amount: 500 }, "đoàn viên")).toBe(
      "từ 500 đến 600 đoàn viên",
    );
    const least = withComparatorChoice({ ...count, value: { scale: "count", amount: 1 } }, "atLeast");
    expect(printTarget(least.comparator, { ...least.value, amount: 1 }, "mô hình")).toBe("ít nhất 1 mô hình");
    expect(withComparatorChoice(range, "gt").value).not.toHaveProperty("upper");
  });

  it("are read back as they were chosen", () => {
    for (const target of [percent, count])
      for (const choice of COMPARATOR_CHOICES)
        expect(comparatorChoiceOf(withComparatorChoice<DraftTarget>(target, choice))).toBe(choice);
  });
});
