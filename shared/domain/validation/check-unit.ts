// Runs the rules over one union in one period. A rule speaks only when every figure it needs is known.
import { type DataElement, type ElementCode, GRADES, isCumulative } from "../data-element.ts";
import { hasAgeRule } from "../grading-state.ts";
import { bandOf, fitsScore, type GradeScheme } from "../grade-scheme.ts";
import type { Finding, Lines } from "./finding.ts";
import { type Rule, UNIT_RULES } from "./rules.ts";

/** What is known of a union: figures of the form, entered or computed; undefined when missing. */
export type Figures = (code: ElementCode) => number | undefined;

export interface UnitCheck {
  readonly now: Figures;
  /** Stocks at the end of the period that ends just before this one begins. */
  readonly opening: Figures;
  /** The same form one period earlier. */
  readonly before: Figures;
  readonly lastYear: Figures;
  /** Known figures of the periods a flow is compared with, in no order; none where they are too few to judge by. */
  readonly past?: (code: ElementCode) => readonly number[];
  /** The form before in the same year whose cumulative figures this one continues; absent for the first. */
  readonly earlierThisYear?: Figures;
  /** What the unit's list of incidents says; absent when it keeps none. */
  readonly listed?: Figures;
  readonly isGradeEligible: boolean;
  readonly scheme: GradeScheme;
  /** Elements typed into this form: changes and cumulative figures are judged on these. */
  readonly entered: readonly DataElement[];
}

export function checkUnit(check: UnitCheck, rules: readonly Rule[] = UNIT_RULES): Finding[] {
  return rules.flatMap((rule) =>
    apply(rule, check).map((spoken) => ({ rule: rule.id, severity: rule.severity, ...spoken })),
  );
}

type Spoken = Pick<Finding, "elements" | "said">;

