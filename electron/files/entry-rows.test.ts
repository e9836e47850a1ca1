import { describe, expect, it } from "vitest";
import type { DataElement, ValueType } from "../../shared/domain/data-element.ts";
import { RHYTHMS, type Rhythm } from "../../shared/domain/period.ts";
import { type EntryReading, readEntryRows } from "./entry-rows.ts";
import { readCsv } from "./read-csv.ts";
import { toTable } from "./table.ts";

function element(code: string, type: ValueType, rhythm: Rhythm): DataElement {
  return {
    code,
    number: "DE-X01",
    label: code,
    shortLabel: code,
    labelEnglish: code,
    type,
    measureUnit: "",
    time: "SUM",
    levels: ["grassroots"],
    rhythm,
    group: "A",
    provenance: "",
  };
}

const ELEMENTS = new Map(
  [
    element("members", "count", "month"),
    element("fees", "money", "month"),
    element("charter", "yesNo", "month"),
    element("rating", "grade", "month"),
    element("points", "score", "month"),
    ...RHYTHMS.map((rhythm) => element(`by-${rhythm}`, "count", rhythm)),
  ].map((item) => [item.code, item]),
);

const read = (text: string) => {
  const reading = readEntryRows(readCsv(Buffer.from(text)), (code) => ELEMENTS.get(code));
  if (!reading.ok) throw new Error(`missing ${reading.missing.join()}`);
  return reading.rows;
};
const one = (element: string, value: string, state = "") =>
  read(`unit_code,element,period,value,state\nB-001,${element},2024-M05,"${value}",${state}`)[0];
const entryOf = (row: EntryReading | undefined) => (row?.ok ? row.row.entry : undefined);
const reasonsOf = (row: EntryReading | undefined) =>
  row?.ok === false ? row.reasons.map(({ column, code }) => `${column}:${code}`) : [];

