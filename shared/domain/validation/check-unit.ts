// Runs the rules over one union in one period. A rule speaks only when every figure it needs is known.
import { type DataElement, type ElementCode, GRADES } from "../data-element.ts";
import { printResult } from "../evaluate/display.ts";
import { hasAgeRule } from "../grading-state.ts";
import { bandOf, fitsScore, type GradeScheme } from "../grade-scheme.ts";
import { formatEntry, formatInteger, formatShare } from "../number-format.ts";
import { type Rule, type Severity, UNIT_RULES } from "./rules.ts";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly elements: readonly ElementCode[];
  /** Whole Vietnamese sentence with both lines, both values and the relation. */
  readonly message: string;
}

/** What is known of a union: figures of the form, entered or computed; undefined when missing. */
export type Figures = (code: ElementCode) => number | undefined;

export interface UnitCheck {
  readonly now: Figures;
  /** Stocks at the end of the period that ends just before this one begins. */
  readonly opening: Figures;
  /** The same form one period earlier. */
  readonly before: Figures;
  readonly lastYear: Figures;
  /** The form before in the same year whose cumulative figures this one continues; absent for the first. */
  readonly earlierThisYear?: Figures;
  /** What the unit's list of incidents says; absent when it keeps none. */
  readonly listed?: Figures;
  readonly isGradeEligible: boolean;
  readonly scheme: GradeScheme;
  /** Elements typed into this form: changes and cumulative figures are judged on these. */
  readonly entered: readonly DataElement[];
  elementOf(code: ElementCode): DataElement;
}

export function checkUnit(check: UnitCheck, rules: readonly Rule[] = UNIT_RULES): Finding[] {
  return rules.flatMap((rule) =>
    apply(rule, check).map(({ elements, message }) => ({
      rule: rule.id,
      severity: rule.severity,
      elements,
      message,
    })),
  );
}

type Spoken = Pick<Finding, "elements" | "message">;

