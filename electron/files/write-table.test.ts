import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normaliseText } from "../../shared/domain/text.ts";
import { readCsv } from "./read-csv.ts";
import { readTable, readTableBytes } from "./read-table.ts";
import { writeCsv } from "./write-csv.ts";
import { tableBytes, writeTable } from "./write-table.ts";
import { writeXlsx } from "./write-xlsx.ts";
import { parseWorkbook } from "./workbook/parse-workbook.ts";

const hasOffice = spawnSync("soffice", ["--version"]).status === 0;
/** The reason stands in the name, so that a skipped test says why it was. */
const withOffice = hasOffice ? it : it.skip;
const because = hasOffice ? "" : " (skipped: LibreOffice is not installed)";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tables-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Comma, double quote, UTF-8, from line 1; the last one has formulas evaluated on import. */
const CSV_IMPORT = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true";

function convert(name: string, format: string, options: readonly string[] = []): string {
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      ...options,
      "--convert-to",
      format,
      "--outdir",
      folder,
      join(folder, name),
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  return join(folder, name.replace(/\.\w+$/, `.${format.split(":")[0] ?? ""}`));
}

const texts = (table: {
  header: readonly string[];
  rows: readonly { cells: readonly { text: string }[] }[];
}) => [table.header, ...table.rows.map((row) => row.cells.map((cell) => cell.text))];

const REGISTER = {
  name: "Sổ đơn vị",
  header: ["code", "name", "workforce", "ended_on"],
  rows: [
    ["B-001", "CĐCS Công ty May Phú Tân", 1250, null],
    ["B-002", '=HYPERLINK("http://x")', 0, "2024-05-31"],
    ["007", "Nghiệp đoàn «Xe ôm»; chợ, bến", 14_600, null],
  ],
} as const;

