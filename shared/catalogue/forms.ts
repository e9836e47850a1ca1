// The forms of the five rhythms (domain.md §c.2 last paragraph): 13, 44, 72, 72 and 100 cells a union.
// DE-F16 falls in the second quarter and is asked with the six-month form; DE-F14 and F15 (Tet, first quarter) are
// asked once, with the year: with these readings the published counts of cells come out exactly.
import { type DataElement, shortestRhythm } from "../domain/data-element.ts";
import type { Label } from "../domain/labels.ts";
import type { Rhythm } from "../domain/period.ts";
import { DATA_ELEMENTS } from "./elements.ts";

/**
 * entered: asked and typed here · optional: may be answered here already, asked in a longer form, and counted in none of the
 * numbers above · computed: of a shorter rhythm, from what was entered there.
 */
export type CellMode = "entered" | "optional" | "computed";

export interface FormCell {
  readonly element: DataElement;
  readonly mode: CellMode;
}

export interface Form {
  readonly code: Rhythm;
  readonly label: string;
  readonly labelEnglish: string;
  readonly cells: readonly FormCell[];
}

/** Titles of the groups of domain.md §c.2. */
export const SECTIONS: Readonly<Record<string, Label>> = {
  A: { vi: "Lao động, đoàn viên, cán bộ", en: "Workers, members, officers" },
  B: { vi: "Tuyên truyền, học tập nghị quyết", en: "Information and study of resolutions" },
  C: { vi: "Dân chủ cơ sở, đối thoại", en: "Grassroots democracy, dialogue" },
  D: { vi: "Thỏa ước lao động tập thể", en: "Collective labour agreements" },
  E: { vi: "Tranh chấp, ngừng việc, tai nạn lao động", en: "Disputes, stoppages, accidents" },
  F: { vi: "Chăm lo, phúc lợi", en: "Care and welfare" },
  G: { vi: "Học tập, nâng cao tay nghề", en: "Learning and skills" },
  H: { vi: "Thi đua, sáng kiến", en: "Emulation, initiatives" },
  I: { vi: "Xây dựng Đảng", en: "Party building" },
  J: { vi: "Xếp loại", en: "Grading" },
  K: { vi: "Tài chính", en: "Finance" },
  L: { vi: "Kiểm tra, nữ công", en: "Inspection, women's affairs" },
  M: { vi: "Đơn vị sử dụng lao động", en: "Employers" },
  N: { vi: "Biến động công đoàn cơ sở", en: "Changes among grassroots unions" },
};

const INCLUDES: Record<Rhythm, readonly Rhythm[]> = {
  month: ["month"],
  quarter: ["month", "quarter"],
  half: ["month", "quarter", "half"],
  nine: ["month", "quarter", "half"],
  year: ["month", "quarter", "half", "year"],
};

/** Rhythms whose elements are typed into a form; six-month elements are asked again, cumulatively, at nine months and at the year. */
const ENTERED: Record<Rhythm, readonly Rhythm[]> = {
  month: ["month"],
  quarter: ["quarter"],
  half: ["half"],
  nine: ["half"],
  year: ["half", "year"],
};

const LABELS: Record<Rhythm, readonly [string, string]> = {
  month: ["Báo cáo tháng", "Monthly"],
  quarter: ["Báo cáo quý", "Quarterly"],
  half: ["Báo cáo 6 tháng", "Six months"],
  nine: ["Báo cáo 9 tháng", "Nine months"],
  year: ["Báo cáo năm", "Year"],
};

export const FORMS: readonly Form[] = (["month", "quarter", "half", "nine", "year"] as const).map((code) =>
  formOf(code, "grassroots"),
);

/** What the office answers about itself, by rhythm. */
export const SELF_FORMS: readonly Form[] = (["quarter", "half", "nine", "year"] as const).map((code) =>
  formOf(code, "self"),
);

export function formByCode(code: Rhythm): Form {
  const form = FORMS.find((candidate) => candidate.code === code);
  if (!form) throw new RangeError(`formByCode: ${code}`);
  return form;
}

function formOf(code: Rhythm, level: "grassroots" | "self"): Form {
  const cells = DATA_ELEMENTS.filter(
    (element) => element.levels.includes(level) && INCLUDES[code].includes(shortestRhythm(element)),
  ).map((element): FormCell => ({ element, mode: modeIn(code, element) }));
  return { code, label: LABELS[code][0], labelEnglish: LABELS[code][1], cells };
}

function modeIn(form: Rhythm, { rhythm }: DataElement): CellMode {
  if (!INCLUDES[form].includes(rhythm)) return "optional";
  return ENTERED[form].includes(rhythm) ? "entered" : "computed";
}
