// Paragraphs, tables and pages of a Word document in the measures of domain.md §e.1.
// Over 300 lines because one table of measures serves them all.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { type Orientation, TEXT_WIDTH } from "../../../shared/domain/report/page-shape.ts";
import {
  cellText,
  type PaperAppendix,
  type PaperColumn,
  type PaperRow,
} from "../../../shared/domain/report/paper.ts";
import { tableLayout } from "../../../shared/domain/report/table-layout.ts";
import { NOT_XML } from "../escape-text.ts";
import { memberOf, withFixedTimes } from "./fixed-zip.ts";

/** Where the text of a cell will stand: a character for private use, which is left out of every text. */
const PLACE = "\uE000";

export const FONT = "Times New Roman";
const HALF_POINTS = 2;
/** Half-points. */
export const SIZE = { body: 28, small: 22, place: 26, national: 24 } as const;

/** Twentieths of a point. */
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

const A4 = { width: millimetres(210), height: millimetres(297) };
/** Top, bottom 20; left 30; right 15 (domain.md §e.1): 165 mm of text, which the letterhead needs. */
const MARGIN = {
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(15),
};
interface TextLook {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly align?: "left" | "center" | "right" | "both";
  /** Millimetres before the first word. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepsNext?: boolean;
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

export function paragraph(text: string, look: TextLook = {}): Paragraph {
  return paragraphOf(text.replaceAll(PLACE, ""), look);
}

function paragraphOf(text: string, look: TextLook): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[look.align ?? "left"],
    spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? 0) * 20 },
    keepNext: look.keepsNext === true,
    ...(look.firstLine !== undefined && { indent: { firstLine: millimetres(look.firstLine) } }),
    children: [run(text, look)],
  });
}

function run(text: string, { size = SIZE.body, isBold = false, isItalic = false }: TextLook): TextRun {
  return new TextRun({ text: text.replace(NOT_XML, ""), size, bold: isBold, italics: isItalic });
}

/** A short line in the middle, under a letterhead or a title. @param width of the room and of the line, millimetres */
export function rule(room: number, length: number): Paragraph {
  const side = millimetres((room - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 120, line: 40, lineRule: "exact" },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } },
    children: [],
  });
}

const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = {
  top: NO_EDGE,
  bottom: NO_EDGE,
  left: NO_EDGE,
  right: NO_EDGE,
  insideHorizontal: NO_EDGE,
  insideVertical: NO_EDGE,
};

/** Columns side by side without lines. @param widths millimetres */
export function sideBySide(widths: readonly number[], columns: readonly (readonly Paragraph[])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(millimetres),
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, index) =>
            new TableCell({
              width: { size: millimetres(widths[index] ?? 0), type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

/**
 * A table with repeated heading rows. It has one row of each kind, with places for texts; {@link wordBytes} puts the rows in.
 * The library takes seconds over ten thousand cells.
 */
export class FigureTable extends Table {
  readonly figureRows: readonly PaperRow[];
  readonly kinds: readonly PaperRow["kind"][];

  constructor({ columns, rows }: Pick<PaperAppendix, "columns" | "rows">, orientation: Orientation) {
    const layout = tableLayout({ columns, rows }, TEXT_WIDTH[orientation]);
    const widths = layout.widths.map((width) => Math.floor(millimetres(width)));
    const size = layout.points * HALF_POINTS;
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    super({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      rows: [
        ...headingRows(columns, widths, size),
        ...kinds.map(
          (kind) => new TableRow({ cantSplit: true, children: cellsOf(kind, columns, widths, size) }),
        ),
      ],
    });
    this.figureRows = rows;
    this.kinds = kinds;
  }
}

function headingRows(columns: readonly PaperColumn[], widths: readonly number[], size: number): TableRow[] {
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const heading = (text: string, width: number, spans: { rowSpan?: number; columnSpan?: number }) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      shading: { fill: "EEF3F9" },
      ...spans,
      children: [paragraph(text, { size, isBold: true, align: "center" })],
    });
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    if (column.group === undefined) {
      upper.push(heading(column.title, width, hasGroups ? { rowSpan: 2 } : {}));
      continue;
    }
    lower.push(heading(column.title, width, {}));
    if (columns[index - 1]?.group === column.group) continue;
    const last = columns.findIndex((other, place) => place > index && other.group !== column.group);
    const span = (last < 0 ? columns.length : last) - index;
    const spanned = widths.slice(index, index + span).reduce((sum, each) => sum + each, 0);
    upper.push(heading(column.group, spanned, { columnSpan: span }));
  }
  return [upper, lower]
    .filter((children) => children.length > 0)
    .map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
}

