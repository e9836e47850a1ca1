import { describe, expect, it } from "vitest";
import { EMPLOYER_TYPE_LABELS, SELF_FINANCING_LABELS } from "../../shared/domain/labels.ts";
import { EMPLOYER_TYPES, SELF_FINANCING_CLASSES } from "../../shared/domain/org-unit.ts";
import { readCsv } from "./read-csv.ts";
import { readEmployerRows, readUnitRows, type RowReading } from "./register-rows.ts";
import { TableError, toTable } from "./table.ts";

const units = (text: string) => {
  const reading = readUnitRows(readCsv(Buffer.from(text)));
  if (!reading.ok) throw new Error(`missing ${reading.missing.join()}`);
  return reading.rows;
};
const reasonsOf = (row: RowReading<unknown> | undefined) =>
  row?.ok === false ? row.reasons.map(({ column, code, value }) => [column, code, value]) : [];

const HEADER =
  "code,name,kind,employer_type,workforce,parent_code,established_on,ended_on,tax_code,self_financing";

describe("reading a register", () => {
  it("reads every column of design.md §6", () => {
    expect(
      units(
        `${HEADER}\nB-001,CĐCS Trường Hoà Bình,grassrootsUnion,publicServiceUnit,1.250,LDLD-B,2015-03-02,31/12/2024,0301234567,partial`,
      ),
    ).toEqual([
      {
        line: 2,
        ok: true,
        row: {
          code: "B-001",
          name: "CĐCS Trường Hoà Bình",
          kind: "grassrootsUnion",
          employerType: "publicServiceUnit",
          workforce: 1250,
          parentCode: "LDLD-B",
          establishedOn: "2015-03-02",
          endedOn: "2024-12-31",
          taxCode: "0301234567",
          selfFinancing: "partial",
        },
      },
    ]);
  });

  it.each([
    ["Mã;Tên đơn vị;Loại;Loại hình;Số lao động;Ngày thành lập"],
    ["MA CĐCS;ten cong doan co so;LOẠI;Loại  hình đơn vị;Tổng số lao động (người);Thành lập"],
    ["Mã số;Tên CĐCS;Loại tổ chức;loai hinh;Số CNVCLĐ;NGÀY THÀNH LẬP"],
  ])("knows the headings %s", (heading) => {
    expect(units(`${heading}\nA1;Nghiệp đoàn Xe ôm;Nghiệp đoàn;Nghiệp đoàn;45;2/3/2015`)[0]).toMatchObject({
      ok: true,
      row: {
        code: "A1",
        kind: "occupationalUnion",
        employerType: "occupationalUnion",
        workforce: 45,
        establishedOn: "2015-03-02",
      },
    });
  });

  it.each(
    EMPLOYER_TYPES.flatMap((type) =>
      [type, EMPLOYER_TYPE_LABELS[type].vi, EMPLOYER_TYPE_LABELS[type].en].map((text) => ({ type, text })),
    ),
  )("$text is the employer type $type, in any case and without accents", ({ type, text }) => {
    const plain = text
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replaceAll("đ", "d")
      .replaceAll("Đ", "D")
      .toUpperCase();
    const rows = units(`code,name,employer_type\nA,x,${text}\nB,x,${plain}`);
    expect(rows.map((row) => row.ok && row.row.employerType)).toEqual([type, type]);
  });

  it.each(SELF_FINANCING_CLASSES)("reads the self-financing class %s by its label", (value) => {
    expect(units(`code,name,self_financing\nA,x,${SELF_FINANCING_LABELS[value].vi}`)[0]).toMatchObject({
      row: { selfFinancing: value },
    });
  });

  it("gives a line every reason it is refused, by column, with what was written", () => {
    const rows = units(
      `${HEADER}\n,,Hội,Doanh nghiệp,nhiều,,31/02/2024,2024-13-01,,một nửa\nA,x,,,5,,2024-05-01,2024-04-30,,\nB,y,,,"1,5",,,,,`,
    );
    expect(reasonsOf(rows[0])).toEqual([
      ["code", "VALUE_MISSING", ""],
      ["name", "VALUE_MISSING", ""],
      ["established_on", "DATE_INVALID", "31/02/2024"],
      ["ended_on", "DATE_INVALID", "2024-13-01"],
      ["kind", "KIND_UNKNOWN", "Hội"],
      // "Doanh nghiệp" alone could be one of four types.
      ["employer_type", "EMPLOYER_TYPE_UNKNOWN", "Doanh nghiệp"],
      ["self_financing", "SELF_FINANCING_UNKNOWN", "một nửa"],
      ["workforce", "NUMBER_INVALID", "nhiều"],
    ]);
    expect(reasonsOf(rows[1])).toEqual([["ended_on", "DATES_REVERSED", "2024-04-30"]]);
    expect(reasonsOf(rows[2])).toEqual([["workforce", "NUMBER_INVALID", "1,5"]]);
  });

  it("takes 29 February of a leap year and no other", () => {
    const rows = units("code,name,established_on\nA,x,29/02/2024\nB,y,29/02/2023");
    expect(rows.map((row) => row.ok)).toEqual([true, false]);
  });

  it("leaves what is blank unknown; zero is a value", () => {
    expect(units("code,name,workforce,employer_type\nA,x,0,\nB,y,,")).toMatchObject([
      { row: { workforce: 0, employerType: null, kind: "grassrootsUnion" } },
      { row: { workforce: null, establishedOn: null, taxCode: null } },
    ]);
  });

  it("refuses the second line of one code, whatever its case, and names the line", () => {
    const rows = units("code,name\nA-1,x\nB,y\na-1,z");
    expect(rows.map((row) => [row.line, row.ok])).toEqual([
      [2, true],
      [3, true],
      [4, false],
    ]);
    expect(reasonsOf(rows[2])).toEqual([["code", "CODE_DUPLICATE_IN_FILE", "a-1"]]);
  });

  it("finds the headings below a title", () => {
    const table = toTable("Sổ", [
      { line: 1, cells: [{ text: "DANH SÁCH CÔNG ĐOÀN CƠ SỞ" }] },
      { line: 3, cells: ["STT", "Mã", "Tên đơn vị"].map((text) => ({ text })) },
      { line: 4, cells: ["1", "A", "x"].map((text) => ({ text })) },
    ]);
    expect(readUnitRows(table)).toMatchObject({
      ok: true,
      rows: [{ line: 4, row: { code: "A", name: "x" } }],
    });
  });

  it("names the columns that are missing, and refuses two headings for one column", () => {
    expect(readUnitRows(readCsv(Buffer.from("Mã,Địa chỉ\nA,x")))).toEqual({ ok: false, missing: ["name"] });
    expect(() => units("Mã,Tên đơn vị,Tên CĐCS\nA,x,y")).toThrow(TableError);
  });

  it("refuses error cells and flags formulas", () => {
    const table = toTable("Sổ", [
      { line: 1, cells: [{ text: "code" }, { text: "name" }, { text: "workforce" }] },
      { line: 2, cells: [{ text: "A" }, { text: "#N/A", isError: true }, { text: "5", isNumber: true }] },
      { line: 3, cells: [{ text: "B" }, { text: "x" }, { text: "", isFormula: true, isError: true }] },
      { line: 4, cells: [{ text: "C" }, { text: "x" }, { text: "7", isFormula: true, isNumber: true }] },
    ]);
    const reading = readUnitRows(table);
    const rows = reading.ok ? reading.rows : [];
    expect(reasonsOf(rows[0])).toEqual([["name", "CELL_ERROR", "#N/A"]]);
    expect(reasonsOf(rows[1])).toEqual([["workforce", "CELL_ERROR", ""]]);
    expect(rows[2]).toMatchObject({ ok: true, row: { workforce: 7 }, formulaColumns: ["workforce"] });
  });

  it("never takes the fraction of a numeric cell for thousands", () => {
    const table = toTable("Sổ", [
      { line: 1, cells: [{ text: "code" }, { text: "name" }, { text: "workforce" }] },
      { line: 2, cells: [{ text: "A" }, { text: "x" }, { text: "1,125", isNumber: true }] },
    ]);
    const reading = readUnitRows(table);
    expect(reasonsOf(reading.ok ? reading.rows[0] : undefined)).toEqual([
      ["workforce", "NUMBER_INVALID", "1,125"],
    ]);
  });

  it("reads 2,000 unions whole, in order", () => {
    const lines = Array.from(
      { length: 2000 },
      (_, index) => `U${index},CĐCS ${index},,fdiEnterprise,${index}`,
    );
    const rows = units(["code,name,kind,employer_type,workforce", ...lines].join("\n"));
    expect(rows.every((row) => row.ok)).toBe(true);
    expect(rows.map((row) => row.ok && row.row.workforce)).toEqual(lines.map((_, index) => index));
  });
});

describe("reading employers", () => {
  it("reads them with or without a union, and wants their type", () => {
    const text =
      "code,name,employer_type,workforce,tax_code,unit_code\nD1,Công ty A,FDI,120,0300000001,B-001\nD2,Công ty B,,30,,\nD3,Hợp tác xã C,htx,,,";
    const reading = readEmployerRows(readCsv(Buffer.from(text)));
    const rows = reading.ok ? reading.rows : [];
    expect(rows[0]).toMatchObject({
      row: { employerType: "fdiEnterprise", workforce: 120, taxCode: "0300000001", unitCode: "B-001" },
    });
    expect(reasonsOf(rows[1])).toEqual([["employer_type", "VALUE_MISSING", ""]]);
    expect(rows[2]).toMatchObject({ row: { employerType: "cooperative", workforce: null, unitCode: null } });
  });
});
