// The sentence of a finding in both languages: every line with its value, and how they should stand to each other.
import type { DataElement, ElementCode } from "../data-element.ts";
import { printResult } from "../evaluate/display.ts";
import type { Label } from "../labels.ts";
import { formatEntry, formatInteger, formatShare } from "../number-format.ts";
import type { Lines, Said } from "./finding.ts";

/** Names of the lines, and the sentences around them. */
interface Words {
  readonly name: (code: ElementCode) => string;
  readonly say: (said: Said, of: (lines: Lines) => string, name: (code: ElementCode) => string) => string;
}

/**
 * A whole sentence; numbers are printed the Vietnamese way in both languages, as they are typed.
 * @param elementOf the catalogue
 */
export function findingSentence(
  said: Said,
  language: keyof Label,
  elementOf: (code: ElementCode) => DataElement,
): string {
  const { name, say } = wordsOf(language, elementOf);
  const of = ({ elements, value }: Lines) => `${elements.map(name).join(" + ")} (${formatInteger(value)})`;
  return say(said, of, name);
}

function wordsOf(language: keyof Label, elementOf: (code: ElementCode) => DataElement): Words {
  return language === "vi"
    ? { name: (code) => elementOf(code).label, say: inVietnamese }
    : // Names such as "Members, total" need their quotation marks inside a sentence.
      { name: (code) => `“${elementOf(code).labelEnglish}”`, say: inEnglish };
}

const inVietnamese: Words["say"] = (said, of, name) => {
  switch (said.kind) {
    case "notGreater":
      return `${of(said.left)} phải nhỏ hơn hoặc bằng ${of(said.right)}.`;
    case "sumEquals":
      return `Tổng của ${of(said.left)} phải bằng ${of(said.right)}.`;
    case "balance":
      return `${name(only(said.closing))} cuối kỳ (${formatInteger(said.closing.value)}) phải bằng đầu kỳ (${formatInteger(said.opening)}) cộng ${of(said.inflow)} trừ ${of(said.outflow)}, tức ${expected(said)}.`;
    case "countedButNo":
      return `${said.counts.elements.map(name).join(" + ")} là ${formatInteger(said.counts.value)} nhưng “${name(said.yes)}” là Không.`;
    case "yesButNone":
      return `“${name(said.yes)}” là Có nhưng ${said.counts.elements.map(name).join(" + ")} là 0.`;
    case "decreased":
      return `${name(only(said.line))} lũy kế từ 1/1 (${formatInteger(said.line.value)}) không được nhỏ hơn kỳ trước trong năm (${formatInteger(said.earlier)}).`;
    case "shareOutside":
      return `${of(said.part)} bằng ${printedShare(said)} của ${of(said.whole)}, ngoài khoảng ${printedBound(said.low)} đến ${printedBound(said.high)}.`;
    case "changed": {
      const then = said.against === "lastYear" ? "cùng kỳ năm trước" : "kỳ trước";
      return `${of(said.line)} thay đổi quá ${said.percent} % so với ${then} (${formatInteger(said.earlier)}).`;
    }
    case "surged":
      return `${of(said.line)} gấp hơn ${said.times} lần số lớn nhất của chính đơn vị trong các kỳ so sánh (${formatInteger(said.greatest)}): kiểm tra có thừa chữ số.`;
    case "thousandfold":
      return `${of(said.line)} chênh khoảng 1.000 lần so với cùng kỳ năm trước (${formatInteger(said.earlier)}): kiểm tra đơn vị đồng hay nghìn đồng.`;
    case "unlikeList":
      return `${name(only(said.line))} ghi ${formatInteger(said.line.value)} nhưng danh sách vụ việc có ${formatInteger(said.listed)}.`;
    case "oldEnoughButNotRated":
      return `${name(said.grade)} là Chưa xếp loại nhưng đơn vị đã đủ thời gian để xếp loại.`;
    case "ratedTooYoung":
      return `${name(said.grade)}: đơn vị chưa đủ thời gian hoạt động để xếp loại, phải ghi Chưa xếp loại.`;
    case "gradeUnlikeScore":
      return `${name(only(said.score))} (${printedScore(said.score)}) thuộc mức “${said.band}” theo ${said.scheme}, khác với ${name(said.grade)} đã ghi (${said.written}).`;
  }
};

