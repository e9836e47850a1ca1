// A report in some lines of plain Vietnamese text, `tom-tat.txt` of its file.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import { EVALUATION_STATUS_LABELS } from "../../../shared/domain/labels.ts";
import { formatPeriod } from "../../../shared/domain/number-format.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { OfficeRecord } from "../workspace.ts";
import type { EntryRow, EvaluationRow, UnitRow } from "./rows.ts";

/** Periods in Vietnamese for a line of text: those of the report's year by name, those of earlier years by year. */
export function unapprovedText(period: Period, unapproved: readonly string[]): string {
  const parts = unapproved.map((code) => periodOf(code));
  const years = [...new Set(parts.map(({ year }) => year))].filter((year) => year !== period.year);
  return [
    ...parts.filter(({ year }) => year === period.year).map(formatPeriod),
    ...(years.length === 0 ? [] : [`các kỳ của năm ${years.join(", ")}`]),
  ].join(", ");
}

const MEMBERS = elementByCode("membersTotal");

/** As Phụ lục 1 prints them; the control total also holds what a union that was merged since had. Undefined: nobody said. */
function membersIn(
  units: readonly UnitRow[],
  entries: readonly EntryRow[],
  period: Period,
): number | undefined {
  const unitOf = new Map(units.map((unit) => [unit.uid, unit]));
  return entries.reduce<number | undefined>((sum, { unit: uid, element, period: code, value }) => {
    const unit = unitOf.get(uid);
    if (element !== MEMBERS.code || code !== period.code || value === null || !unit) return sum;
    const life = { establishedOn: unit.established_on, endedOn: unit.ended_on };
    return isCounted(MEMBERS, life, period) ? (sum ?? 0) + value : sum;
  }, undefined);
}

interface Summarised {
  readonly units: readonly UnitRow[];
  readonly entries: readonly EntryRow[];
  readonly totals: Readonly<Record<string, number>>;
  readonly evaluations: readonly EvaluationRow[];
  readonly unapproved: readonly string[];
  readonly incompleteReason: string | null;
}

/** What a report says to people who open its file without the program. */
export function summaryText(office: OfficeRecord, period: Period, report: Summarised): string {
  const { units, entries, totals, evaluations, unapproved, incompleteReason } = report;
  const members = membersIn(units, entries, period);
  return [
    `${office.name} (${office.code})`,
    `Kỳ báo cáo: ${formatPeriod(period)}`,
    `Đơn vị trong sổ: ${totals["units"] ?? 0}; đã báo cáo kỳ này: ${totals["units_answered"] ?? 0}`,
    ...(members === undefined ? [] : [`${MEMBERS.label}: ${members}`]),
    ...(incompleteReason === null ? [] : [`Duyệt khi chưa đủ số liệu, lý do: ${incompleteReason}`]),
    ...(unapproved.length === 0
      ? []
      : [`Trong đó có số liệu chưa duyệt của: ${unapprovedText(period, unapproved)}`]),
    "",
    ...evaluations.map(
      (row) =>
        `${row.programme} ${row.target}: ${row.display} (${row.display_target}) - ${EVALUATION_STATUS_LABELS[row.status as EvaluationStatus].vi.toLowerCase()}`,
    ),
    "",
  ].join("\n");
}
