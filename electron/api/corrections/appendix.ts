// The printed appendix of a correction ("Phụ lục đính chính"), a page of its own inside the bundle: it is read and printed
// without the program.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { EntryState, EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry, formatPeriod } from "../../../shared/domain/number-format.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { DocumentContent, EncodedEntry } from "../../exchange/entry-encoding.ts";
import { gunzipSync } from "node:zlib";
import { decodeTable } from "../../exchange/jsonl.ts";
import { type CorrectionRow, CorrectionRowV1, UnitRowV1 } from "../bundle/rows.ts";
import type { OfficeRecord } from "../workspace.ts";

/** None for a first sending. Made from the tables as they were approved, nothing else. */
export function appendixOf(
  office: OfficeRecord,
  period: Period,
  correction: number,
  tables: readonly EncodedEntry[],
): DocumentContent[] {
  const rowsOf = (schema: string) =>
    tables
      .filter(({ described }) => described.role === "table" && described.schema === schema)
      .flatMap(({ entry }) => [...decodeTable(gunzipSync(entry.bytes))]);
  if (correction === 0) return [];
  // A correction without the table: what it corrects was sent after a backup that was restored, and is not here.
  const isCompared = tables.some(
    ({ described }) => described.role === "table" && described.schema === "corrections.v1",
  );
  const corrections = isCompared ? rowsOf("corrections.v1").map((row) => CorrectionRowV1.parse(row)) : null;
  const units = new Map(
    rowsOf("units.v1").map((json) => {
      const { uid, code, name } = UnitRowV1.parse(json);
      return [uid, `${code} – ${name}`];
    }),
  ).set(office.uid, `${office.code} – ${office.name}`);
  const html = appendixHtml(office, period, correction, corrections, units);
  return [
    {
      name: "phu-luc-dinh-chinh.html",
      mediaType: "text/html; charset=utf-8",
      role: "human",
      bytes: Buffer.from(html, "utf8"),
    },
  ];
}

function appendixHtml(
  office: OfficeRecord,
  period: Period,
  correction: number,
  corrections: readonly CorrectionRow[] | null,
  units: ReadonlyMap<string, string>,
): string {
  const line = (row: CorrectionRow, index: number) => {
    const element = findElement(row.element);
    const figure = (state: EntryState | null, value: number | null) =>
      state === null
        ? "chưa nhập"
        : formatEntry(entryOf(state, value), element?.type ?? "count", gradeWordsOf(row.period));
    return [
      String(index + 1),
      units.get(row.unit) ?? row.unit,
      element ? `${element.number} ${element.label}` : row.element,
      formatPeriod(periodOf(row.period)),
      figure(row.reported_state, row.reported_value),
      figure(row.corrected_state, row.corrected_value),
      row.reason,
      row.author || "chưa ghi tên",
    ]
      .map(
        (text, column) => `<td${column === 4 || column === 5 ? ' class="n"' : ""}>${escapeHtml(text)}</td>`,
      )
      .join("");
  };
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Phụ lục đính chính</title><style>
@page { size: A4 landscape; margin: 20mm 15mm; }
body { font: 13pt "Times New Roman", serif; } h1, p.head { text-align: center; margin: 0 0 6pt; } h1 { font-size: 15pt; }
table { border-collapse: collapse; width: 100%; font-size: 11pt; } th, td { border: 1px solid; padding: 3pt 5pt; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; } td.n { text-align: right; white-space: nowrap; }
</style></head><body>
<p class="head">${escapeHtml(office.name)}</p>
<h1>PHỤ LỤC ĐÍNH CHÍNH SỐ LIỆU</h1>
<p class="head">Báo cáo ${escapeHtml(formatPeriod(period))}, đính chính lần ${correction}</p>
${
  corrections === null
    ? "<p>Bản đã báo cáo được gửi sau bản sao lưu mà đơn vị đã khôi phục, đơn vị không còn giữ để đối chiếu từng số. Toàn bộ số liệu của bản đính chính này thay cho bản đã báo cáo.</p>"
    : corrections.length === 0
      ? "<p>Không có số liệu nào thay đổi so với bản đã báo cáo.</p>"
      : `<table><thead><tr><th>TT</th><th>Đơn vị</th><th>Chỉ tiêu</th><th>Kỳ</th><th>Số đã báo cáo</th><th>Số đính chính</th><th>Lý do</th><th>Người đính chính</th></tr></thead><tbody>
${corrections.map((row, index) => `<tr>${line(row, index)}</tr>`).join("\n")}
</tbody></table>`
}
</body></html>
`;
}

function entryOf(state: EntryState, value: number | null): EntryValue {
  return state === "value" ? { state, value: value ?? 0 } : { state };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