function apply({ check }: Rule, context: UnitCheck): Spoken[] {
  const { now } = context;
  const label = (code: ElementCode) => context.elementOf(code).label;
  const named = (codes: readonly ElementCode[]) => codes.map(label).join(" + ");
  switch (check.kind) {
    case "notGreater": {
      const [left, right] = [sum(now, check.left), sum(now, check.right)];
      if (left === undefined || right === undefined || left <= right) return [];
      return [
        {
          elements: [...check.left, ...check.right],
          message: `${named(check.left)} (${formatInteger(left)}) phải nhỏ hơn hoặc bằng ${named(check.right)} (${formatInteger(right)}).`,
        },
      ];
    }
    case "sumEquals": {
      const [left, right] = [sum(now, check.left), sum(now, check.right)];
      if (left === undefined || right === undefined || left === right) return [];
      return [
        {
          elements: [...check.left, ...check.right],
          message: `Tổng của ${named(check.left)} (${formatInteger(left)}) phải bằng ${named(check.right)} (${formatInteger(right)}).`,
        },
      ];
    }
    case "balance": {
      const opening = context.opening(check.stock);
      const [closing, inflow, outflow] = [now(check.stock), sum(now, check.inflow), sum(now, check.outflow)];
      if (
        opening === undefined ||
        closing === undefined ||
        inflow === undefined ||
        outflow === undefined ||
        closing === opening + inflow - outflow
      )
        return [];
      const expected = formatInteger(opening + inflow - outflow);
      return [
        {
          elements: [check.stock, ...check.inflow, ...check.outflow],
          message: `${label(check.stock)} cuối kỳ (${formatInteger(closing)}) phải bằng đầu kỳ (${formatInteger(opening)}) cộng ${named(check.inflow)} (${formatInteger(inflow)}) trừ ${named(check.outflow)} (${formatInteger(outflow)}), tức ${expected}.`,
        },
      ];
    }
    case "yesWhenCounted": {
      const [yes, count] = [now(check.yes), sum(now, check.counts)];
      if (yes === undefined || count === undefined) return [];
      if (count >= 1 && yes === 0)
        return [
          {
            elements: [check.yes, ...check.counts],
            message: `${named(check.counts)} là ${formatInteger(count)} nhưng “${label(check.yes)}” là Không.`,
          },
        ];
      if (count === 0 && yes === 1 && !check.onlyForward)
        return [
          {
            elements: [check.yes, ...check.counts],
            message: `“${label(check.yes)}” là Có nhưng ${named(check.counts)} là 0.`,
          },
        ];
      return [];
    }
    case "nonDecreasing":
      return context.entered
        .filter((element) => element.time === "YTD" || (element.time === "SUM" && element.rhythm === "half"))
        .flatMap((element) => {
          const [earlier, value] = [context.earlierThisYear?.(element.code), now(element.code)];
          if (earlier === undefined || value === undefined || value >= earlier) return [];
          return [
            {
              elements: [element.code],
              message: `${element.label} lũy kế từ 1/1 (${formatInteger(value)}) không được nhỏ hơn kỳ trước trong năm (${formatInteger(earlier)}).`,
            },
          ];
        });
    case "shareBetween": {
      const [part, whole] = [now(check.part), now(check.whole)];
      if (part === undefined || whole === undefined || whole === 0) return [];
      // Sums of đồng times ten thousand leave what a number holds exactly.
      const [share, unit] = [BigInt(part) * 10_000n, BigInt(whole)];
      const isBelow = share < BigInt(check.low) * unit;
      if (!isBelow && share <= BigInt(check.high) * unit) return [];
      const bound = { scale: "percent", amount: isBelow ? check.low : check.high } as const;
      const fraction = { numerator: part, denominator: whole };
      // 75,504 % is not printed "75,50 %" beside "ngoài khoảng … đến 75,5 %".
      const printed = printResult(fraction, isBelow ? "gte" : "lte", bound, "", false);
      return [
        {
          elements: [check.part, check.whole],
          message: `${label(check.part)} (${formatInteger(part)}) bằng ${printed} của ${label(check.whole)} (${formatInteger(whole)}), ngoài khoảng ${formatShare(check.low, 10_000, check.low % 100 ? 1 : 0)} đến ${formatShare(check.high, 10_000, check.high % 100 ? 1 : 0)}.`,
        },
      ];
    }
    case "change":
      return context.entered
        .filter((element) => element.type === "count" && element.time === "LAST")
        .flatMap((element) => {
          const value = now(element.code);
          for (const [then, figure] of [
            ["kỳ trước", context.before(element.code)],
            ["cùng kỳ năm trước", context.lastYear(element.code)],
          ] as const) {
            if (value === undefined || figure === undefined || figure < check.base) continue;
            if (Math.abs(value - figure) * 100 > check.percent * figure)
              return [
                {
                  elements: [element.code],
                  message: `${element.label} (${formatInteger(value)}) thay đổi quá ${check.percent} % so với ${then} (${formatInteger(figure)}).`,
                },
              ];
          }
          return [];
        });
    case "thousandfold":
      return context.entered
        .filter((element) => element.type === "money")
        .flatMap((element) => {
          const [value, then] = [now(element.code), context.lastYear(element.code)];
          if (!value || !then) return [];
          const [large, small] = value > then ? [value, then] : [then, value];
          // Between 500 and 2,000 times: an ordinary change is never that large, a mix-up of nghìn and đồng always is.
          if (large < small * 500 || large > small * 2000) return [];
          return [
            {
              elements: [element.code],
              message: `${element.label} (${formatInteger(value)}) chênh khoảng 1.000 lần so với cùng kỳ năm trước (${formatInteger(then)}): kiểm tra đơn vị đồng hay nghìn đồng.`,
            },
          ];
        });
    case "agreesWithList":
      return context.entered.flatMap(({ code, label: line }) => {
        const [value, listed] = [now(code), context.listed?.(code)];
        if (value === undefined || listed === undefined || value === listed) return [];
        return [
          {
            elements: [code],
            message: `${line} ghi ${formatInteger(value)} nhưng danh sách vụ việc có ${formatInteger(listed)}.`,
          },
        ];
      });
    case "gradeFits":
      return gradeFindings(context);
  }
}

function gradeFindings(check: UnitCheck): Spoken[] {
  const { now, scheme } = check;
  const elementOf = (code: ElementCode) => check.elementOf(code);
  const grade = GRADES[now("qualityGrade") ?? -1];
  if (grade === undefined) return [];
  const { isGradeEligible } = check;
  const label = elementOf("qualityGrade").label;
  if (grade === "notRated" && isGradeEligible && hasAgeRule(scheme))
    return [
      {
        elements: ["qualityGrade"],
        message: `${label} là Chưa xếp loại nhưng đơn vị đã đủ thời gian để xếp loại.`,
      },
    ];
  if (grade !== "notRated" && !isGradeEligible)
    return [
      {
        elements: ["qualityGrade"],
        message: `${label}: đơn vị chưa đủ thời gian hoạt động để xếp loại, phải ghi Chưa xếp loại.`,
      },
    ];
  const score = now("verifiedScore");
  const band = score === undefined ? undefined : bandOf(scheme, score);
  if (score === undefined || band === undefined || fitsScore(scheme, score, grade)) return [];
  return [
    {
      elements: ["verifiedScore", "qualityGrade"],
      message: `${elementOf("verifiedScore").label} (${formatEntry({ state: "value", value: score }, "score")}) thuộc mức “${band.name}” theo ${scheme.name}, khác với ${label} đã ghi (${scheme.words[grade][0]}).`,
    },
  ];
}

/** Σ of several lines; unknown when any line is unknown. */
function sum(figures: Figures, codes: readonly ElementCode[]): number | undefined {
  let total = 0;
  for (const code of codes) {
    const figure = figures(code);
    if (figure === undefined) return undefined;
    total += figure;
  }
  return total;
}
