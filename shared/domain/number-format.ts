// Vietnamese print of numbers (domain.md §c.4, §d.5 rule 1): "14.600", "80,85 %". Exact: whole numbers and BigInt only.
import { GRADES, type GradeWords, type ValueType } from "./data-element.ts";
import type { EntryValue } from "./entry.ts";
import { type Label, YES_NO_LABELS } from "./labels.ts";
import type { Period } from "./period.ts";

/** 14600 → "14.600". Works for every safe integer, negative ones too. */
export function formatInteger(number: number): string {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ".");
  return number < 0 ? `-${digits}` : digits;
}

/**
 * n of d as a percentage, rounded half up: 38, 47, 2 → "80,85 %".
 * @param decimals 0–6
 * @throws {RangeError} when the denominator is not positive
 */
export function formatShare(numerator: number, denominator: number, decimals = 2): string {
  if (denominator <= 0) throw new RangeError(`formatShare: denominator ${denominator}`);
  const unit = 10n ** BigInt(decimals);
  const scaled = (2n * 100n * unit * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
  const whole = formatInteger(Number(scaled / unit));
  return decimals === 0 ? `${whole} %` : `${whole},${String(scaled % unit).padStart(decimals, "0")} %`;
}

/** 7950 → "79,5"; 8000 → "80". */
export function formatHundredths(amount: number): string {
  const rest = String(amount % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = formatInteger(Math.trunc(amount / 100));
  return rest === "" ? whole : `${whole},${rest}`;
}

/**
 * An entry as it stands in a cell: "1.250", "85,5", "Có", "Tốt", "-", "x", "?", and nothing when missing.
 * @param grades what grades are called in the year of the entry
 * @param language of yes and no; numbers and grades are written one way in both
 */
export function formatEntry(entry: EntryValue | null, type: Exclude<ValueType, "grade">): string;
export function formatEntry(
  entry: EntryValue | null,
  type: ValueType,
  grades: GradeWords,
  language?: keyof Label,
): string;
export function formatEntry(
  entry: EntryValue | null,
  type: ValueType,
  grades?: GradeWords,
  language: keyof Label = "vi",
): string {
  if (entry === null) return "";
  if (entry.state !== "value")
    return { noOccurrence: "-", notApplicable: "x", notCollected: "?" }[entry.state];
  if (type === "yesNo") return YES_NO_LABELS[entry.value === 1 ? 1 : 0][language];
  if (type === "grade") return grades?.[GRADES[entry.value] ?? "notRated"][0] ?? "";
  return type === "score" ? formatHundredths(entry.value) : formatInteger(entry.value);
}

/** 2024-05-31 → 31/05/2024. */
export function formatDate(date: string): string {
  return date.split("-").reverse().join("/");
}

const QUARTERS = ["I", "II", "III", "IV"];

/** "II" for the quarter that ends with month 6. */
export function quarterNumeral({ lastMonth }: Pick<Period, "lastMonth">): string {
  return QUARTERS[lastMonth / 3 - 1] ?? "";
}

/** "Tháng 5/2024", "Quý II/2024", "6 tháng đầu năm 2024", "9 tháng năm 2024", "Năm 2024". */
export function formatPeriod(period: Period): string {
  switch (period.rhythm) {
    case "month":
      return `Tháng ${period.lastMonth}/${period.year}`;
    case "quarter":
      return `Quý ${quarterNumeral(period)}/${period.year}`;
    case "half":
      return `6 tháng đầu năm ${period.year}`;
    case "nine":
      return `9 tháng năm ${period.year}`;
    case "year":
      return `Năm ${period.year}`;
  }
}

/** A date typed as dd/mm/yyyy or yyyy-mm-dd, as `YYYY-MM-DD`; undefined when there is no such day. */
export function parseDate(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const turned = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [year, month, day] = match
    ? [match[1], match[2], match[3]]
    : turned
      ? [turned[3], turned[2], turned[1]]
      : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date;
}
