// The appendices of domain.md §e.3 that list what was reported and what the registers hold: 1, 3, 4 and 5. Every number
// comes from what the screens show.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { SECTIONS } from "../../../shared/catalogue/forms.ts";
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import type { FormData } from "../../../shared/contract/entries.ts";
import { EMPLOYER_TYPE_LABELS, UNIT_EVENT_LABELS } from "../../../shared/domain/labels.ts";
import { formatDate, formatInteger } from "../../../shared/domain/number-format.ts";
import { ENTERPRISES } from "../../../shared/domain/org-unit.ts";
import type { Period } from "../../../shared/domain/period.ts";
import {
  cellText,
  NOT_APPLICABLE_FIGURE,
  type PaperAppendix,
  type PaperCell,
  type PaperRow,
  TABLE_LEGEND,
} from "../../../shared/domain/report/paper.ts";
import { compareVietnamese } from "../../../shared/domain/text.ts";
import type { EmployerRecord } from "../../database/queries/employers.ts";
import type { RegisterEventRow } from "../../database/queries/reports.ts";
import { column, countCell, entryCell, group, line, shareCell } from "./appendix-cells.ts";
import type { Answered } from "./figures.ts";
import { type AmountOfKind, EMPLOYER_COLUMNS, type StatisticLine, type Statistics } from "./statistics.ts";

/** @param answered unions that have begun to answer the period, of those that must */
export function statisticsAppendix(statistics: Statistics, answered: Answered): PaperAppendix {
  const { lines, own } = statistics;
  const rows: PaperRow[] = [];
  let number = 0;
  const write = (items: readonly StatisticLine[]) => {
    let section = "";
    for (const item of items) {
      if (item.section !== section) rows.push(group(SECTIONS[item.section]?.vi ?? item.section));
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
          item.isAdditive ? comparisonOf(item) : "",
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
          comparisonOf(item),
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
    notes: [TABLE_LEGEND, ...statisticsNotes(statistics, answered)],
  };
}

/** Behind a share of sums over different unions. */
const OTHER_UNIONS = "*";

function comparisonOf({ total, lastYear, isComparable }: StatisticLine): PaperCell {
  const share = shareCell(total, lastYear);
  return isComparable || typeof share === "string"
    ? share
    : { ...share, text: `${share.text}${OTHER_UNIONS}` };
}

/** What a reader who adds up or compares would otherwise stumble over. */
function statisticsNotes({ lines, own, unitsPartial }: Statistics, { units, expected }: Answered): string[] {
  const said = new Set(own.flatMap(({ code, total }) => (total === null ? [] : [code])));
  return [
    ...(lines.every(({ isComplete }) => isComplete)
      ? []
      : [
          `${formatInteger(units)}/${formatInteger(expected)} đơn vị đã báo cáo kỳ này${unitsPartial === 0 ? "" : `, ${formatInteger(unitsPartial)} đơn vị chưa đủ số liệu của kỳ`}. Đơn vị chưa có số liệu đến cuối kỳ được tính bằng số đã báo cáo trước đó trong kỳ, nếu có.`,
        ]),
    ...([...lines, ...own].some((line) => cellText(comparisonOf(line)).endsWith(OTHER_UNIONS))
      ? ["“*”: có đơn vị chưa đủ số liệu ở một trong hai kỳ, hai tổng so sánh không cùng phạm vi đơn vị."]
      : []),
    ...(lines.some(({ code }) => said.has(code))
      ? ["Lời văn của báo cáo cộng cả số liệu của chính cơ quan công đoàn."]
      : []),
  ];
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
  const listed = employers
    .filter(
      ({ employerType, unitUid, workforce }) =>
        enterprises.includes(employerType) && unitUid === null && (workforce ?? 0) >= MINIMUM_WORKERS,
    )
    .toSorted((left, right) => compareVietnamese(left.name, right.name));
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