describe("tables out and in again", () => {
  it.each(["list.csv", "list.xlsx"])("%s holds what was written", async (name) => {
    const path = join(folder, name);
    await writeTable(path, [REGISTER]);
    const table = await readTable(path);
    expect(texts(table)).toEqual([
      [...REGISTER.header],
      ["B-001", "CĐCS Công ty May Phú Tân", "1250", ...(name.endsWith("csv") ? [""] : [])],
      ["B-002", '=HYPERLINK("http://x")', "0", "2024-05-31"],
      ["007", "Nghiệp đoàn «Xe ôm»; chợ, bến", "14600", ...(name.endsWith("csv") ? [""] : [])],
    ]);
    expect(table.rows.flatMap((row) => row.cells).some((cell) => cell.isFormula)).toBe(false);
  });

  it("a workbook tells numbers from text that looks like numbers", async () => {
    const table = await readTableBytes(await tableBytes("a.xlsx", [REGISTER]));
    expect(table.sheet).toBe("Sổ đơn vị");
    expect(table.rows[0]?.cells[2]).toEqual({ text: "1250", isNumber: true });
    expect(table.rows[2]?.cells[0]).toEqual({ text: "007" });
  });

  withOffice(`LibreOffice reads a workbook as it was meant${because}`, async () => {
    writeFileSync(join(folder, "out.xlsx"), await writeXlsx([REGISTER]));
    const path = convert("out.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1");
    // Cells as LibreOffice shows them: the grouping proves numeric cells with their format.
    expect(texts(readCsv(readFileSync(path)))).toEqual([
      [...REGISTER.header],
      ["B-001", "CĐCS Công ty May Phú Tân", "1,250", ""],
      ["B-002", '=HYPERLINK("http://x")', "0", "2024-05-31"],
      ["007", "Nghiệp đoàn «Xe ôm»; chợ, bến", "14,600", ""],
    ]);
    expect(readFileSync(path, "utf8")).toContain("'=HYPERLINK");
  });

  withOffice(`a workbook LibreOffice made of a CSV of 2,000 unions is read whole${because}`, async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [
      `U-${String(index + 1).padStart(4, "0")}`,
      `CĐCS Trường Tiểu học Hoà Bình ${index + 1}`,
      (index * 37) % 5000,
      `${2000 + (index % 25)}-0${(index % 9) + 1}-1${index % 10}`,
    ]);
    const header = ["code", "name", "workforce", "established_on"];
    writeFileSync(join(folder, "register.csv"), writeCsv(header, rows));
    const table = await readTable(convert("register.csv", "xlsx", [`--infilter=${CSV_IMPORT}`]));
    // LibreOffice takes the ISO dates for dates; the style brings them back.
    expect(texts(table)).toEqual([header, ...rows.map((row) => row.map(String))]);
    expect(table.rows.at(-1)?.line).toBe(2001);
    expect(table.rows[5]?.cells[2]?.isNumber).toBe(true);
  });

  withOffice(
    `formulas LibreOffice calculated come as flagged values, errors as errors${because}`,
    async () => {
      writeFileSync(join(folder, "formulas.csv"), "a,b,c,d\n1250,=A2*2,=1/0,=0.1+0.2\n");
      const table = await readTable(convert("formulas.csv", "xlsx", [`--infilter=${CSV_IMPORT}`]));
      expect(table.rows[0]?.cells).toEqual([
        { text: "1250", isNumber: true },
        { text: "2500", isNumber: true, isFormula: true },
        { text: "#DIV/0!", isError: true, isFormula: true },
        { text: "0,3", isNumber: true, isFormula: true },
      ]);
    },
  );

  it("any text comes back from CSV as itself, normalised", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "=1+1",
        "'=1",
        "\t=x",
        "＝x",
        'a"b',
        "a;b,c\td",
        "dòng 1\ndòng 2",
        "-",
        "@SUM(A1)",
        "Hoà Bình",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1 }),
        fc.constantFrom("," as const, ";" as const),
        (rows, mark) => {
          const table = readCsv(
            writeCsv(
              ["first", "second"],
              rows.map(([a, b]) => [`.${a}`, b]),
              mark,
            ),
          );
          expect(texts(table).slice(1)).toEqual(
            rows.map(([a, b]) => [normaliseText(`.${a}`), normaliseText(b)]),
          );
        },
      ),
    );
  });

  it("any text comes back from a workbook as itself, normalised, and no cell is a formula", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "=1+1",
        "'=1",
        "\t=x",
        "＝x",
        "_x000D_",
        "_x005F_x000D_",
        "<b>&amp;</b>",
        "a\nb",
        "\0\u0001x",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (column) => {
        const bytes = await writeXlsx([
          {
            name: "t",
            header: ["first", "second"],
            rows: column.map((value) => ["x", value.replace(/\r/g, "")]),
          },
        ]);
        const table = await parseWorkbook(Buffer.from(bytes));
        const expected = column.map((value) => normaliseText(value.replace(/\r/g, "")));
        expect(table.rows.map((row) => row.cells[1]?.text ?? "")).toEqual(expected);
        expect(table.rows.flatMap((row) => row.cells).some((cell) => cell.isFormula)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it("sheet names are made fit for Excel and stay apart", async () => {
    const sheet = { header: ["a"], rows: [["1"]] };
    const bytes = await writeXlsx([
      { ...sheet, name: "Quý I/2024: số liệu [ước] của các đơn vị" },
      { ...sheet, name: "Quý I 2024  số liệu  ước  của các đơn vị" },
      { ...sheet, name: "" },
    ]);
    const table = await readTableBytes(bytes);
    const names = [table.sheet, ...(table.ignoredSheets ?? [])];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
  });

  it("numbers that are none are a bug, and one CSV holds one sheet", async () => {
    await expect(writeXlsx([{ name: "a", header: ["a"], rows: [[Number.NaN]] }])).rejects.toThrow(RangeError);
    await expect(tableBytes("a.csv", [REGISTER, REGISTER])).rejects.toThrow(RangeError);
  });
});
