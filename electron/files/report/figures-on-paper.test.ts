// What another program makes of the tables: pages of Word on paper, rows of a sheet.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hasWriter, withoutWriter } from "../../../test/support/libreoffice.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import type { PaperAppendix } from "../../../shared/domain/report/paper.ts";
import { FigureTable, wordBytes } from "./word-parts.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-paper-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(hasWriter)(
  `money of two thousand unions stands in one line each${withoutWriter}`,
  async () => {
    const amounts = Array.from({ length: 7 }, (_, index) => 123_456_789_012 + index * 111_111_111_111);
    const table: Pick<PaperAppendix, "columns" | "rows"> = {
      columns: [
        { title: "TT", width: 4, align: "center" },
        { title: "Chỉ tiêu thống kê", width: 28, align: "start" },
        ...amounts.map((_, index) => ({ title: `Cột ${index}`, width: 9, align: "end" as const })),
      ],
      rows: [
        {
          kind: "line",
          cells: [
            "1",
            "Kinh phí công đoàn 2 % đã thu",
            ...amounts.map((amount) => ({ text: formatInteger(amount), amount, decimals: 0 as const })),
          ],
        },
      ],
    };
    const path = join(folder, "bang.docx");
    const children = [new FigureTable(table, "landscape")];
    writeFileSync(
      path,
      await wordBytes("Bảng", [{ orientation: "landscape", numbering: "ofAll", children }]),
    );
    const profile = pathToFileURL(join(folder, "profile")).href;
    spawnSync(
      "soffice",
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
      { timeout: 100_000 },
    );
    const pdf = join(folder, "bang.pdf");
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    const { stdout } = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    const line = stdout.split("\n").find((text) => text.includes("123.456.789.012")) ?? "";
    expect(line.match(/\d{3}(?:\.\d{3}){3}/g)).toEqual(amounts.map(formatInteger));
  },
  120_000,
);
