// How targets, time rules and published results read.
import type { ProgrammeSummary } from "../../shared/contract/programmes.ts";
import { isTermOver, type OutsideTime } from "../../shared/domain/evaluate/window.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { movesFrom } from "../../shared/domain/programme-editing/programme-state.ts";
import { type AchievedResult, type Programme, PROGRAMME_STATES } from "../../shared/domain/programme.ts";
import type { Target, TimeRule } from "../../shared/domain/target.ts";
import { printDayOf } from "./print.ts";
import type { Translate } from "./use-text.ts";

/** What a target measures, without the value: titles of our own end in ": từ 70 % trở lên". */
export function titleOf(title: string): string {
  return title.replace(/: [^:]*$/, "");
}

/** A part of another target is told by its title's first words, "Trong đó …"; where it is not, by this before it. */
export function needsOfWhich({ ofWhich }: Pick<Target, "ofWhich">, title: string, t: Translate): boolean {
  const words = t("programmes.target.ofWhich");
  return ofWhich !== undefined && !title.toLocaleLowerCase("vi").startsWith(words);
}

/** A title without the value it ends in, where that very value stands beside it. */
export function titleBeside(title: string, asked: string): string {
  const end = `: ${asked}`.replaceAll("\u00a0", " ");
  return title.replaceAll("\u00a0", " ").endsWith(end) ? title.slice(0, -end.length) : title;
}

export function printTime(rule: TimeRule, t: Translate): string {
  switch (rule.kind) {
    case "annual":
      return t(rule.stated ? "programmes.time.annual" : "programmes.time.annualImplied");
    case "year":
      return t("programmes.time.year", { year: rule.year });
    case "byYear":
      return t(rule.since === "programme" ? "programmes.time.byYearSinceStart" : "programmes.time.byYear", {
        year: rule.year,
      });
    default:
      return t(`programmes.time.${rule.kind}`);
  }
}

/** "trên 93 %", "hơn 39 tỷ đồng": a bound is printed as a bound, in the word of the source, never as the number. */
export function printResultValue(value: AchievedResult["values"][number], t: Translate): string {
  const figure =
    value.ratio === undefined
      ? printAmount(value, t)
      : `${formatInteger(value.ratio.numerator)}/${formatInteger(value.ratio.denominator)} (${printAmount(value, t)})`;
  if (value.bound === "eq") return figure;
  return t(value.scale === "money" ? "programmes.result.moreThan" : "programmes.result.over", {
    value: figure,
  });
}

const BILLION = 1_000_000_000;

function printAmount({ amount, scale, measureUnit }: AchievedResult["values"][number], t: Translate): string {
  if (scale === "money" && amount >= BILLION && amount % BILLION === 0)
    return t("programmes.result.billion", { value: amount / BILLION });
  if (scale !== "percent")
    return measureUnit === "" ? formatInteger(amount) : `${formatInteger(amount)} ${measureUnit}`;
  const rest = String(amount % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = formatInteger(Math.trunc(amount / 100));
  return rest === "" ? `${whole} %` : `${whole},${rest} %`;
}

/** "2021–2025", "từ 2021", "năm 2025". */
export function printTerm(term: Programme["term"], t: Translate): string {
  if (term.from === term.to) return t("programmes.termYear", { year: term.from });
  return term.to === null
    ? t("programmes.termOpen", { from: term.from })
    : t("programmes.term", { from: term.from, to: term.to });
}

/** "Giai đoạn 2021–2025 đã hết", "Năm 2025 đã hết". */
export function printTermOver(term: Programme["term"], t: Translate): string {
  if (term.from === term.to) return t("programmes.yearOver", { year: term.from });
  return t("programmes.termOver", { term: printTerm(term, t) });
}

/** "nhận ngày 22/11/2026"; one of the office's own is issued, not received. */
export function printAdopted(
  { adoptedAt, isIssuedHere }: Pick<ProgrammeSummary, "adoptedAt" | "isIssuedHere">,
  t: Translate,
): string {
  if (adoptedAt === null) return t("programmes.notAdopted");
  return t(isIssuedHere ? "programmes.issuedAt" : "programmes.adoptedAt", { date: printDayOf(adoptedAt) });
}

interface Reached {
  /** Why the period asks nothing of the programme; null where it does, or where that is not known. */
  readonly outside: OutsideTime | null;
  readonly reached: number;
  readonly total: number;
}

/** "10/14 chỉ tiêu đạt và vượt"; where the period asks nothing of the programme, why. */
export function printReached({ outside, reached, total }: Reached, t: Translate): string {
  return outside ? printOutside(outside, t) : t("evaluation.summary", { reached, total });
}

export function printOutside({ reason, term, year }: OutsideTime, t: Translate): string {
  if (reason === "termOver" && term.from === term.to) return t("evaluation.outside.yearOver", { year });
  return t(`evaluation.outside.${reason}`, { term: printTerm(term, t), year });
}

/**
 * Its state in words; one that nobody has closed although its term is over is not being carried out any more.
 * @param today `YYYY-MM-DD`; "" while it is not known
 */
export function programmeState(
  { state, term }: { readonly state: string; readonly term: Programme["term"] },
  today: string,
  t: Translate,
): string {
  const known = PROGRAMME_STATES.find((candidate) => candidate === state);
  if (!known) return state;
  const isOver = movesFrom(known).includes("close") && isTermOver(term, { year: Number(today.slice(0, 4)) });
  return isOver ? printTermOver(term, t) : t(`labels.programmeState.${known}`);
}
