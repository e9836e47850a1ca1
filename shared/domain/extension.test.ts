import { expect, it } from "vitest";
import { isReportLate, reportDueOn, unitDueOn } from "./extension.ts";

const dates = { collectOn: "2024-05-18", dueOn: "2024-05-20" };
const forAll = (dueOn: string) => ({ unitUid: null, dueOn });
const forUnit = (unitUid: string, dueOn: string) => ({ unitUid, dueOn });

it.each([
  { extensions: [], unit: "2024-05-18", report: "2024-05-20" },
  { extensions: [forUnit("a", "2024-05-25")], unit: "2024-05-25", report: "2024-05-20" },
  { extensions: [forUnit("b", "2024-05-25")], unit: "2024-05-18", report: "2024-05-20" },
  { extensions: [forAll("2024-05-22")], unit: "2024-05-22", report: "2024-05-22" },
  // A day more for the unions need not move the report.
  { extensions: [forAll("2024-05-19")], unit: "2024-05-19", report: "2024-05-20" },
  {
    extensions: [forAll("2024-05-22"), forUnit("a", "2024-05-21")],
    unit: "2024-05-22",
    report: "2024-05-22",
  },
])(
  "with $extensions union a hands in by $unit, the report goes by $report",
  ({ extensions, unit, report }) => {
    expect(unitDueOn(dates, extensions, "a")).toBe(unit);
    expect(reportDueOn(dates, extensions)).toBe(report);
  },
);

it.each([
  { today: "2024-05-20", awaited: ["2024-05-18"], isLate: false },
  { today: "2024-05-21", awaited: ["2024-05-18"], isLate: true },
  { today: "2024-05-21", awaited: ["2024-05-21"], isLate: false },
  { today: "2024-05-22", awaited: ["2024-05-21"], isLate: true },
  { today: "2024-05-21", awaited: ["2024-05-18", "2024-05-25"], isLate: true },
  { today: "2024-05-21", awaited: [], isLate: true },
])("on $today with $awaited awaited the report of 20 May is late: $isLate", ({ today, awaited, isLate }) => {
  expect(isReportLate(today, "2024-05-20", awaited)).toBe(isLate);
});
