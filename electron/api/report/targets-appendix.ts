// Phụ lục 2: every target with its result and verdict, as the screens show them (domain.md §e.3).
import type { ProgrammeEvaluation } from "../../../shared/contract/evaluation.ts";
import { printSpread } from "../../../shared/domain/evaluate/average.ts";
import { printCoverage } from "../../../shared/domain/evaluate/print-coverage.ts";
import { type Evaluation, unitsAsked } from "../../../shared/domain/evaluation.ts";
import { EVALUATION_STATUS_LABELS } from "../../../shared/domain/labels.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { PaperAppendix, PaperCell, PaperFigure, PaperRow } from "../../../shared/domain/report/paper.ts";
import { column, group, line, percentFigure, shareCell } from "./appendix-cells.ts";

export function targetsAppendix(
  programmes: readonly Programme[],
  evaluations: readonly ProgrammeEvaluation[],
): PaperAppendix {
  const rows = programmes.flatMap((programme, index): PaperRow[] => {
    const evaluation = evaluations[index];
    if (!evaluation) return [];
    const { summary } = evaluation;
    const symbol = programme.symbol === null ? "" : ` (số ${programme.symbol})`;
    return [
      group(`${programme.title}${symbol}: ${summary.reached}/${summary.total} chỉ tiêu đạt và vượt`),
      ...programme.targets.flatMap((target, place): PaperRow[] => {
        const row = evaluation.rows[place];
        if (!row) return [];
        return [
          line(
            String(place + 1),
            target.title,
            row.value.scale === "percent" ? "%" : target.measureUnit,
            row.displayTarget,
            fractionOf(row),
            resultOf(row),
            row.completion === null ? "" : completionOf(row.completion),
            EVALUATION_STATUS_LABELS[row.status].vi,
            printCoverage(row),
            [
              target.note ?? "",
              row.targetInForce === null ? "" : `Chỉ tiêu điều chỉnh theo ${row.targetInForce}.`,
              missingOf(row),
              leftOutOf(row),
            ]
              .filter(Boolean)
              .join(" "),
          ),
        ];
      }),
    ];
  });
  return {
    number: 2,
    title: "Kết quả thực hiện chỉ tiêu",
    columns: [
      column("TT", 5, "center"),
      column("Chỉ tiêu", 29),
      column("ĐVT", 7, "center"),
      column("Chỉ tiêu được giao", 12),
      column("Tử số/ Mẫu số", 13, "end"),
      column("Kết quả thực hiện", 11, "end"),
      column("Tỷ lệ đạt (%)", 8, "end"),
      column("Đánh giá", 10),
      column("Số đơn vị báo cáo", 9, "end"),
      column("Ghi chú, giải trình", 18),
    ],
    rows,
    empty: "Kỳ này không áp dụng chương trình nào có chỉ tiêu.",
    notes: ["Đạt hay chưa đạt được so bằng số chính xác; số in ra đã làm tròn."],
  };
}

/** Who has said nothing, and whose figures are not complete, as on the screen; nobody is missing before they are asked. */
function missingOf(row: Evaluation): string {
  const awaited = row.unitsMissing - row.unitsNotDue;
  const silent = Math.min(awaited, unitsAsked(row) - row.unitsReporting - row.unitsNotDue);
  const incomplete = awaited - silent;
  return [
    silent > 0 ? `Còn ${formatInteger(silent)} đơn vị chưa có số liệu.` : "",
    incomplete > 0 ? `${formatInteger(incomplete)} đơn vị chưa đủ số liệu của kỳ.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Why the numerator is less than the sum that a sentence of the report gives of the same figure. */
function leftOutOf({ withoutWhole }: Evaluation): string {
  if (withoutWhole === null) return "";
  const [units, numerator] = [formatInteger(withoutWhole.units), formatInteger(withoutWhole.numerator)];
  return `Tử số không tính ${numerator} của ${units} đơn vị không có mẫu số cuối kỳ.`;
}

/** Longer than this it stands on two lines, broken at the stroke. */
const FRACTION_LENGTH = 12;

function fractionOf({ numerator, denominator, averagedMonths }: Evaluation): string {
  if (numerator === null) return "";
  if (averagedMonths !== null) return printSpread(numerator, averagedMonths);
  if (denominator === null) return formatInteger(numerator);
  const [above, below] = [formatInteger(numerator), formatInteger(denominator)];
  return above.length + below.length < FRACTION_LENGTH ? `${above}/${below}` : `${above}/ ${below}`;
}

/** As on the screen; also a number where nothing is lost by it. */
function resultOf({ display, value, numerator, denominator, averagedMonths }: Evaluation): PaperCell {
  if (/^[\d.]+,\d\d %$/.test(display)) return { ...percentFigure(display.replace(" %", "")), text: display };
  const isCount = value.scale === "count" && denominator === null && averagedMonths === null;
  if (isCount && numerator !== null && /^-?[\d.]+( |$)/.test(display))
    return { text: display, amount: numerator, decimals: 0 };
  return averageFigure(display) ?? display;
}

/** "1,14 người/CĐCS", "-0,5 người/năm": the hundredths that are printed. */
function averageFigure(display: string): PaperFigure | undefined {
  const [, sign, whole, rest = ""] = /^(-?)([\d.]+)(?:,(\d{1,2}))? /.exec(display) ?? [];
  if (whole === undefined || display.endsWith("%")) return undefined;
  const amount = Number(`${sign}${whole.replaceAll(".", "")}${rest.padEnd(2, "0")}`);
  return { text: display, amount, decimals: 2 };
}

function completionOf(hundredths: number): PaperCell {
  return shareCell(hundredths, 10_000);
}
