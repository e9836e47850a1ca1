// Phụ lục 6: the grade of every union, and how many have each (domain.md §e.3).
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { FormData } from "../../../shared/contract/entries.ts";
import { type Grade, GRADES } from "../../../shared/domain/data-element.ts";
import { type GradeScheme, isGradeEligible } from "../../../shared/domain/grade-scheme.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { PaperAppendix } from "../../../shared/domain/report/paper.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { column, countCell, entryCell, line, total } from "./appendix-cells.ts";

/**
 * Null where the form of the period asks no grades.
 * @param scheme in force on its last day
 */
export function gradesAppendix(
  form: FormData,
  units: readonly UnitRecord[],
  period: Period,
  scheme: GradeScheme,
): PaperAppendix | null {
  const place = (code: string) => form.columns.findIndex(({ element }) => element === code);
  const gradeAt = place("qualityGrade");
  if (gradeAt < 0) return null;
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
      `Thang xếp loại: ${scheme.name}.`,
    ],
  };
}
