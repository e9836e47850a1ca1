import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normaliseText } from "../../shared/domain/text.ts";
import { hasLibreOffice, withoutLibreOffice } from "../../test/support/libreoffice.ts";
import { readCsv } from "./read-csv.ts";
import { readTableBytes } from "./read-table.ts";
import { writeCsv } from "./write-csv.ts";

const withOffice = hasLibreOffice ? it : it.skip;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tables-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Comma, double quote, UTF-8, from line 1; the last one has formulas evaluated on import. */
const CSV_IMPORT = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true";

/** What is read of a CSV that LibreOffice made a workbook of. */
function readConverted(name: string) {
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      `--infilter=${CSV_IMPORT}`,
      "--convert-to",
      "xlsx",
      "--outdir",
      folder,
      join(folder, name),
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  return readTableBytes(readFileSync(join(folder, name.replace(/csv$/, "xlsx"))));
}

const texts = (table: {
  header: readonly string[];
  rows: readonly { cells: readonly { text: string }[] }[];
}) => [table.header, ...table.rows.map((row) => row.cells.map((cell) => cell.text))];

describe("tables out and in again", () => {
  it("a list holds what was written, and no formula", async () => {
    const rows = [
      ["B-001", "CĐCS Công ty May Phú Tân", "1250", ""],
      ["B-002", '=HYPERLINK("http://x")', "0", "2024-05-31"],
      ["007", "Nghiệp đoàn «Xe ôm»; chợ, bến", "14600", ""],
    ];
    const header = ["code", "name", "workforce", "ended_on"];
    const table = await readTableBytes(writeCsv(header, rows));
    expect(texts(table)).toEqual([header, ...rows]);
    expect(table.rows.flatMap((row) => row.cells).some((cell) => cell.isFormula)).toBe(false);
  });

  withOffice(
    `a workbook LibreOffice made of a CSV of 2,000 unions is read whole${withoutLibreOffice}`,
    async () => {
      const rows = Array.from({ length: 2000 }, (_, index) => [
        `U-${String(index + 1).padStart(4, "0")}`,
        `CĐCS Trường Tiểu học Hoà Bình ${index + 1}`,
        (index * 37) % 5000,
        `${2000 + (index % 25)}-0${(index % 9) + 1}-1${index % 10}`,
      ]);
      const header = ["code", "name", "workforce", "established_on"];
      writeFileSync(join(folder, "register.csv"), writeCsv(header, rows));
      const table = await readConverted("register.csv");
      // LibreOffice takes the ISO dates for dates; the style brings them back.
      expect(texts(table)).toEqual([header, ...rows.map((row) => row.map(String))]);
      expect(table.rows.at(-1)?.line).toBe(2001);
      expect(table.rows[5]?.cells[2]?.isNumber).toBe(true);
    },
  );

  withOffice(
    `formulas LibreOffice calculated come as flagged values, errors as errors${withoutLibreOffice}`,
    async () => {
      writeFileSync(join(folder, "formulas.csv"), "a,b,c,d\n1250,=A2*2,=1/0,=0.1+0.2\n");
      const table = await readConverted("formulas.csv");
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
});
