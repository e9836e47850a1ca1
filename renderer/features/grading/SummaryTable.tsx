import { GRADING_LINES, type GradingLine, type GradingSegment } from "../../../shared/contract/grading.ts";
import type { GradeScheme } from "../../../shared/domain/grade-scheme.ts";
import { SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { useLabel, useLanguage, useText } from "../../text/use-text.ts";

interface SummaryTableProps {
  readonly scheme: GradeScheme;
  /** All unions first. */
  readonly segments: readonly GradingSegment[];
}

/** Unions by grade, with the share over both denominators (domain.md §0.1 no. 4). */
export function SummaryTable({ scheme, segments }: SummaryTableProps) {
  const t = useText();
  const label = useLabel();
  const isEnglish = useLanguage() === "en";
  const [whole] = segments;
  if (!whole) return null;
  const nameOf = (line: GradingLine) =>
    line === "goodOrBetter"
      ? t("grading.line.goodOrBetter", {
          grade: isEnglish ? scheme.words.good[0] : scheme.words.good[0].toLocaleLowerCase("vi"),
        })
      : scheme.words[line][0];
  const rest: readonly [string, (segment: GradingSegment) => number][] = [
    [t("grading.line.notEligible"), ({ unions, eligible }) => unions - eligible],
    [t("grading.line.missing"), missingAmong],
    [t("grading.line.total"), ({ unions }) => unions],
  ];
  return (
    <table className="grading-table" aria-label={t("grading.byGrade")}>
      <thead>
        <tr>
          <th scope="col">{t("grading.line.grade")}</th>
          {segments.map(({ sector }) => (
            <th key={sector ?? "all"} scope="col" className="grading-figure">
              {sector === null ? t("grading.line.unions") : label(SECTOR_LABELS[sector])}
            </th>
          ))}
          <th scope="col" className="grading-figure">
            {t("grading.line.ofAll")}
          </th>
          <th scope="col" className="grading-figure">
            {t("grading.line.ofEligible")}
          </th>
        </tr>
      </thead>
      <tbody>
        {GRADING_LINES.map((line) => (
          <tr key={line} data-sum={line === "goodOrBetter" || undefined}>
            <th scope="row">{nameOf(line)}</th>
            {segments.map(({ sector, shares }) => (
              <td key={sector ?? "all"} className="grading-figure">
                {formatInteger(shares[line].all.numerator)}
              </td>
            ))}
            <td className="grading-figure">{whole.shares[line].all.display}</td>
            <td className="grading-figure">{whole.shares[line].eligible.display}</td>
          </tr>
        ))}
        {rest.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {segments.map((segment) => (
              <td key={segment.sector ?? "all"} className="grading-figure">
                {formatInteger(count(segment))}
              </td>
            ))}
            <td />
            <td />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("grading.line.denominator")}</th>
          {segments.map(({ sector }) => (
            <td key={sector ?? "all"} />
          ))}
          <td className="grading-figure">{formatInteger(whole.unions)}</td>
          <td className="grading-figure">{formatInteger(whole.eligible)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Old enough, and without a grade. */
function missingAmong({ eligible, shares }: GradingSegment): number {
  return (
    eligible -
    (["excellent", "good", "completed", "notCompleted"] as const).reduce(
      (sum, grade) => sum + shares[grade].eligible.numerator,
      0,
    )
  );
}
