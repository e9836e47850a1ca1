// Numbers as Vietnamese clerks write them (domain.md §c.4). What could mean two things is refused, never guessed.
import { GRADES, type GradeWords, type ValueType } from "./data-element.ts";
import { type EntryValue, STATES_WITHOUT_VALUE, type StateWithoutValue } from "./entry.ts";
import { ENTRY_STATE_LABELS } from "./labels.ts";
import { searchKey } from "./text.ts";

export type NumberFault =
  | "EMPTY"
  | "NOT_A_NUMBER"
  | "NEGATIVE"
  | "NOT_WHOLE"
  | "AMBIGUOUS_SEPARATOR"
  | "TOO_LARGE"
  | "OUT_OF_RANGE"
  | "NOT_YES_NO"
  | "NOT_A_GRADE";
type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly code: NumberFault };

/**
 * The largest value each type of figure may hold, whoever writes it. A count of more than nine digits exceeds the people of
 * the country several times and is a slip of the keys; fifteen digits of đồng still add up exactly.
 */
const LARGEST_VALUE: Readonly<Record<ValueType, number>> = {
  yesNo: 1,
  grade: GRADES.length - 1,
  score: 10_000,
  count: 999_999_999,
  money: 999_999_999_999_999,
};

const MAGNITUDES = new Map([
  ["nghin", 3],
  ["ngan", 3],
  ["trieu", 6],
  ["ty", 9],
  ["ti", 9],
]);
const GROUPED = /^\d{1,3}([. ]\d{3})+$/;
/** "1,250,000" of an English sheet: no decimal has two commas. */
const GROUPED_BY_COMMAS = /^\d{1,3}(,\d{3}){2,}$/;
const PLAIN = /^\d+$/;
/** Behind an amount it says nothing new: "39 tỷ đồng". */
const DONG = / ?(?:đồng|vnđ|vnd|đ)$/iu;

/**
 * Reads a count, an amount of đồng or a score: "1250", "1.250", "1 250", "05", "650 nghìn", "39,5 tỷ".
 * @returns for counts and money a whole number; for scores hundredths, 0–10,000
 */
export function parseNumber(text: string, type: "count" | "money" | "score"): NumberReading {
  const clean = text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  if (clean === "") return refused("EMPTY");
  if (/^[-−–]\s*\d/.test(clean)) return refused("NEGATIVE");
  const figure = type === "money" ? clean.replace(DONG, "") : clean;
  const match = /^([\d., ]*\d)\s*(\p{L}*)$/u.exec(figure);
  if (!match) return refused("NOT_A_NUMBER");
  const unit = searchKey(match[2] ?? "");
  const power = unit === "" ? 0 : MAGNITUDES.get(unit);
  if (power === undefined) return refused("NOT_A_NUMBER");
  return type === "score" ? readScore(match[1] ?? "") : readWhole(match[1] ?? "", power, type);
}

function readWhole(digits: string, power: number, type: "count" | "money"): NumberReading {
  const written = GROUPED_BY_COMMAS.test(digits) ? digits.replaceAll(",", "") : digits;
  const [whole = "", fraction, ...rest] = written.split(",");
  if (rest.length > 0) return refused("AMBIGUOUS_SEPARATOR");
  if (!PLAIN.test(whole) && !GROUPED.test(whole)) return refused("AMBIGUOUS_SEPARATOR");
  if (whole.includes(".") && whole.includes(" ")) return refused("AMBIGUOUS_SEPARATOR");
  if (fraction !== undefined && !PLAIN.test(fraction)) return refused("NOT_A_NUMBER");
  // "1,250" is 1.25 here and 1250 to whoever copied it from an English sheet.
  if (fraction !== undefined && power === 0 && fraction.length === 3) return refused("AMBIGUOUS_SEPARATOR");
  const significant = (fraction ?? "").replace(/0+$/, "");
  if (significant.length > power) return refused("NOT_WHOLE");
  const value = BigInt(whole.replace(/[. ]/g, "") + significant.padEnd(power, "0"));
  return value > BigInt(LARGEST_VALUE[type]) ? refused("TOO_LARGE") : { ok: true, value: Number(value) };
}

