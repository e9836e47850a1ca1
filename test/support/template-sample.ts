// A sheet as the office would make it, without an office: for tests of the file alone.
import type { Template, TemplateColumn, TemplateUnit } from "../../electron/files/templates/template.ts";

export const COLUMNS: readonly TemplateColumn[] = [
  column("workersTotal", "Tổng số công nhân, viên chức, lao động", "CNVCLĐ", "count", "người", "A"),
  column("membersTotal", "=Tổng số đoàn viên", "Đoàn viên", "count", "người", "A"),
  column("supportAmount", "Số tiền thăm hỏi, trợ cấp", "Tiền trợ cấp", "money", "đồng", "F"),
  column("dialogueHeld", "Có tổ chức đối thoại", "Có đối thoại", "yesNo", "", "F"),
  column("qualityGrade", "Xếp loại", "Xếp loại", "grade", "", "F"),
  column("selfScore", "Điểm tự chấm", "Điểm", "score", "điểm", "F"),
  column("infoSessions", "Số cuộc tuyên truyền", "Cuộc", "count", "cuộc", "F"),
  column("strikes", "Số vụ đình công", "Đình công", "count", "vụ", "F"),
];

function column(
  element: string,
  label: string,
  shortLabel: string,
  type: TemplateColumn["type"],
  measureUnit: string,
  section: string,
): TemplateColumn {
  return { element, label, shortLabel, type, measureUnit, section, isCumulative: false, isPart: false };
}

export function unitOf(uid: string, more: Partial<TemplateUnit> = {}): TemplateUnit {
  return {
    uid,
    code: `=${uid}`,
    name: `+CĐCS ${uid} tên rất dài để phải xuống dòng khi in ra giấy khổ A4 theo chiều dọc`,
    cells: COLUMNS.map(({ element }) => ({
      kind: element === "infoSessions" ? "computed" : element === "strikes" ? "neverAsked" : "fill",
      previous: element === "workersTotal" ? { state: "value", value: 1250 } : { state: "noOccurrence" },
      computed: element === "infoSessions" ? { state: "value", value: 7 } : null,
    })),
    ...more,
  };
}

export function sampleTemplate(kind: "single" | "many", units: readonly TemplateUnit[]): Template {
  return {
    identity: {
      version: 1,
      office: "office",
      form: "month",
      period: "2026-M02",
      kind,
      catalogue: "abc",
      units: units.map(({ uid }) => uid),
      elements: COLUMNS.map(({ element }) => element),
    },
    fingerprint: "f".repeat(64),
    officeName: "LĐLĐ huyện B",
    formLabel: "Báo cáo tháng",
    periodLabel: "Tháng 2/2026",
    previousLabel: "Tháng 1/2026",
    cutoffOn: "2026-02-15",
    collectOn: "2026-02-18",
    sections: [
      { code: "A", title: "Lao động, đoàn viên, cán bộ" },
      { code: "F", title: "Chăm lo, phúc lợi" },
    ],
    columns: COLUMNS,
    units,
  };
}
