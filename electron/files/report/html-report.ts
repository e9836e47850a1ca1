// The report as one page for the printer and PDF: no script, nothing from elsewhere, laid out by @page (domain.md §e.1).
import { orientationOf, TEXT_WIDTH } from "../../../shared/domain/report/page-shape.ts";
import {
  cellText,
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  type PaperAppendix,
  type PaperCell,
  type PaperColumn,
  type PaperReport,
  RECIPIENTS_TITLE,
} from "../../../shared/domain/report/paper.ts";
import { tableLayout } from "../../../shared/domain/report/table-layout.ts";
import { NOT_XML } from "../escape-text.ts";

const STYLE = `
@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", Tinos, "Liberation Serif", serif; } }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; margin: 20mm; @top-center { content: counter(page); } }
@page units { size: A4 landscape; margin: 20mm; @top-center { content: "Trang " counter(page) "/" counter(pages); } }
html { font: 14pt/1.25 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; background: #fff; }
body { margin: 0 auto; max-width: 165mm; }
p { margin: 0 0 5pt; text-align: justify; text-indent: 10mm; overflow-wrap: anywhere; }
.two { display: grid; grid-template-columns: 74mm 91mm; text-align: center; }
.two p, .centre { text-align: center; text-indent: 0; margin: 0; }
.small { font-size: 12pt; }
.middle { font-size: 13pt; }
.rule { width: 24mm; margin: 1.5mm auto 2mm; border: 0; border-top: 0.75pt solid #000; }
.rule.long { width: 52mm; }
.number { margin-top: 2mm; }
h1 { margin: 6mm 0 0; font-size: 14pt; text-align: center; }
h2, h3 { margin: 8pt 0 3pt; font-size: 14pt; text-indent: 10mm; break-after: avoid; }
h3 { margin-top: 4pt; }
.subject { font-weight: bold; }
.cutoff { font-style: italic; margin-bottom: 10pt; }
p:has(+ .signing) { break-after: avoid; }
.signing { display: grid; grid-template-columns: 80mm 85mm; margin-top: 6mm; break-inside: avoid; }
.signing p { text-align: center; text-indent: 0; margin: 0; font-weight: bold; }
.recipients { font-size: 11pt; }
.recipients p { text-align: left; font-weight: normal; }
.recipients p:first-child { font: italic bold 12pt "Times New Roman", Tinos, "Liberation Serif", serif; }
.space { height: 24mm; }
.appendix { break-before: page; }
.appendix.wide { page: wide; }
.appendix.units { page: units; }
.appendix h2 { text-align: center; text-indent: 0; margin: 0; text-transform: none; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 6pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1pt 3pt; vertical-align: middle; overflow-wrap: anywhere; }
th { text-align: center; }
td.end { text-align: right; font-variant-numeric: tabular-nums; }
td.center { text-align: center; }
tr.group td, tr.total td { font-weight: bold; }
.note { font-size: 11pt; font-style: italic; text-indent: 0; text-align: left; margin-top: 4pt; }
@media screen { body { padding: 20mm 15mm 20mm 30mm; } .appendix.wide, .appendix.units { width: 257mm; } }
`;

export function htmlReport(report: PaperReport): Uint8Array {
  const page = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(`${report.title} ${report.subject}`)}</title><style>${STYLE}</style></head><body>
<div class="two"><div class="small"><p>${escape(report.superiorLine)}</p><p><b>${escape(report.issuerLine)}</b></p><hr class="rule"></div><div class="small"><p><b>${NATIONAL_TITLE}</b></p><p class="middle"><b>${NATIONAL_MOTTO}</b></p><hr class="rule long"></div></div>
<div class="two number middle"><p>${escape(report.numberLine)}</p><p><i>${escape(report.placeLine)}</i></p></div>
<h1>${escape(report.title)}</h1><p class="centre subject">${escape(report.subject)}</p><hr class="rule"><p class="centre cutoff">${escape(report.cutoffLine)}</p>
${report.sections
  .map(
    ({ level, heading, paragraphs }) =>
      `<h${level + 1}>${escape(heading)}</h${level + 1}>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("")}`,
  )
  .join("\n")}
<div class="signing"><div class="recipients"><p>${RECIPIENTS_TITLE}</p>${report.recipients.map((line) => `<p>- ${escape(line)}</p>`).join("")}</div><div><p>${escape(report.onBehalfOf)}</p><p>${escape(report.signerTitle)}</p><div class="space"></div><p>${escape(report.signerName)}</p></div></div>
${report.appendices.map((appendix) => appendixOf(report, appendix)).join("\n")}
</body></html>
`;
  return new TextEncoder().encode(page);
}

function appendixOf(report: PaperReport, appendix: PaperAppendix): string {
  const orientation = orientationOf(appendix);
  const shape = appendix.number === 4 ? "units" : orientation === "landscape" ? "wide" : "";
  const room = TEXT_WIDTH[orientation];
  const { points, widths } = tableLayout(appendix, room);
  const columns = widths.map((width) => `<col style="width:${((width * 100) / room).toFixed(2)}%">`);
  const rows = appendix.rows.map(({ kind, cells }) =>
    kind === "group"
      ? `<tr class="group"><td colspan="${appendix.columns.length}">${textOf(cells[0])}</td></tr>`
      : `<tr class="${kind}">${appendix.columns.map(({ align }, index) => `<td class="${align}">${textOf(cells[index])}</td>`).join("")}</tr>`,
  );
  const table =
    rows.length === 0
      ? `<p>${escape(appendix.empty)}</p>`
      : `<table style="font-size:${points}pt"><colgroup>${columns.join("")}</colgroup><thead>${headings(appendix.columns)}</thead><tbody>${rows.join("")}</tbody></table>`;
  return `<section class="appendix ${shape}"><h2>Phụ lục ${appendix.number}</h2><h2>${escape(appendix.title.toLocaleUpperCase("vi"))}</h2><p class="centre middle"><i>(Kèm theo Báo cáo ${escape(report.numberLine.replace("Số: ", "số "))}; ${escape(report.placeLine)})</i></p>${table}${appendix.notes.map((note) => `<p class="note">${escape(note)}</p>`).join("")}</section>`;
}

function headings(columns: readonly PaperColumn[]): string {
  const isDouble = columns.some(({ group }) => group !== undefined);
  const upper = columns.map(({ title, group }, index) => {
    if (group === undefined) return `<th${isDouble ? ' rowspan="2"' : ""}>${escape(title)}</th>`;
    if (columns[index - 1]?.group === group) return "";
    const next = columns.findIndex((other, at) => at > index && other.group !== group);
    return `<th colspan="${(next < 0 ? columns.length : next) - index}">${escape(group)}</th>`;
  });
  const lower = columns
    .filter(({ group }) => group !== undefined)
    .map(({ title }) => `<th>${escape(title)}</th>`);
  return `<tr>${upper.join("")}</tr>${isDouble ? `<tr>${lower.join("")}</tr>` : ""}`;
}

function textOf(cell: PaperCell | undefined): string {
  return escape(cellText(cell));
}

function escape(text: string): string {
  return text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