/** The two figures that "13,215" may be: 13215, or 13 and 215 thousandths. Null where there are not exactly two. */
export function twoReadings(text: string): { whole: string; left: string; right: string } | null {
  const match = /^(\d+)[.,](\d+)$/.exec(text.trim());
  const [, left, right] = match ?? [];
  return left === undefined || right === undefined ? null : { whole: left + right, left, right };
}

/**
 * "1,250" as an English sheet means it: "1250". Null where a comma cannot part thousands. Only who wrote it knows: asked
 * for after {@link parseNumber} found the text ambiguous.
 */
export function withoutThousandsComma(text: string): string | null {
  return /^\s*[1-9]\d{0,2},\d{3}(?!\d)/.test(text) ? text.replace(",", "") : null;
}

/** "85", "85,5", "85.25": a score has at most two decimals and no thousands, so both marks are decimal. */
function readScore(digits: string): NumberReading {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(digits);
  if (!match) return refused("NOT_A_NUMBER");
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value > LARGEST_VALUE.score ? refused("OUT_OF_RANGE") : { ok: true, value };
}

const YES = new Set(["1", "co", "c", "yes", "y", "true"]);
const NO = new Set(["0", "khong", "k", "no", "n", "false"]);

export function parseYesNo(text: string): NumberReading {
  const key = searchKey(text);
  if (key === "") return refused("EMPTY");
  if (YES.has(key)) return { ok: true, value: 1 };
  return NO.has(key) ? { ok: true, value: 0 } : refused("NOT_YES_NO");
}

/**
 * A grade by identifier or by a name of its year, in full or short ("tốt"); the value is the index in {@link GRADES}.
 * "Khá" in a year after 2019 is refused, as "tốt" is in one before.
 */
export function parseGrade(text: string, grades: GradeWords): NumberReading {
  const key = searchKey(text);
  if (key === "") return refused("EMPTY");
  const index = GRADES.findIndex(
    (grade) => grade.toLowerCase() === key || grades[grade].some((label) => searchKey(label) === key),
  );
  return index >= 0 ? { ok: true, value: index } : refused("NOT_A_GRADE");
}

function parseValue(text: string, type: ValueType, grades: GradeWords): NumberReading {
  if (type === "yesNo") return parseYesNo(text);
  return type === "grade" ? parseGrade(text, grades) : parseNumber(text, type);
}

type CellReading =
  | { readonly ok: true; readonly entry: EntryValue | null }
  | { readonly ok: false; readonly code: NumberFault };

/** "Không phát sinh", "Không áp dụng", "Chưa thu thập". */
const STATE_OF_WORD: ReadonlyMap<string, StateWithoutValue> = new Map(
  STATES_WITHOUT_VALUE.map((state) => [searchKey(ENTRY_STATE_LABELS[state].vi), state]),
);

/** The state a word means, whatever its case and accents. */
export function stateOfWord(text: string): StateWithoutValue | undefined {
  return STATE_OF_WORD.get(searchKey(text));
}

/**
 * What was typed into a cell: "-" không phát sinh, "x" không áp dụng, "?" chưa thu thập, or these words; nothing = chưa
 * nhập (ui.md §2).
 * @param grades what grades are called in the year of the cell
 */
export function parseCell(text: string, type: ValueType, grades: GradeWords): CellReading {
  const clean = text.trim();
  if (clean === "") return { ok: true, entry: null };
  if (clean === "-" || clean === "–") return { ok: true, entry: { state: "noOccurrence" } };
  if (clean.toLowerCase() === "x") return { ok: true, entry: { state: "notApplicable" } };
  if (clean === "?") return { ok: true, entry: { state: "notCollected" } };
  const state = stateOfWord(clean);
  if (state !== undefined) return { ok: true, entry: { state } };
  const reading = parseValue(clean, type, grades);
  return reading.ok ? { ok: true, entry: { state: "value", value: reading.value } } : reading;
}

/** Which values an element type may hold, for writes that do not come from a keyboard. */
export function isValueInRange(value: number, type: ValueType): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_VALUE[type];
}

function refused(code: NumberFault): { ok: false; code: NumberFault } {
  return { ok: false, code };
}
