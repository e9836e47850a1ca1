// Entry forms for paper in Word: each union begins on a page of its own.
import type { PaperForm } from "../../../shared/domain/report/paper-form.ts";

/** @throws {RangeError} for no forms: a bug, not a user mistake */
export async function wordForms(forms: readonly PaperForm[]): Promise<Uint8Array> {
  const [first] = forms;
  if (!first) throw new RangeError("wordForms: none");
  const { FigureTable, paragraph, sideBySide, SIZE, wordBytes } = await import("./word-parts.ts");
  const small = { size: SIZE.place } as const;
  return wordBytes(
    first.title,
    forms.map((form) => ({
      orientation: "portrait",
      numbering: "fromSecond",
      children: [
        paragraph(form.issuerLine, { ...small, isBold: true }),
        paragraph(form.title, { isBold: true, align: "center", before: 10 }),
        paragraph(form.periodLine, { ...small, isItalic: true, align: "center", after: 8 }),
        paragraph(form.unitLine, small),
        paragraph(form.typeLine, small),
        paragraph(form.dueLine, { ...small, after: 6 }),
        new FigureTable(form, "portrait"),
        paragraph(form.legend, { size: SIZE.small, isItalic: true, before: 4, after: 10 }),
        sideBySide(
          [70, 95],
          form.signatures.map((line) => [
            paragraph(line, { ...small, isBold: true, align: "center" }),
            paragraph("(Ký, ghi rõ họ tên)", { size: SIZE.small, isItalic: true, align: "center" }),
          ]),
        ),
      ],
    })),
  );
}
