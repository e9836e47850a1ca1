// What a longer form says of a union that did not report all of its months, over a real office file through the contract.
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../test/support/test-office.ts";

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
  await office.importText(
    "units",
    "code,name,kind,employer_type,workforce,established_on\nCS01,CĐCS Một,grassrootsUnion,privateEnterprise,120,2020-01-01\nCS02,CĐCS Hai,grassrootsUnion,privateEnterprise,80,2020-01-01\nCS03,CĐCS Ba,grassrootsUnion,privateEnterprise,80,2025-12-05\nCS04,CĐCS Bốn,grassrootsUnion,privateEnterprise,80,2020-01-01",
  );
  const rows = [
    ...["10", "11", "12"].map((month) => `CS01,membersAdmitted,2025-M${month},5,value,,,`),
    ...["10", "11"].map((month) => `CS02,membersAdmitted,2025-M${month},0,value,,,`),
    "CS03,membersAdmitted,2025-M12,3,value,,,",
  ];
  await office.importText(
    "entries",
    `unit_code,element,period,value,state,as_of,is_estimate,note\n${rows.join("\n")}`,
  );
});
afterEach(() => office.close());

async function admitted(form: "quarter" | "year", period: string) {
  const { columns, cells, units } = await office.client.entries.open({ form, period });
  const column = cells[columns.findIndex(({ element }) => element === "membersAdmitted")];
  const codeOf = (row: number) => units[row]?.code;
  return {
    values: Object.fromEntries(units.map(({ code }, row) => [code, column?.values[row]])),
    partial: column?.partial.rows.map((row, index) => [
      codeOf(row),
      column.partial.said[index],
      column.partial.wanted[index],
    ]),
  };
}

it("names the figures of which months are missing; a union founded in December lacks none", async () => {
  expect(await admitted("quarter", "2025-Q4")).toEqual({
    values: { CS01: 15, CS02: 0, CS03: 3, CS04: null },
    partial: [["CS02", 2, 3]],
  });
  expect((await admitted("year", "2025")).partial).toEqual([
    ["CS01", 3, 12],
    ["CS02", 2, 12],
  ]);
});

it("says on paper how many unions lack months, and nothing where none does", async () => {
  const printed = async () => {
    const { paper } = await office.client.report.open({ form: "quarter", period: "2025-Q4" });
    return {
      sentences: paper.sections.flatMap(({ paragraphs }) => paragraphs).join("\n"),
      notes: (paper.appendices[0]?.notes ?? []).join("\n"),
    };
  };
  const before = await printed();
  expect(before.sentences).toContain("trong đó 1 đơn vị chưa đủ số liệu của kỳ");
  expect(before.notes).toContain(", 1 đơn vị chưa đủ số liệu của kỳ.");
  await office.importText("entries", "unit_code,element,period,value\nCS02,membersAdmitted,2025-M12,0");
  const after = await printed();
  expect(after.sentences).not.toContain("chưa đủ số liệu");
  expect(after.notes).not.toContain("chưa đủ số liệu của kỳ.");
});
