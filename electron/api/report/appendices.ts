// The six appendices of domain.md §e.3 as tables, one after the other; together they are one page of the specification, so
// the file is long. Every number comes from what the screens show.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { SECTIONS } from "../../../shared/catalogue/forms.ts";
import { gradeSchemeOf, gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import type { ProgrammeEvaluation } from "../../../shared/contract/evaluation.ts";
import type { FormData } from "../../../shared/contract/entries.ts";
import { type Grade, GRADES } from "../../../shared/domain/data-element.ts";
import { printSpread } from "../../../shared/domain/evaluate/average.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import { isGradeEligible } from "../../../shared/domain/grade-scheme.ts";
import {
  EMPLOYER_TYPE_LABELS,
  EVALUATION_STATUS_LABELS,
  UNIT_EVENT_LABELS,
} from "../../../shared/domain/labels.ts";
import { formatDate, formatInteger } from "../../../shared/domain/number-format.ts";
import { ENTERPRISES, sectorOf } from "../../../shared/domain/org-unit.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import {
  NOT_APPLICABLE_FIGURE,
  type PaperAppendix,
  type PaperCell,
  type PaperRow,
  TABLE_LEGEND,
} from "../../../shared/domain/report/paper.ts";
import type { EmployerRecord } from "../../database/queries/employers.ts";
import type { RegisterEventRow } from "../../database/queries/reports.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { column, countCell, entryCell, percentFigure, shareCell } from "./appendix-cells.ts";
import { type AmountOfKind, EMPLOYER_COLUMNS, type StatisticLine, type Statistics } from "./statistics.ts";

const line = (...cells: readonly PaperCell[]): PaperRow => ({ kind: "line", cells });
const group = (title: string): PaperRow => ({ kind: "group", cells: [title] });
const total = (...cells: readonly PaperCell[]): PaperRow => ({ kind: "total", cells });

export function statisticsAppendix({ lines, own }: Statistics): PaperAppendix {
  const rows: PaperRow[] = [];
  let number = 0;
  const write = (items: readonly StatisticLine[]) => {
    let section = "";
    for (const item of items) {
      if (item.section !== section) rows.push(group(SECTIONS[item.section] ?? item.section));
      section = item.section;
      number += 1;
      const amount = (value: AmountOfKind): PaperCell =>
        value === "notAsked" || (!item.isAdditive && value !== null)
          ? NOT_APPLICABLE_FIGURE
          : countCell(value);
      rows.push(
        line(
          String(number),
          item.isPart ? `– ${item.name}` : item.name,
          item.measureUnit,
          amount(item.total),
          ...item.byEmployer.map(amount),
          amount(item.lastYear),
          item.isAdditive ? shareCell(item.total, item.lastYear) : "",
        ),
      );
    }
  };
  write(lines);
  if (own.length > 0) {
    rows.push(group("Số liệu của chính cơ quan công đoàn báo cáo (không cộng vào các dòng trên)"));
    for (const item of own) {
      number += 1;
      rows.push(
        line(
          String(number),
          item.name,
          item.measureUnit,
          countCell(item.total),
          ...EMPLOYER_COLUMNS.map(() => ""),
          countCell(item.lastYear),
          shareCell(item.total, item.lastYear),
        ),
      );
    }
  }
  const [agencies, stateEnterprises, ...others] = EMPLOYER_COLUMNS;
  return {
    number: 1,
    title: "Biểu tổng hợp số liệu",
    columns: [
      column("TT", 4, "center"),
      column("Chỉ tiêu thống kê", 28),
      column("ĐVT", 7, "center"),
      column("Tổng số", 11, "end"),
      column(agencies?.title ?? "", 9, "end", "Khu vực nhà nước"),
      column(stateEnterprises?.title ?? "", 9, "end", "Khu vực nhà nước"),
      ...others.map(({ title }) => column(title, 9, "end", "Ngoài nhà nước")),
      column("Cùng kỳ năm trước", 11, "end"),
      column("So sánh (%)", 8, "end"),
    ],
    rows,
    empty: "Kỳ này không có chỉ tiêu thống kê.",
    notes: [TABLE_LEGEND],
  };
}

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
            `${formatInteger(row.unitsCounted)}/${formatInteger(row.unitsCounted + row.unitsMissing)}`,
            [
              target.note ?? "",
              row.targetInForce === null ? "" : `Chỉ tiêu điều chỉnh theo ${row.targetInForce}.`,
              row.unitsMissing > 0 ? `Còn ${formatInteger(row.unitsMissing)} đơn vị chưa có số liệu.` : "",
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
    empty: "Chưa áp dụng chương trình nào có chỉ tiêu.",
    notes: ["Đạt hay chưa đạt được so bằng số chính xác; số in ra đã làm tròn."],
  };
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
  if (isCount && numerator !== null && /^[\d.]+( |$)/.test(display))
    return { text: display, amount: numerator, decimals: 0 };
  return display;
}

