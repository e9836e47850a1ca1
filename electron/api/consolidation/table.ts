// The consolidation for a spreadsheet: one line an element, one column an office; nothing reported is an empty cell.
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { type CsvCell, writeCsv } from "../../files/write-csv.ts";

export function consolidationTable({ offices, figures, office, adjustments }: ConsolidationView): Uint8Array {
  const header = [
    "Mã",
    "Chỉ tiêu thống kê",
    "Đơn vị tính",
    "Phạm vi",
    ...offices.map(({ name, digest }) => (digest === null ? `${name} (chưa có báo cáo)` : name)),
    "Cộng các báo cáo",
    `${office.name} bổ sung`,
    "Tổng",
  ];
  const rows = figures.flatMap(({ element, label, measureUnit, inPeriod, yearToDate }) =>
    (
      [
        ["Trong kỳ", inPeriod],
        ["Từ đầu năm", yearToDate],
      ] as const
    ).map(([scope, sum]): CsvCell[] => [
      element,
      label,
      measureUnit,
      scope,
      ...sum.byOffice,
      sum.reported,
      sum.added,
      sum.total,
    ]),
  );
  const reasons = adjustments.map(({ element, label, amount, reason }): CsvCell[] => [
    element,
    label,
    "",
    `${office.name} bổ sung: ${reason}`,
    ...offices.map(() => null),
    null,
    amount,
    null,
  ]);
  return writeCsv(header, [...rows, ...reasons]);
}
