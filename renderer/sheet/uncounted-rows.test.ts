import { expect, it } from "vitest";
import { elementByCode } from "../../shared/catalogue/elements.ts";
import { formByCode } from "../../shared/catalogue/forms.ts";
import type { FormColumn, FormUnit } from "../../shared/contract/entries.ts";
import { uncountedRows } from "./uncounted-rows.ts";

const unit = (uid: string, endedOn: string | null): FormUnit => ({
  uid,
  code: uid,
  name: uid,
  employerType: "privateEnterprise",
  establishedOn: "2015-01-01",
  endedOn,
});
const columns = formByCode("half").cells.map(
  ({ element: { code, number, label, shortLabel, type, measureUnit, group }, mode }): FormColumn => ({
    element: code,
    number,
    label,
    shortLabel,
    type,
    measureUnit,
    section: group,
    mode,
    isCumulative: false,
  }),
);

it("a union that ended in mid-June keeps its flows in the sum of the six months and leaves every stock", () => {
  const units = [unit("a", null), unit("b", "2024-06-15"), unit("c", "2024-06-30"), unit("d", "2024-12-31")];
  const rows = uncountedRows({ period: "2024-H1", columns, units });
  const rowsOf = (element: string) => rows[columns.findIndex((column) => column.element === element)];
  // domain.md §b.0: SUM and YTD happened; LAST, ANY stand as of the last day.
  expect(rowsOf("membersTotal")).toEqual([1]);
  expect(rowsOf("claCount")).toEqual([1]);
  expect(rowsOf("membersAdmitted")).toEqual([]);
  expect(rowsOf("peopleInformed")).toEqual([]);
  for (const [index, { element }] of columns.entries()) {
    const { time } = elementByCode(element);
    expect(rows[index], element).toEqual(time === "SUM" || time === "YTD" ? [] : [1]);
  }
});

it("nothing is left out while every union is there", () => {
  const rows = uncountedRows({
    period: "2024-H1",
    columns,
    units: [unit("a", null), unit("b", "2024-07-01")],
  });
  expect(rows.flat()).toEqual([]);
});
