// Vietnamese print of a result and of what is asked for; never contradicts the verdict (design.md §4).
import { formatInteger, formatShare } from "../number-format.ts";
import type { Comparator, TargetValue } from "../target.ts";
import { type Fraction, isExceeded, isReached } from "./comparison.ts";

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
      return (value.wording ?? (value.scale === "percent" ? "orMore" : "atLeast")) === "orMore"
        ? `từ ${amount} trở lên`
        : `ít nhất ${amount}`;
  }
}

/** "80,85 %", "1.006 căn", "0,98 người/CĐCS", "324.999,5 người/năm", "không phát sinh". */
export function printResult(
  figure: Fraction,
  comparator: Comparator,
  value: TargetValue,
  measureUnit: string,
  isNothing: boolean,
): string {
  if (isNothing) return "không phát sinh";
  const { numerator, denominator } = figure;
  // Of a count only an average has a denominator: the time it is spread over.
  if (denominator === null) return withUnit(formatInteger(numerator), measureUnit);
  if (denominator === 0) return "—";
  if (value.scale === "percent")
    return formatShare(numerator, denominator, decimalsFor({ numerator, denominator }, comparator, value));
  const decimals = decimalsFor({ numerator, denominator }, comparator, value);
  return withUnit(
    printDecimal(scaledTo(numerator, denominator, 10n ** BigInt(decimals)), decimals),
    measureUnit,
  );
}

const MOST_DECIMALS = 10;

/**
 * Two decimals, or as many as it takes until what is printed, compared with what is asked, says the same as the exact
 * figure: 79,996 % beside "chưa đạt" is not printed "80,00 %", nor 80,001 % beside "trên 80 %: đạt".
 */
function decimalsFor(
  exact: { readonly numerator: number; readonly denominator: number },
  comparator: Comparator,
  value: TargetValue,
): number {
  const perWhole = value.scale === "percent" ? 100n : 1n;
  for (let decimals = 2; decimals < MOST_DECIMALS; decimals += 1) {
    const unit = 10n ** BigInt(decimals);
    const printed = {
      numerator: Number(scaledTo(exact.numerator, exact.denominator, perWhole * unit)),
      denominator: Number(perWhole * unit),
    };
    const isSame = [isReached, isExceeded].every(
      (judge) => judge(printed, comparator, value) === judge(exact, comparator, value),
    );
    if (isSame) return decimals;
  }
  return MOST_DECIMALS;
}

/** n / d × unit, rounded half up; below 0 half away from it. */
function scaledTo(numerator: number, denominator: number, unit: bigint): bigint {
  const size = (2n * unit * BigInt(Math.abs(numerator)) + BigInt(denominator)) / (2n * BigInt(denominator));
  return numerator < 0 ? -size : size;
}

/** 98 with 2 decimals → "0,98"; 100 → "1". */
function printDecimal(scaled: bigint, decimals: number): string {
  if (scaled < 0n) return `-${printDecimal(-scaled, decimals)}`;
  const unit = 10n ** BigInt(decimals);
  const rest = String(scaled % unit)
    .padStart(decimals, "0")
    .replace(/0+$/, "");
  const whole = formatInteger(Number(scaled / unit));
  return rest === "" ? whole : `${whole},${rest}`;
}

function printAmount(amount: number, value: TargetValue, measureUnit: string): string {
  if (value.scale === "percent") return `${printDecimal(BigInt(amount), 2)} %`;
  if (value.scale === "mean") return withUnit(printDecimal(BigInt(amount), 2), measureUnit);
  return withUnit(formatInteger(amount), measureUnit);
}

function withUnit(figure: string, measureUnit: string): string {
  return measureUnit === "" ? figure : `${figure} ${measureUnit}`;
}
