// The printed report of a real office, read back from the files by LibreOffice and poppler.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hasLibreOffice, withoutLibreOffice } from "../../../test/support/libreoffice.ts";
import type { ReportFile } from "../../../shared/contract/report.ts";
import { openHost, type Host } from "../host.ts";

let now = "2026-03-10T02:00:00Z";
const CLOCK = { now: () => new Date(now) };
const H1 = { form: "half", period: "2025-H1" } as never as { form: "half"; period: never };
const HOSTILE = `=HYPERLINK("http://x";"bấm") & <b>“nháy” 'đơn'</b> ${"dài ".repeat(16)}`.trim();

let folder: string;
let host: Host;
const clientOf = (opened: Host) => createRouterClient(opened.router, { context: opened.context });
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-report-"));
  host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  client = clientOf(host);
  await client.office.create({
    code: "LDLD-B",
    name: "Liên đoàn Lao động huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "Liên đoàn Lao động tỉnh A",
    personName: "Nguyễn Thị Lan",
  });
  await client.programmes.adopt({ code: "AG-1979" });
  const create = async (code: string, name: string, employerType: string, workers: number, members: number) => {
    const { unit } = await client.units.create({
      code,
      name,
      kind: "grassrootsUnion",
      employerType: employerType as never,
      sector: null,
      workforce: workers,
      selfFinancing: null,
      taxCode: null,
      establishedOn: code === "U3" ? "2025-02-10" : "2020-01-01",
      decisionNumber: code === "U3" ? "08/QĐ-LĐLĐ" : null,
      decidedOn: code === "U3" ? "2025-02-05" : null,
    });
    for (const [element, period, value] of [
      ["workersTotal", "2025-M06", workers],
      ["membersTotal", "2025-M06", members],
      ["membersTotal", "2024-M06", members - 1],
      ["workersTotal", "2024-M06", workers],
      ["peopleInformed", "2025-H1", members],
    ] as const)
      if (code !== "U3" || period !== "2024-M06")
        await client.entries.save({
          unit: unit.uid,
          element,
          period: period as never,
          entry: { state: "value", value },
          expectedRevision: 0,
        });
  };
  await create("U1", HOSTILE, "privateEnterprise", 12_000, 9_000);
  await create("U2", "CĐCS Trường Tiểu học Phú Tân", "publicServiceUnit", 50, 50);
  await create("U3", "CĐCS May Phú Tân", "fdiEnterprise", 2_500, 2_000);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function written(files: readonly ReportFile[] = ["word", "workbook", "page"]) {
  const offers = await client.report.write({ ...H1, files: [...files] });
  return offers.map(({ ticket, fileName }) => ({ fileName, bytes: host.tickets.collect(ticket)?.bytes ?? new Uint8Array() }));
}

async function change(part: string, text: string | null) {
  const { parts } = await client.report.open(H1);
  const expectedRevision = parts.find((candidate) => candidate.part === part)?.revision ?? 0;
  return client.report.save({ ...H1, part, text, expectedRevision });
}

it("tries", async () => {
  const sheet = await client.report.open(H1);
  writeFileSync("/tmp/h6/sheet.json", JSON.stringify(sheet, null, 1));
  for (const { fileName, bytes } of await written()) writeFileSync(join("/tmp/h6", fileName), bytes);
  expect(hasLibreOffice).toBe(true);
});
