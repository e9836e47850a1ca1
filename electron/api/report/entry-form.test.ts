// Entry forms for paper, blank and filled, as Word files.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addUnion, offered, resultOf } from "../../../test/support/test-office.ts";
import { H1, openReportOffice, type ReportOffice } from "./test-fixtures.ts";

let office: ReportOffice;
beforeAll(async () => {
  office = await openReportOffice({ now: () => new Date("2026-03-10T02:00:00Z") });
});
afterAll(() => office.close());

describe("entry forms for paper", () => {
  const formText = async (input: { units: string[] | null; isFilled: boolean }) => {
    const offer = await resultOf(office.client.report.writeEntryForm({ ...H1, ...input }));
    const path = join(office.folder, "form.docx");
    writeFileSync(path, offered(office.host, offer.ticket));
    const { stdout } = spawnSync("unzip", ["-p", path, "word/document.xml"], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    return stdout.replaceAll(/<[^>]+>/g, "|").replaceAll(/\|+/g, "|");
  };

  it("are blank, or hold what is entered, with what is never asked marked", async () => {
    const blank = await formText({ units: null, isFilled: false });
    expect(blank).toContain("BIỂU SỐ LIỆU BÁO CÁO 6 THÁNG");
    expect(blank).not.toContain("9.000");
    const filled = await formText({
      units: [office.uids["U2"] ?? "", office.uids["U3"] ?? ""],
      isFilled: true,
    });
    expect(filled).toContain("|2.500|");
    expect(filled).toContain("CĐCS May Phú Tân (U3)");
    const named = await formText({
      units: [office.uids["U3"] ?? "", office.uids["U2"] ?? ""],
      isFilled: false,
    });
    expect(named).not.toContain("|2.500|");
    expect(named).toMatch(/Số bản thỏa ước lao động tập thể đang hiệu lực\|bản\|x\|/);
  });

  it("are refused for a union that is not there", async () => {
    await expect(
      resultOf(
        office.client.report.writeEntryForm({
          ...H1,
          units: ["01900000-0000-7000-8000-000000000000"],
          isFilled: false,
        }),
      ),
    ).rejects.toMatchObject({ code: "UNIT_UNKNOWN" });
  });

  it("of more than fifty unions are several Word files in a zip, and can be called off", {
    timeout: 60_000,
  }, async () => {
    const year = { form: "half", period: "2022-H1" } as unknown as typeof H1;
    for (let index = 0; index < 51; index += 1) await addUnion(office.client, `Z${index}`);
    const units = (await office.client.entries.open(year)).units.filter(({ code }) => code.startsWith("Z"));
    const asked = { ...year, units: units.map(({ uid }) => uid), isFilled: false };
    const offer = await resultOf(office.client.report.writeEntryForm(asked));
    expect(offer.fileName).toBe("bieu-giay_2022-H1_trong.zip");
    const path = join(office.folder, "forms.zip");
    writeFileSync(path, offered(office.host, offer.ticket));
    const list = spawnSync("unzip", ["-Z1", path], { encoding: "utf8" }).stdout.trim().split("\n");
    expect(list).toEqual(["bieu-giay_2022-H1_trong_01-50.docx", "bieu-giay_2022-H1_trong_51-51.docx"]);
    spawnSync("unzip", ["-o", path, "-d", office.folder]);
    const text = (name: string) =>
      spawnSync("unzip", ["-p", join(office.folder, name), "word/document.xml"], {
        encoding: "utf8",
        maxBuffer: 1e8,
      }).stdout;
    expect(text(list[0] ?? "").match(/CĐCS Z\d+/g)).toHaveLength(50);
    expect(text(list[1] ?? "").match(/CĐCS Z\d+/g)).toHaveLength(1);

    const control = new AbortController();
    const job = await office.client.report.writeEntryForm(asked, { signal: control.signal });
    expect((await job.next()).value).toMatchObject({ step: "forms", done: 0, total: 51 });
    control.abort();
    await expect(resultOf(job)).rejects.toThrow();
  });
});