const inEnglish: Words["say"] = (said, of, name) => {
  switch (said.kind) {
    case "notGreater":
      return `${of(said.left)} must not exceed ${of(said.right)}.`;
    case "sumEquals":
      return `The sum of ${of(said.left)} must equal ${of(said.right)}.`;
    case "balance":
      return `${name(only(said.closing))} at the end of the period (${formatInteger(said.closing.value)}) must equal its opening (${formatInteger(said.opening)}) plus ${of(said.inflow)} minus ${of(said.outflow)}, which is ${expected(said)}.`;
    case "countedButNo":
      return `${said.counts.elements.map(name).join(" + ")} is ${formatInteger(said.counts.value)}, but ${name(said.yes)} is No.`;
    case "yesButNone":
      return `${name(said.yes)} is Yes, but ${said.counts.elements.map(name).join(" + ")} is 0.`;
    case "decreased":
      return `${name(only(said.line))}, cumulative since 1 January (${formatInteger(said.line.value)}), must not be less than in the period before of the same year (${formatInteger(said.earlier)}).`;
    case "shareOutside":
      return `${of(said.part)} is ${printedShare(said)} of ${of(said.whole)}, outside ${printedBound(said.low)} to ${printedBound(said.high)}.`;
    case "changed": {
      const then = said.against === "lastYear" ? "the same period of last year" : "the period before";
      return `${of(said.line)} has changed by more than ${said.percent} % against ${then} (${formatInteger(said.earlier)}).`;
    }
    case "surged":
      return `${of(said.line)} is more than ${said.times} times the greatest of the unit's own figures it is compared with (${formatInteger(said.greatest)}): check for a digit too many.`;
    case "thousandfold":
      return `${of(said.line)} is about 1.000 times apart from the same period of last year (${formatInteger(said.earlier)}): check whether it is in đồng or in thousands of đồng.`;
    case "unlikeList":
      return `${name(only(said.line))} says ${formatInteger(said.line.value)}, but the list of cases has ${formatInteger(said.listed)}.`;
    case "oldEnoughButNotRated":
      return `${name(said.grade)} says not rated, but the union has existed long enough to be graded.`;
    case "ratedTooYoung":
      return `${name(said.grade)}: the union has not existed long enough to be graded; it must be left not rated.`;
    case "gradeUnlikeScore":
      return `${name(only(said.score))} (${printedScore(said.score)}) falls in the band “${said.band}” of ${said.scheme}, which is not the grade that stands in ${name(said.grade)} (${said.written}).`;
  }
};

function expected({ opening, inflow, outflow }: Extract<Said, { kind: "balance" }>): string {
  return formatInteger(opening + inflow.value - outflow.value);
}

function only({ elements }: Lines): ElementCode {
  return elements[0] ?? "";
}

/** 75,504 % is not printed "75,50 %" beside "ngoài khoảng … đến 75,5 %". */
function printedShare({ part, whole, low, high }: Extract<Said, { kind: "shareOutside" }>): string {
  // Sums of đồng times ten thousand leave what a number holds exactly.
  const isBelow = BigInt(part.value) * 10_000n < BigInt(low) * BigInt(whole.value);
  return printResult(
    { numerator: part.value, denominator: whole.value },
    isBelow ? "gte" : "lte",
    { scale: "percent", amount: isBelow ? low : high },
    "",
  );
}

/** Hundredths of a percent: 3000 → "30 %", 7450 → "74,5 %". */
function printedBound(hundredths: number): string {
  return formatShare(hundredths, 10_000, hundredths % 100 ? 1 : 0);
}

function printedScore({ value }: Lines): string {
  return formatEntry({ state: "value", value }, "score");
}
