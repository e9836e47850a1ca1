// Every figure a sentence of the report may name, from the same sources as the screens.
import { EVALUATION_STATUSES } from "../../../shared/domain/evaluation.ts";
import { EVALUATION_STATUS_LABELS } from "../../../shared/domain/labels.ts";
import { formatInteger, formatShare } from "../../../shared/domain/number-format.ts";
import { MISSING_FIGURE } from "../../../shared/domain/report/paper.ts";
import type { ReportFigure } from "../../../shared/domain/report/placeholders.ts";
import type { ProgrammeEvaluation } from "../../../shared/contract/evaluation.ts";
import type { Amount, Statistics } from "./statistics.ts";

interface FigureSources {
  readonly statistics: Statistics;
  readonly evaluations: readonly ProgrammeEvaluation[];
  readonly register: {
    readonly active: number;
    readonly established: number;
    readonly ended: number;
  };
  readonly answered: Answered;
  readonly answeredLastYear: Answered;
}

/** Unions that have begun to answer a period, and those that must. */
export interface Answered {
  readonly units: number;
  readonly expected: number;
}

/** Said only where it matters: see the sentences. */
export const ANSWERED_LAST_YEAR: readonly string[] = ["unitsAnswered@lastYear", "unitsExpected@lastYear"];

/** Said only where there are any. */
export const UNITS_PARTIAL = "unitsPartial";

/** Every verdict but the two that `reached` counts, and what a number of such targets is called: "chỉ tiêu chưa đạt". */
export const UNREACHED_TARGETS = EVALUATION_STATUSES.filter(
  (status) => status !== "met" && status !== "exceeded",
).map(
  (status) => [status, `chỉ tiêu ${EVALUATION_STATUS_LABELS[status].vi.toLocaleLowerCase("vi")}`] as const,
);

const SHARES = [
  ["membersShare", "Tỷ lệ đoàn viên trên lao động (%)", "membersTotal", "workersTotal"],
  ["fundShare", "Tỷ lệ thu kinh phí công đoàn (%)", "unionFundCollected", "unionFundDue"],
  ["duesShare", "Tỷ lệ thu đoàn phí (%)", "memberDuesCollected", "memberDuesDue"],
] as const;

export function reportFigures({
  statistics,
  evaluations,
  register,
  answered,
  answeredLastYear,
}: FigureSources): ReportFigure[] {
  const own = new Map(statistics.own.map((line) => [line.code, line]));
  // A sentence speaks of the office and its unions together, as targets and consolidations do; the table keeps them apart.
  const lines = statistics.lines.map((line) => ({
    ...line,
    total: plus(line.total, own.get(line.code)?.total ?? null),
    lastYear: plus(line.lastYear, own.get(line.code)?.lastYear ?? null),
  }));
  const totals = new Map(lines.map(({ code, total }) => [code, total]));
  return [
    counted("unionsActive", "Số CĐCS, nghiệp đoàn cuối kỳ", register.active),
    counted("unionsEstablished", "Số CĐCS thành lập mới trong kỳ", register.established),
    counted("unionsEnded", "Số CĐCS giải thể, sáp nhập, tách, bàn giao trong kỳ", register.ended),
    counted("unitsAnswered", "Số đơn vị đã báo cáo", answered.units),
    counted("unitsExpected", "Số đơn vị phải báo cáo", answered.expected),
    counted(UNITS_PARTIAL, "Số đơn vị chưa đủ số liệu của kỳ", statistics.unitsPartial),
    counted("unitsAnswered@lastYear", "Số đơn vị đã báo cáo (cùng kỳ năm trước)", answeredLastYear.units),
    counted(
      "unitsExpected@lastYear",
      "Số đơn vị phải báo cáo (cùng kỳ năm trước)",
      answeredLastYear.expected,
    ),
    ...lines
      .filter(({ isAdditive }) => isAdditive)
      .flatMap(({ code, name, total, lastYear }) => [
        counted(code, name, total),
        counted(`${code}@lastYear`, `${name} (cùng kỳ năm trước)`, lastYear),
      ]),
    ...statistics.own
      .filter(({ isAdditive }) => isAdditive)
      .map(({ code, name, total }) => counted(`${code}@self`, `${name} (của cơ quan công đoàn)`, total)),
    ...SHARES.flatMap(([code, name, part, whole]) =>
      totals.has(part) && totals.has(whole)
        ? [share(code, name, totals.get(part) ?? null, totals.get(whole) ?? null)]
        : [],
    ),
    ...evaluations.flatMap(({ programme, summary }) => {
      const of = (key: string, name: string, value: number) =>
        counted(`programme:${programme}:${key}`, `${programme}: ${name}`, value);
      return [
        of("reached", "số chỉ tiêu đạt và vượt", summary.reached),
        of("total", "tổng số chỉ tiêu", summary.total),
        of("judged", "số chỉ tiêu đã đánh giá được", summary.judged),
        ...UNREACHED_TARGETS.map(([status, name]) => of(status, `số ${name}`, summary.byStatus[status] ?? 0)),
      ];
    }),
  ];
}

function plus(left: Amount, right: Amount): Amount {
  return left === null ? right : left + (right ?? 0);
}

function counted(code: string, name: string, amount: Amount): ReportFigure {
  return {
    code,
    name,
    text: amount === null ? MISSING_FIGURE : formatInteger(amount),
    isMissing: amount === null,
  };
}

function share(code: string, name: string, part: Amount, whole: Amount): ReportFigure {
  const isMissing = part === null || whole === null || whole === 0;
  return { code, name, text: isMissing ? MISSING_FIGURE : formatShare(part, whole), isMissing };
}