const CELL_ALIGNMENTS = { start: "left", center: "center", end: "right" } as const;

function cellsOf(
  kind: PaperRow["kind"],
  columns: readonly PaperColumn[],
  widths: readonly number[],
  size: number,
): TableCell[] {
  if (kind === "group")
    return [
      new TableCell({
        columnSpan: columns.length,
        children: [paragraphOf(PLACE, { size, isBold: true, keepsNext: true })],
      }),
    ];
  return columns.map(
    (column, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          paragraphOf(PLACE, {
            size,
            isBold: kind === "total",
            align: CELL_ALIGNMENTS[column.align],
          }),
        ],
      }),
  );
}

export interface WordPage {
  readonly orientation: Orientation;
  /** none on the first page of the section, its number on the others; or "Trang 3/12" on all. */
  readonly numbering: "fromSecond" | "everyPage" | "ofAll";
  readonly children: readonly FileChild[];
}

/** @returns the document; the same pages give the same bytes */
export async function wordBytes(title: string, pages: readonly WordPage[]): Promise<Uint8Array> {
  const document = new Document({
    title: title.replace(NOT_XML, ""),
    creator: "Sổ Công Đoàn",
    lastModifiedBy: "Sổ Công Đoàn",
    styles: { default: { document: { run: { font: FONT, size: SIZE.body, language: { value: "vi-VN" } } } } },
    sections: pages.map(sectionOf),
  });
  const core = { path: "docProps/core.xml", data: coreProperties(title) };
  const places = await Packer.toBuffer(document, undefined, [core]);
  const body = memberOf(places, BODY).toString("utf8");
  const tables = pages.flatMap(({ children }) => children.filter((child) => child instanceof FigureTable));
  const packed = await Packer.toBuffer(document, undefined, [
    core,
    { path: BODY, data: withRows(body, tables).replaceAll(SECTION_END, FLAT_SECTION_END) },
  ]);
  return withFixedTimes(new Uint8Array(packed));
}

const BODY = "word/document.xml";
const ROW_END = "</w:tr>";

/** The library ends each section in an empty paragraph, which after a full page would be a page of its own. */
const SECTION_END = "<w:p><w:pPr><w:sectPr";
const FLAT_SECTION_END =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr><w:sectPr';

/** Replaces the rows of places by the rows of figures, table by table. */
function withRows(body: string, tables: readonly FigureTable[]): string {
  const pieces: string[] = [];
  let written = 0;
  for (const { kinds, figureRows } of tables) {
    if (figureRows.length === 0) continue;
    let start = body.lastIndexOf("<w:tr>", body.indexOf(PLACE, written));
    pieces.push(body.slice(written, start));
    const templates = new Map<PaperRow["kind"], readonly string[]>();
    for (const kind of kinds) {
      const end = body.indexOf(ROW_END, start) + ROW_END.length;
      templates.set(kind, body.slice(start, end).split(PLACE));
      start = end;
    }
    for (const { kind, cells } of figureRows)
      for (const [index, piece] of (templates.get(kind) ?? []).entries())
        pieces.push(index === 0 ? "" : escapeXml(cellText(cells[index - 1])), piece);
    written = start;
  }
  pieces.push(body.slice(written));
  return pieces.join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeXml(text: string): string {
  return text.replace(NOT_XML, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

function sectionOf({ orientation, numbering, children }: WordPage): ISectionOptions {
  const isLandscape = orientation === "landscape";
  const number = new Header({ children: [pageNumber(numbering === "ofAll")] });
  return {
    properties: {
      titlePage: numbering === "fromSecond",
      page: {
        size: {
          ...A4,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...(isLandscape
            ? { top: MARGIN.top, bottom: MARGIN.bottom, left: MARGIN.top, right: MARGIN.top }
            : MARGIN),
          header: millimetres(10),
          footer: millimetres(10),
        },
      },
    },
    headers: { default: number, first: new Header({ children: [new Paragraph({ children: [] })] }) },
    footers: { default: new Footer({ children: [new Paragraph({ children: [] })] }) },
    children: [...children],
  };
}

function pageNumber(isOfAll: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: SIZE.place,
        children: isOfAll
          ? ["Trang ", PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES]
          : [PageNumber.CURRENT],
      }),
    ],
  });
}

/** The library writes the minute it ran; a report is dated on its first page and nowhere else. */
function coreProperties(title: string): string {
  const escaped = title
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>Sổ Công Đoàn</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`;
}
