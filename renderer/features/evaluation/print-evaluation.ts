import { comparedFigure } from "../../../shared/domain/evaluate/average.ts";
import { printResult } from "../../../shared/domain/evaluate/display.ts";
import { otherVerdict } from "../../../shared/domain/evaluate/other-verdict.ts";
import type { Evaluation, PeriodCoverage } from "../../../shared/domain/evaluation.ts";
import { withMeasureUnit } from "../../../shared/domain/labels.ts";
import { formatInteger, formatShare } from "../../../shared/domain/number-format.ts";
import type { Translate } from "../../text/use-text.ts";
import type { LineGroup } from "./scoreboard-filter.ts";

/** "38/47", "1.006", "1.300.000 trong 2 năm", "—". */
export function printFraction(
  {
    numerator,
    denominator,
    averagedMonths,
  }: Pick<Evaluation, "numerator" | "denominator" | "averagedMonths">,
  t: Translate,
): string {
  if (numerator === null) return "—";
  if (averagedMonths !== null) {
    const areYears = averagedMonths % 12 === 0;
    const number = formatInteger(areYears ? averagedMonths / 12 : averagedMonths);
    const time = t(areYears ? "evaluation.averageYears" : "evaluation.averageMonths", { number });
    return t("evaluation.averageOf", { sum: numerator, time });
  }
  return denominator === null
    ? formatInteger(numerator)
    : `${formatInteger(numerator)}/${formatInteger(denominator)}`;
}

/** "Nhóm 3: Quan hệ lao động, thỏa ước", "Ngoài nhóm". */
export function printGroup(group: LineGroup["group"], t: Translate): string {
  return group === null ? t("evaluation.ungrouped") : t("programmes.targetGroup", { ...group });
}

/** Hundredths of a percent as "130,85 %". */
export function printHundredths(hundredths: number): string {
  return formatShare(hundredths, 10_000);
}

/** "1/12 tháng". */
export function printPeriods({ rhythm, answered, asked }: PeriodCoverage, t: Translate): string {
  return t(`evaluation.periodsOf.${rhythm}`, { answered, asked });
}

/** Whether a figure stands for less time than it seems to. */
export function isPartOfTime(periods: PeriodCoverage | null): periods is PeriodCoverage {
  return periods !== null && periods.answered < periods.asked;
}

/** What the missing units still allow, each end where it is known, and whether that could turn the verdict. */
export function missingSentences(row: Evaluation, measureUnit: string, t: Translate): string[] {
  const [low, high] = boundsOf(row, measureUnit);
  const range =
    low !== null && high !== null
      ? t("evaluation.between", { low, high })
      : low !== null
        ? t("evaluation.notBelow", { low })
        : high !== null
          ? t("evaluation.notAbove", { high })
          : t("evaluation.unbounded");
  return [t("evaluation.missing", { missing: row.unitsMissing }), range, turnSentence(row, t)];
}

/** Whether the verdict stands whatever the missing units say; "đạt" and "vượt" are two verdicts. */
function turnSentence(row: Evaluation, t: Translate): string {
  const isDecided = row.status === "met" || row.status === "exceeded" || row.status === "notMet";
  if (!isDecided) return t("evaluation.mayTurn");
  const status = t(`labels.evaluationStatus.${row.status}`);
  const other = otherVerdict(row);
  return other === undefined
    ? t("evaluation.cannotTurn", { status })
    : t("evaluation.mayTurnInto", { status, other: t(`labels.evaluationStatus.${other}`) });
}

/** "có thể 73,91–78,26 %": what the missing units still allow, where both ends are known and differ; else "". */
export function printRange(row: Evaluation, t: Translate): string {
  const [low, high] = boundsOf(row, "");
  if (low === null || high === null || low === high) return "";
  const range = `${low.endsWith(" %") ? low.slice(0, -2) : low}–${high}`;
  return t("evaluation.rangeShort", { range: range.replaceAll(" ", "\u00a0") });
}

/** What the missing units could make of it at worst and at best, as printed; null where there is no such bound. */
function boundsOf(row: Evaluation, measureUnit: string): [low: string | null, high: string | null] {
  const print = (bound: Evaluation["worst"]) => {
    const figure = bound && comparedFigure({ ...bound, averagedMonths: row.averagedMonths });
    return !figure || figure.denominator === 0
      ? null
      : printResult(figure, row.comparator, row.value, measureUnit);
  };
  return [print(row.worst), print(row.best)];
}

/** "Cần thêm 5 đơn vị nữa thì đạt. Còn 3 tháng: mỗi tháng cần ít nhất 4." */
export function neededSentence({ needed, shape }: Evaluation, measureUnit: string, t: Translate): string {
  if (needed === null) return "";
  const amount = formatInteger(needed.amount);
  if (needed.direction === "fewer") return t("evaluation.tooMuch", { amount });
  const isCount = shape === "COUNT_PER_PERIOD" || shape === "AVG_NET_PER_YEAR" || shape === "MEAN_PER_UNIT";
  const noun = shape === "MEAN_PER_UNIT" ? measureUnit.split("/")[0] : measureUnit;
  const sentence = isCount
    ? t("evaluation.needed.other", { amount: withMeasureUnit(amount, noun ?? "") })
    : t(`evaluation.needed.${shape}`, { amount });
  if (needed.perMonth === null) return sentence;
  return `${sentence} ${t("evaluation.perMonth", { months: needed.monthsLeft, amount: needed.perMonth })}`;
}