function completionOf(hundredths: number): PaperCell {
  return shareCell(hundredths, 10_000);
}

export function eventsAppendix(events: readonly RegisterEventRow[], period: Period): PaperAppendix {
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  return {
    number: 3,
    title: "Biến động tổ chức",
    columns: [
      column("TT", 4, "center"),
      column("Tên công đoàn cơ sở", 30),
      column("Loại hình", 16),
      column("Số quyết định, ngày", 18),
      column("Số LĐ", 8, "end"),
      column("Số ĐV", 8, "end"),
      column("Ghi chú", 16),
    ],
    rows: kinds.flatMap((kind) => {
      const some = events.filter((event) => event.kind === kind);
      return [
        group(`${UNIT_EVENT_LABELS[kind].vi}: ${some.length}`),
        ...some.map((event, index) =>
          line(
            String(index + 1),
            event.name,
            event.employerType === null ? "" : EMPLOYER_TYPE_LABELS[event.employerType].vi,
            [event.decisionNumber ?? "", event.decidedOn === null ? "" : formatDate(event.decidedOn)]
              .filter(Boolean)
              .join(", "),
            countCell(event.workforce),
            countCell(event.members),
            `Từ ngày ${formatDate(event.effectiveOn)}`,
          ),
        ),
      ];
    }),
    empty: `Từ ngày ${formatDate(period.startOn)} đến ngày ${formatDate(period.endOn)} không có biến động tổ chức.`,
    notes: [TABLE_LEGEND],
  };
}

/** Elements of Phụ lục 4 until the office chooses others; those the form asks are shown. */
export const UNIT_COLUMNS: readonly string[] = [
  "workersTotal",
  "membersTotal",
  "membersFemale",
  "membersAdmitted",
  "membersDecreased",
  "claInForce",
  "dialogueHeld",
  "employeeConferenceHeld",
  "outstandingIntroduced",
  "qualityGrade",
];

export function unitsAppendix(form: FormData, chosen: readonly string[]): PaperAppendix {
  const places = chosen.flatMap((code) => {
    const index = form.columns.findIndex(({ element }) => element === code);
    return index < 0 ? [] : [index];
  });
  return {
    number: 4,
    title: "Chi tiết theo công đoàn cơ sở",
    columns: [
      column("TT", 4, "center"),
      column("Mã", 8),
      column("Công đoàn cơ sở", 26),
      ...places.map((place) =>
        column(elementByCode(form.columns[place]?.element ?? "").shortLabel, 9, "end"),
      ),
    ],
    rows: form.units.map((unit, row) =>
      line(
        String(row + 1),
        unit.code,
        unit.name,
        ...places.map((place) => {
          const cells = form.cells[place];
          const type = form.columns[place]?.type ?? "count";
          return entryCell(
            cells?.states[row] ?? -1,
            cells?.values[row] ?? null,
            type,
            gradeWordsOf(form.period),
          );
        }),
      ),
    ),
    empty: "Kỳ này không có công đoàn cơ sở.",
    notes: [TABLE_LEGEND],
  };
}

/** Workers from which an employer without a union is listed (domain.md §e.3, Phụ lục 5). */
const MINIMUM_WORKERS = 20;
const LARGER_WORKERS = 25;

