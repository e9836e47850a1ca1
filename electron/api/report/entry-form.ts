// The entry form for paper: what a union fills in by hand, or what is entered for it (domain.md §d.2).
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { type CellMode, SECTIONS } from "../../../shared/catalogue/forms.ts";
import { isCumulative } from "../../../shared/domain/data-element.ts";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { PartialCells } from "../../../shared/contract/entries.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import { formatDate, formatPeriod } from "../../../shared/domain/number-format.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { PaperRow } from "../../../shared/domain/report/paper.ts";
import { NOT_APPLICABLE_FIGURE, UNWRITTEN_LINE } from "../../../shared/domain/report/paper.ts";
import { letterheadLine } from "../../../shared/domain/report/lines.ts";
import type { PaperForm } from "../../../shared/domain/report/paper-form.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { formOf, readForm, unitsOf } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { column, entryCell } from "./appendix-cells.ts";

const REMARKS: Readonly<Record<CellMode, string>> = {
  entered: "",
  optional: "Không bắt buộc",
  computed: "Cộng từ các kỳ ngắn hơn",
};

/** "Mới có 2/3 tháng", or nothing. */
function partialRemark(partial: PartialCells | undefined, row: number): string {
  const at = partial?.rows.indexOf(row) ?? -1;
  return at < 0 ? "" : `Mới có ${partial?.said[at] ?? 0}/${partial?.wanted[at] ?? 0} tháng`;
}

/** @param wanted null: one form with no union's name @returns undefined when a union is not there */
export function entryForms(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  wanted: readonly string[] | null,
  isFilled: boolean,
): readonly PaperForm[] | undefined {
  const units = unitsOf(workspace, period);
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const named = (wanted ?? []).flatMap((uid) => byUid.get(uid) ?? []);
  if (wanted !== null && named.length !== wanted.length) return undefined;
  const form = formOf(period);
  const data = readForm(workspace, form, period, named);
  const { collectOn } = workspace.datesOf(period);
  const forms = named.length === 0 ? [null] : named;
  return forms.map((unit: UnitRecord | null, row): PaperForm => {
    const rows: PaperRow[] = [];
    let section = "";
    let number = 0;
    for (const [place, { element, mode }] of form.cells.entries()) {
      const state = unit ? (data.cells[place]?.states[row] ?? -1) : -1;
      if (element.group !== section)
        rows.push({ kind: "group", cells: [SECTIONS[element.group]?.vi ?? element.group] });
      section = element.group;
      number += 1;
      const isAsked = state !== 4;
      const isShown = isFilled && unit !== null && state !== -1;
      const value = data.cells[place]?.values[row] ?? null;
      rows.push({
        kind: "line",
        cells: [
          String(number),
          `${element.partOf === undefined ? "" : "– "}${element.label}${isCumulative(elementByCode(element.code)) ? " (lũy kế từ đầu năm)" : ""}`,
          element.type === "yesNo" ? "Có/Không" : element.measureUnit,
          isShown
            ? entryCell(state, value, element.type, gradeWordsOf(period.code))
            : isAsked
              ? ""
              : NOT_APPLICABLE_FIGURE,
          (isShown && partialRemark(data.cells[place]?.partial, row)) || REMARKS[mode],
        ],
      });
    }
    return {
      issuerLine: letterheadLine(office.name),
      title: `BIỂU SỐ LIỆU ${form.label.toLocaleUpperCase("vi")}`,
      periodLine: `Kỳ báo cáo: ${formatPeriod(period)}`,
      unitLine: `Đơn vị: ${unit ? `${unit.name} (${unit.code})` : UNWRITTEN_LINE}`,
      typeLine: `Loại hình: ${unit?.employerType ? EMPLOYER_TYPE_LABELS[unit.employerType].vi : UNWRITTEN_LINE}`,
      dueLine: `Gửi về công đoàn cấp trên trước ngày ${formatDate(collectOn)}.`,
      columns: [
        column("TT", 6, "center"),
        column("Chỉ tiêu", 50),
        column("ĐVT", 11, "center"),
        column("Số liệu", 17, "end"),
        column("Ghi chú", 16),
      ],
      rows,
      legend: "Ghi “0” hoặc “-” khi không phát sinh, “x” khi không áp dụng; để trống khi chưa có số liệu.",
      signatures: ["NGƯỜI LẬP BIỂU", "TM. BAN CHẤP HÀNH CÔNG ĐOÀN CƠ SỞ"],
    };
  });
}
