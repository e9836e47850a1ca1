// Print of a result and of what is asked for, in both languages; never contradicts the verdict (design.md §4).
// Numbers are written the Vietnamese way in both, as they are typed.
import type { Evaluation } from "../evaluation.ts";
import { type Label, measureUnitIn, withMeasureUnit } from "../labels.ts";
import { formatInteger, formatShare } from "../number-format.ts";
import type { Comparator, TargetValue } from "../target.ts";
import { comparedFigure } from "./average.ts";
import { type Fraction, isExceeded, isReached } from "./comparison.ts";

type Language = keyof Label;
type Wording = Exclude<Comparator, "gte"> | "all" | "orMore" | "atLeast";

/** How what is asked is worded; the documents' own words in Vietnamese (domain.md §a.2 no. 46–48). */
const ASKED: Readonly<
  Record<Language, Readonly<Record<Wording, (amount: string, upper: string) => string>>>
> = {
  vi: {
    gt: (amount) => `trên ${amount}`,
    lte: (amount) => `không quá ${amount}`,
    range: (amount, upper) => `từ ${amount} đến ${upper}`,
    all: (amount) => `đủ ${amount}`,
    eq: (amount) => `bằng ${amount}`,
    orMore: (amount) => `từ ${amount} trở lên`,
    atLeast: (amount) => `ít nhất ${amount}`,
  },
  en: {
    gt: (amount) => `above ${amount}`,
    lte: (amount) => `at most ${amount}`,
    range: (amount, upper) => `from ${amount} to ${upper}`,
    all: (amount) => `all of it (${amount})`,
    eq: (amount) => `equal to ${amount}`,
    orMore: (amount) => `${amount} or more`,
    atLeast: (amount) => `at least ${amount}`,
  },
};

export const BY_PERSON: Label = { vi: "theo nhận xét", en: "by judgement" };
const OWN_REACHED: Label = { vi: "đơn vị: đạt", en: "unit: met" };
const OWN_NOT_REACHED: Label = { vi: "đơn vị: chưa đạt", en: "unit: not met" };
const NOTHING: Label = { vi: "không phát sinh", en: "no occurrence" };

const PERCENTAGE_POINTS: Label = { vi: "điểm %", en: "percentage points" };

/** "trên 80 %", "từ 90 % trở lên", "đủ 100 %", "ít nhất 100 căn", "từ 500 đến 600 người", "bằng 75 % (±0,5 điểm %)". */
export function printTarget(
  comparator: Comparator,
  value: TargetValue,
  measureUnit: string,
  language: Language = "vi",
): string {
  const unit = measureUnitIn(measureUnit, language);
  const amount = printAmount(value.amount, value, comparator === "range" ? "" : unit);
  const asked = ASKED[language][wordingOf(comparator, value)](
    amount,
    printAmount(value.upper ?? value.amount, value, unit),
  );
  const { tolerance = 0 } = value;
  if (comparator !== "eq" || tolerance === 0) return asked;
  // Of a share in points: "±0,5 %" would be half a hundredth of it.
  const kept =
    value.scale === "percent"
      ? withMeasureUnit(printDecimal(BigInt(tolerance), 2), PERCENTAGE_POINTS[language])
      : printAmount(tolerance, value, unit);
  return `${asked} (±${kept})`;
}

function wordingOf(comparator: Comparator, value: TargetValue): Wording {
  if (comparator === "eq" && value.scale === "percent" && value.amount === 10_000) return "all";
  if (comparator !== "gte") return comparator;
  return value.wording ?? (value.scale === "percent" ? "orMore" : "atLeast");
}

/** What is asked of a target that may be judged by a person. */
export function printAskedBy(
  {
    comparator,
    value,
    measureUnit,
    manual,
  }: Pick<Evaluation, "comparator" | "value" | "measureUnit" | "manual">,
  language: Language = "vi",
): string {
  return manual === undefined ? printTarget(comparator, value, measureUnit, language) : BY_PERSON[language];
}

type Result = Pick<
  Evaluation,
  "status" | "numerator" | "denominator" | "averagedMonths" | "isOwn" | "comparator" | "value" | "measureUnit"
>;

/** Of a row that was judged; "—" where nothing was. */
export function printResultOf(row: Result, language: Language = "vi"): string {
  const figure = comparedFigure(row);
  if (figure === undefined) return "—";
  if (row.isOwn) return (figure.numerator === figure.denominator ? OWN_REACHED : OWN_NOT_REACHED)[language];
  const unit = measureUnitIn(row.measureUnit, language);
  const isNothing = row.status === "noOccurrence";
  return isNothing ? NOTHING[language] : printResult(figure, row.comparator, row.value, unit);
}

/** A result that another office printed: its words in a language, its figures as they came. */
export function printedResultIn(display: string, language: Language): string {
  return [NOTHING, OWN_REACHED, OWN_NOT_REACHED].find(({ vi }) => vi === display)?.[language] ?? display;
}

/** "80,85 %", "1.006 căn", "0,98 người/CĐCS", "324.999,5 người/năm". */
export function printResult(
  { numerator, denominator }: Fraction,
  comparator: Comparator,
  value: TargetValue,
  measureUnit: string,
): string {
  // Of a count only an average has a denominator: the time it is spread over.
  if (denominator === null) return withMeasureUnit(formatInteger(numerator), measureUnit);
  if (denominator === 0) return "—";
  if (value.scale === "percent")
    return formatShare(numerator, denominator, decimalsFor({ numerator, denominator }, comparator, value));
  const decimals = decimalsFor({ numerator, denominator }, comparator, value);
  return withMeasureUnit(
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
  if (value.scale === "mean") return withMeasureUnit(printDecimal(BigInt(amount), 2), measureUnit);
  return withMeasureUnit(formatInteger(amount), measureUnit);
}