export function employersAppendix(employers: readonly EmployerRecord[]): PaperAppendix {
  const enterprises: readonly string[] = ENTERPRISES;
  const listed = employers.filter(
    ({ employerType, unitUid, workforce }) =>
      enterprises.includes(employerType) && unitUid === null && (workforce ?? 0) >= MINIMUM_WORKERS,
  );
  const larger = listed.filter(({ workforce }) => (workforce ?? 0) >= LARGER_WORKERS).length;
  return {
    number: 5,
    title: "Danh sách doanh nghiệp từ 20 lao động trở lên chưa có công đoàn",
    columns: [
      column("TT", 5, "center"),
      column("Tên doanh nghiệp", 42),
      column("Mã số thuế", 16),
      column("Loại hình", 22),
      column("Số lao động", 12, "end"),
    ],
    rows: listed.map(({ name, taxCode, employerType, workforce }, index) =>
      line(
        String(index + 1),
        name,
        taxCode ?? "",
        EMPLOYER_TYPE_LABELS[employerType].vi,
        countCell(workforce),
      ),
    ),
    empty: "Không có doanh nghiệp từ 20 lao động trở lên chưa có công đoàn.",
    notes:
      listed.length === 0
        ? []
        : [
            `Tổng số: ${formatInteger(listed.length)}, trong đó từ 25 lao động trở lên: ${formatInteger(larger)}.`,
          ],
  };
}

/** Null where the form of the period asks no grades. */
export function gradesAppendix(
  form: FormData,
  units: readonly UnitRecord[],
  period: Period,
): PaperAppendix | null {
  const place = (code: string) => form.columns.findIndex(({ element }) => element === code);
  const gradeAt = place("qualityGrade");
  if (gradeAt < 0) return null;
  const scheme = gradeSchemeOf(period.code);
  const scoreCell = (index: number, row: number) =>
    entryCell(
      form.cells[index]?.states[row] ?? -1,
      form.cells[index]?.values[row] ?? null,
      "score",
      scheme.words,
    );
  const gradeOf = (row: number): Grade | null =>
    form.cells[gradeAt]?.states[row] === 0 ? (GRADES[form.cells[gradeAt]?.values[row] ?? -1] ?? null) : null;
  const isEligible = (unit: UnitRecord) =>
    isGradeEligible(scheme, unit.establishedOn, unit.reorganisedOn, period.endOn);
  // Who has ended is graded no more, and is in no count of grades of Phụ lục 1 either.
  const graded = units
    .map((unit, row) => ({ unit, row, grade: gradeOf(row), isEligible: isEligible(unit) }))
    .filter(({ unit }) => isCounted(elementByCode("qualityGrade"), unit, period));
  const sectorOfUnit = ({ sector, employerType }: UnitRecord) =>
    sector ?? (employerType === null ? null : sectorOf(employerType));
  const inSector = (items: typeof graded, sector: string) =>
    items.filter(({ unit }) => sectorOfUnit(unit) === sector).length;
  const summary = (name: string, items: typeof graded) =>
    `${name}: ${formatInteger(items.length)} (nhà nước ${formatInteger(inSector(items, "state"))}, ngoài nhà nước ${formatInteger(inSector(items, "nonState"))})`;
  return {
    number: 6,
    title: "Xếp loại công đoàn cơ sở",
    columns: [
      column("TT", 5, "center"),
      column("Mã", 10),
      column("Công đoàn cơ sở", 38),
      column("Điểm tự chấm", 12, "end"),
      column("Điểm thẩm định", 12, "end"),
      column("Xếp loại", 23),
    ],
    rows: [
      ...graded.map(({ unit, row, grade, isEligible: mayBeGraded }, index) =>
        line(
          String(index + 1),
          unit.code,
          unit.name,
          scoreCell(place("selfScore"), row),
          scoreCell(place("verifiedScore"), row),
          grade !== null && grade !== "notRated"
            ? scheme.words[grade][0]
            : mayBeGraded
              ? scheme.words.notRated[0]
              : "Chưa đủ điều kiện xếp loại",
        ),
      ),
      total("", "", "Cộng", "", "", countCell(graded.length)),
    ],
    empty: "Kỳ này không có công đoàn cơ sở.",
    notes: [
      ...GRADES.filter((grade) => grade !== "notRated").map((grade) =>
        summary(
          scheme.words[grade][0],
          graded.filter((item) => item.grade === grade),
        ),
      ),
      summary(
        "Chưa đủ điều kiện xếp loại",
        graded.filter((item) => (item.grade === null || item.grade === "notRated") && !item.isEligible),
      ),
      summary(
        "Chưa xếp loại",
        graded.filter((item) => (item.grade === null || item.grade === "notRated") && item.isEligible),
      ),
    ],
  };
}