describe("reading entries", () => {
  it("reads every column of design.md §6", () => {
    const [row] = read(
      "unit_code,element,period,value,state,as_of,is_estimate,note\nB-001,members,2024-M05,1 250,,25/05/2024,có,chốt sớm",
    );
    expect(row).toMatchObject({
      line: 2,
      ok: true,
      row: {
        unitCode: "B-001",
        element: { code: "members" },
        period: { code: "2024-M05" },
        entry: { state: "value", value: 1250 },
        asOf: "2024-05-25",
        isEstimate: true,
        note: "chốt sớm",
      },
    });
  });

  it.each([
    ["members", "1250", 1250],
    ["members", "1.250", 1250],
    ["members", "1 250", 1250],
    ["members", "0", 0],
    ["fees", "39,5 tỷ", 39_500_000_000],
    ["charter", "có", 1],
    ["charter", "Không", 0],
    ["charter", "1", 1],
    ["rating", "excellent", 0],
    ["rating", "notRated", 4],
    ["rating", "Tốt", 1],
    ["points", "85,5", 8550],
  ])("%s written %s is %d", (code, text, value) => {
    expect(entryOf(one(code, text))).toEqual({ state: "value", value });
  });

  it.each([
    ["members", "", "value:VALUE_MISSING"],
    ["members", "-5", "value:NEGATIVE"],
    ["members", "1,250", "value:AMBIGUOUS_SEPARATOR"],
    ["members", "12,5", "value:NOT_WHOLE"],
    ["charter", "2", "value:NOT_YES_NO"],
    ["rating", "A", "value:NOT_A_GRADE"],
    ["points", "100,5", "value:OUT_OF_RANGE"],
    ["nothing", "1", "element:ELEMENT_UNKNOWN"],
    ["__proto__", "1", "element:ELEMENT_UNKNOWN"],
  ])("%s written %j is refused: %s", (code, text, reason) => {
    expect(reasonsOf(one(code, text))).toEqual([reason]);
  });

  it.each([
    ["noOccurrence", "", "noOccurrence"],
    ["không phát sinh", "0", "noOccurrence"],
    ["NOTAPPLICABLE", "", "notApplicable"],
    ["Chưa thu thập", "", "notCollected"],
    ["", "-", "noOccurrence"],
    ["", "x", "notApplicable"],
    ["", "?", "notCollected"],
  ])("state %j with value %j is %s", (state, value, expected) => {
    expect(entryOf(one("members", value, state))).toEqual({ state: expected });
  });

  it.each([
    ["noOccurrence", "5", "value:VALUE_WITH_STATE"],
    ["notCollected", "0", "value:VALUE_WITH_STATE"],
    ["value", "-", "value:VALUE_WITH_STATE"],
    ["value", "", "value:VALUE_MISSING"],
    ["missing", "", "state:STATE_UNKNOWN"],
    ["constructor", "1", "state:STATE_UNKNOWN"],
    ["__proto__", "1", "state:STATE_UNKNOWN"],
  ])("state %j with value %j is refused: %s", (state, value, reason) => {
    expect(reasonsOf(one("members", value, state))).toEqual([reason]);
  });

  it("lets an element be entered at its own rhythm or a longer one", () => {
    const periods: readonly [Rhythm, string][] = [
      ["month", "2024-M06"],
      ["quarter", "2024-Q2"],
      ["half", "2024-H1"],
      ["nine", "2024-9M"],
      ["year", "2024"],
    ];
    const allowed = Object.fromEntries(
      RHYTHMS.map((rhythm) => {
        const rows = read(
          `unit_code,element,period,value\n${periods.map(([, period]) => `B,by-${rhythm},${period},1`).join("\n")}`,
        );
        for (const row of rows) if (!row.ok) expect(reasonsOf(row)).toEqual(["period:RHYTHM_TOO_SHORT"]);
        return [rhythm, rows.flatMap((row) => (row.ok ? [row.row.period.code] : []))];
      }),
    );
    expect(allowed).toEqual({
      month: ["2024-M06", "2024-Q2", "2024-H1", "2024-9M", "2024"],
      quarter: ["2024-Q2", "2024-H1", "2024-9M", "2024"],
      half: ["2024-H1", "2024-9M", "2024"],
      nine: ["2024-9M", "2024"],
      year: ["2024"],
    });
  });

  it("gives a line every reason, one for each cell", () => {
    const [row] = read(
      "unit_code,element,period,value,state,as_of,is_estimate\n,members,2024-M13,mười,,30/02/2024,chắc",
    );
    expect(reasonsOf(row)).toEqual([
      "unit_code:VALUE_MISSING",
      "period:PERIOD_UNKNOWN",
      "value:NOT_A_NUMBER",
      "as_of:DATE_INVALID",
      "is_estimate:NOT_YES_NO",
    ]);
  });

  it("refuses the second line for one cell", () => {
    const rows = read(
      "unit_code,element,period,value\nB,members,2024-M05,1\nB,members,2024-M06,1\nB,members,2024-M05,2",
    );
    expect(rows.map((row) => row.ok)).toEqual([true, true, false]);
    expect(reasonsOf(rows[2])).toEqual(["unit_code:ROW_DUPLICATE_IN_FILE"]);
  });

  it("reads numeric cells exactly: a fraction is no thousands mark, an error no value", () => {
    const cells = (value: object, code = "members") => [
      { text: "B" },
      { text: code },
      { text: "2024", isNumber: true as const },
      { text: "", ...value },
    ];
    const table = toTable("t", [
      { line: 1, cells: ["unit_code", "element", "period", "value"].map((text) => ({ text })) },
      { line: 2, cells: cells({ text: "1,125", isNumber: true }) },
      { line: 3, cells: cells({ text: "85,25", isNumber: true }, "points") },
      { line: 4, cells: cells({ text: "#REF!", isError: true, isFormula: true }, "fees") },
      { line: 5, cells: cells({ text: "7", isNumber: true, isFormula: true }, "by-year") },
    ]);
    const reading = readEntryRows(table, (code) => ELEMENTS.get(code));
    const rows = reading.ok ? reading.rows : [];
    expect(reasonsOf(rows[0])).toEqual(["value:NOT_WHOLE"]);
    expect(entryOf(rows[1])).toEqual({ state: "value", value: 8525 });
    expect(reasonsOf(rows[2])).toEqual(["value:CELL_ERROR"]);
    expect(rows[3]).toMatchObject({ row: { entry: { value: 7 } }, formulaColumns: ["value"] });
  });

  it("names the columns that are missing", () => {
    const reading = readEntryRows(readCsv(Buffer.from("unit_code,element\nB,members")), () => undefined);
    expect(reading).toEqual({ ok: false, missing: ["period"] });
    const without = readEntryRows(
      readCsv(Buffer.from("unit_code,element,period\nB,members,2024")),
      () => undefined,
    );
    expect(without).toEqual({ ok: false, missing: ["value"] });
  });
});

it.each(["", "#N/A", "(tổng)", "/2024", "0000", "2024-M13", "constructor"])(
  "refuses a line whose period is %j, and reads the others",
  (period) => {
    const [bad, good] = read(
      `unit_code,element,period,value\nB-001,rating,"${period}",Tốt\nB-001,rating,2024-M05,Tốt`,
    );
    expect(reasonsOf(bad).some((reason) => reason.startsWith("period:"))).toBe(true);
    expect(good?.ok).toBe(true);
  },
);