function apply({ check }: Rule, context: UnitCheck): Spoken[] {
  const { now } = context;
  switch (check.kind) {
    case "notGreater":
    case "sumEquals": {
      const [left, right] = [sum(now, check.left), sum(now, check.right)];
      if (!left || !right) return [];
      const isKept = check.kind === "sumEquals" ? left.value === right.value : left.value <= right.value;
      if (isKept) return [];
      return [{ elements: [...check.left, ...check.right], said: { kind: check.kind, left, right } }];
    }
    case "balance": {
      const opening = context.opening(check.stock);
      const [closing, inflow, outflow] = [
        sum(now, [check.stock]),
        sum(now, check.inflow),
        sum(now, check.outflow),
      ];
      if (opening === undefined || !closing || !inflow || !outflow) return [];
      if (closing.value === opening + inflow.value - outflow.value) return [];
      return [
        {
          elements: [check.stock, ...check.inflow, ...check.outflow],
          said: { kind: "balance", closing, opening, inflow, outflow },
        },
      ];
    }
    case "yesWhenCounted": {
      const [yes, counts] = [now(check.yes), sum(now, check.counts)];
      if (yes === undefined || !counts) return [];
      const isCountedButNo = counts.value >= 1 && yes === 0;
      const isYesButNone = counts.value === 0 && yes === 1 && !check.onlyForward;
      if (!isCountedButNo && !isYesButNone) return [];
      const kind = isCountedButNo ? "countedButNo" : "yesButNone";
      return [{ elements: [check.yes, ...check.counts], said: { kind, yes: check.yes, counts } }];
    }
    case "nonDecreasing":
      return context.entered.filter(isCumulative).flatMap(({ code }) => {
        const [earlier, line] = [context.earlierThisYear?.(code), sum(now, [code])];
        if (earlier === undefined || !line || line.value >= earlier) return [];
        return [{ elements: [code], said: { kind: "decreased", line, earlier } }];
      });
    case "shareBetween": {
      const [part, whole] = [sum(now, [check.part]), sum(now, [check.whole])];
      if (!part || !whole || whole.value === 0) return [];
      // Sums of đồng times ten thousand leave what a number holds exactly.
      const [share, unit] = [BigInt(part.value) * 10_000n, BigInt(whole.value)];
      if (share >= BigInt(check.low) * unit && share <= BigInt(check.high) * unit) return [];
      const { low, high } = check;
      return [
        { elements: [check.part, check.whole], said: { kind: "shareOutside", part, whole, low, high } },
      ];
    }
    case "change":
      return context.entered
        .filter((element) => element.type === "count" && element.time === "LAST")
        .flatMap(({ code }): Spoken[] => {
          const line = sum(now, [code]);
          for (const [against, then] of [
            ["periodBefore", context.before(code)],
            ["lastYear", context.lastYear(code)],
          ] as const) {
            if (!line || then === undefined || then < check.base) continue;
            if (Math.abs(line.value - then) * 100 > check.percent * then)
              return [
                {
                  elements: [code],
                  said: { kind: "changed", line, percent: check.percent, against, earlier: then },
                },
              ];
          }
          return [];
        });
    case "surge":
      return context.entered
        .filter((element) => element.type === "count" && element.time !== "LAST")
        .flatMap(({ code }): Spoken[] => {
          const line = sum(now, [code]);
          if (!line || line.value < check.base) return [];
          // One earlier figure mostly settles it: the rest of the year is not read then.
          if (line.value <= check.times * (context.before(code) ?? 0)) return [];
          const past = context.past?.(code) ?? [];
          const greatest = Math.max(...past);
          if (past.length === 0 || line.value <= check.times * greatest) return [];
          return [{ elements: [code], said: { kind: "surged", line, times: check.times, greatest } }];
        });
    case "thousandfold":
      return context.entered
        .filter((element) => element.type === "money")
        .flatMap(({ code }) => {
          const [line, then] = [sum(now, [code]), context.lastYear(code)];
          if (!line?.value || !then) return [];
          const [large, small] = line.value > then ? [line.value, then] : [then, line.value];
          // Between 500 and 2,000 times: an ordinary change is never that large, a mix-up of nghìn and đồng always is.
          if (large < small * 500 || large > small * 2000) return [];
          return [{ elements: [code], said: { kind: "thousandfold", line, earlier: then } }];
        });
    case "agreesWithList":
      return context.entered.flatMap(({ code }) => {
        const [line, listed] = [sum(now, [code]), context.listed?.(code)];
        if (!line || listed === undefined || line.value === listed) return [];
        return [{ elements: [code], said: { kind: "unlikeList", line, listed } }];
      });
    case "gradeFits":
      return gradeFindings(context);
  }
}

function gradeFindings(check: UnitCheck): Spoken[] {
  const { now, scheme } = check;
  const grade = GRADES[now(GRADE) ?? -1];
  if (grade === undefined) return [];
  const { isGradeEligible } = check;
  if (grade === "notRated" && isGradeEligible && hasAgeRule(scheme))
    return [{ elements: [GRADE], said: { kind: "oldEnoughButNotRated", grade: GRADE } }];
  if (grade !== "notRated" && !isGradeEligible)
    return [{ elements: [GRADE], said: { kind: "ratedTooYoung", grade: GRADE } }];
  const score = sum(now, [SCORE]);
  const band = score && bandOf(scheme, score.value);
  if (!score || !band || fitsScore(scheme, score.value, grade)) return [];
  return [
    {
      elements: [SCORE, GRADE],
      said: {
        kind: "gradeUnlikeScore",
        score,
        band: band.name,
        scheme: scheme.name,
        grade: GRADE,
        written: scheme.words[grade][0],
      },
    },
  ];
}

const GRADE: ElementCode = "qualityGrade";
const SCORE: ElementCode = "verifiedScore";

/** Σ of several lines; unknown when any line is unknown. */
function sum(figures: Figures, elements: readonly ElementCode[]): Lines | undefined {
  let value = 0;
  for (const code of elements) {
    const figure = figures(code);
    if (figure === undefined) return undefined;
    value += figure;
  }
  return { elements, value };
}
