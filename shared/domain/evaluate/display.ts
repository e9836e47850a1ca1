// Vietnamese print of a result and of what is asked for; never contradicts the verdict (design.md §4).
import { formatInteger, formatShareAgainst } from "../number-format.ts";
import type { Comparator, TargetValue } from "../target.ts";
import { type Fraction, hundredthsOf } from "./comparison.ts";

/** "trên 80 %", "từ 90 % trở lên", "đủ 100 %", "ít nhất 100 căn", "từ 500 đến 600 người". */
export function printTarget(comparator: Comparator, value: TargetValue, measureUnit: string): string {
  const amount = printAmount(value.amount, value, measureUnit);
  switch (comparator) {
    case "gt":
      return `trên ${amount}`;
    case "lte":
      return `không quá ${amount}`;
    case "range":
      return `từ ${printAmount(value.amount, value, "")} đến ${printAmount(value.upper ?? value.amount, value, measureUnit)}`;
    case "eq":
      return value.scale === "percent" && value.amount === 10_000 ? `đủ ${amount}` : `bằng ${amount}`;
    case "gte":
      return value.scale === "percent" ? `từ ${amount} trở lên` : `ít nhất ${amount}`;
  }
}

/** "80,85 %", "1.006 căn", "0,98 người/CĐCS", "không phát sinh". */
export function printResult(
  figure: Fraction,
  comparator: Comparator,
  value: TargetValue,
  measureUnit: string,
  isNothing: boolean,
  isReachedNow: boolean,
): string {
  if (isNothing) return "không phát sinh";
  const { numerator, denominator } = figure;
  if (value.scale === "count" || denominator === null) return withUnit(formatInteger(numerator), measureUnit);
  if (denominator === 0) return "—";
  if (value.scale === "mean")
    return withUnit(printHundredths(hundredthsOf(numerator, denominator * 100)), measureUnit);
  return comparator === "lte" || comparator === "eq"
    ? formatShareAgainst(
        numerator,
        denominator,
        value.amount,
        numerator * 10_000 >= value.amount * denominator,
      )
    : formatShareAgainst(
        numerator,
        denominator,
        value.amount,
        isReachedNow || numerator * 10_000 > value.amount * denominator,
      );
}

function printAmount(amount: number, value: TargetValue, measureUnit: string): string {
  if (value.scale === "percent") return `${printHundredths(amount)} %`;
  if (value.scale === "mean") return withUnit(printHundredths(amount), measureUnit);
  return withUnit(formatInteger(amount), measureUnit);
}

/** 8000 → "80", 8050 → "80,5", 125 → "1,25". */
function printHundredths(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest === "" ? formatInteger(whole) : `${formatInteger(whole)},${rest}`;
}

function withUnit(figure: string, measureUnit: string): string {
  return measureUnit === "" ? figure : `${figure} ${measureUnit}`;
}
