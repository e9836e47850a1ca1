// The report in Word: the page of domain.md §e.2, its appendices on pages of their own.
import type { FileChild, Paragraph } from "docx";
import { orientationOf } from "../../../shared/domain/report/page-shape.ts";
import {
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  type PaperAppendix,
  type PaperReport,
  RECIPIENTS_TITLE,
} from "../../../shared/domain/report/paper.ts";
import type { WordPage } from "./word-parts.ts";

/** 1 MB of script that only an export needs. */
const loadParts = () => import("./word-parts.ts");
type Parts = Awaited<ReturnType<typeof loadParts>>;

export async function wordReport(report: PaperReport): Promise<Uint8Array> {
  const parts = await loadParts();
  return parts.wordBytes(`${report.title} ${report.subject}`, [
    { orientation: "portrait", numbering: "fromSecond", children: mainPage(parts, report) },
    ...report.appendices.map((appendix) => appendixPage(parts, report, appendix)),
  ]);
}

/** Millimetres: the name of a district fits on the left, the national title on the right. */
const LEFT = 74;
const RIGHT = 91;

function mainPage(parts: Parts, report: PaperReport): FileChild[] {
  const { paragraph, rule, sideBySide, SIZE } = parts;
  const centred = { align: "center" } as const;
  return [
    sideBySide(
      [LEFT, RIGHT],
      [
        [
          paragraph(report.superiorLine, { ...centred, size: SIZE.national }),
          paragraph(report.issuerLine, { ...centred, size: SIZE.national, isBold: true }),
          rule(LEFT, 24),
        ],
        [
          paragraph(NATIONAL_TITLE, { ...centred, size: SIZE.national, isBold: true }),
          paragraph(NATIONAL_MOTTO, { ...centred, size: SIZE.place, isBold: true }),
          rule(RIGHT, 52),
        ],
      ],
    ),
    sideBySide(
      [LEFT, RIGHT],
      [
        [paragraph(report.numberLine, { ...centred, size: SIZE.place, before: 4 })],
        [paragraph(report.placeLine, { ...centred, size: SIZE.place, isItalic: true, before: 4 })],
      ],
    ),
    paragraph(report.title, { ...centred, isBold: true, before: 18 }),
    paragraph(report.subject, { ...centred, isBold: true }),
    rule(LEFT + RIGHT, 40),
    paragraph(report.cutoffLine, { ...centred, isItalic: true, after: 10 }),
    ...report.sections.flatMap(({ heading, paragraphs, level }, index): Paragraph[] => [
      paragraph(heading, {
        isBold: true,
        keepsNext: true,
        firstLine: 10,
        before: level === 1 ? 8 : 4,
        after: 3,
      }),
      ...paragraphs.map((text, place) =>
        paragraph(text, {
          align: "both",
          firstLine: 10,
          after: 5,
          // No page with nothing but names on it: the signature takes the end of the text along.
          keepsNext: index === report.sections.length - 1 && place === paragraphs.length - 1,
        }),
      ),
    ]),
    paragraph("", { after: 6, keepsNext: true }),
    sideBySide(
      [80, 85],
      [
        [
          paragraph(RECIPIENTS_TITLE, { size: SIZE.national, isBold: true, isItalic: true }),
          ...report.recipients.map((line) => paragraph(`- ${line}`, { size: SIZE.small })),
        ],
        [
          ...[report.onBehalfOf, report.signerTitle]
            .filter(Boolean)
            .map((line) => paragraph(line, { ...centred, isBold: true })),
          ...Array.from({ length: 4 }, () => paragraph("", centred)),
          paragraph(report.signerName, { ...centred, isBold: true }),
        ],
      ],
    ),
  ];
}

function appendixPage(parts: Parts, report: PaperReport, appendix: PaperAppendix): WordPage {
  const { paragraph, FigureTable, SIZE } = parts;
  const centred = { align: "center", keepsNext: true } as const;
  const orientation = orientationOf(appendix);
  return {
    orientation,
    numbering: appendix.number === 4 ? "ofAll" : "everyPage",
    children: [
      paragraph(`Phụ lục ${appendix.number}`, { ...centred, isBold: true }),
      paragraph(appendix.title.toLocaleUpperCase("vi"), { ...centred, isBold: true }),
      paragraph(`(Kèm theo Báo cáo ${report.numberLine.replace("Số: ", "số ")}; ${report.placeLine})`, {
        ...centred,
        size: SIZE.place,
        isItalic: true,
        after: 6,
      }),
      ...(appendix.rows.length === 0
        ? [paragraph(appendix.empty, { firstLine: 10 })]
        : [new FigureTable(appendix, orientation)]),
      ...appendix.notes.map((note) => paragraph(note, { size: SIZE.small, isItalic: true, before: 4 })),
    ],
  };
}
