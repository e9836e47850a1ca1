// Two hundred sheets to the grassroots and back: written, filled and saved by LibreOffice, read, applied. What stands in
// the office afterwards is worked out here a second time from the number of the union alone.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOfAnswer, openBook } from "../../../test/support/answered-template.ts";
import {
  type CalcJob,
  fillWithCalc,
  hasLibreOffice,
  withoutLibreOffice,
} from "../../../test/support/libreoffice.ts";
import type { CollectPreview } from "../../../shared/contract/collect.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { type Host, openHost } from "../host.ts";

const UNITS = 200;
const BATCH = 50;
const FORM = { form: "month", period: "2026-M02" } as const;
const TYPES = ["privateEnterprise", "publicServiceUnit", "fdiEnterprise", "adminAgency"];

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-round-trip-"));
  host = await openHost({
    dataFolder: join(folder, "office"),
    clock: { now: () => new Date("2026-03-10T02:00:00Z") },
    program: "cli",
  });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function result<P, R>(job: AsyncIterator<P, R>): Promise<R> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

/** What union number `index` answers to a line: as it is put into the sheet, and what that means. Undefined = left blank. */
function answerOf(
  index: number,
  element: string,
): { column: "value" | "word"; put: string | number; means: EntryValue } | undefined {
  const workers = 20 + ((index * 37) % 480);
  const number = (value: number, put: string | number = value) => ({
    column: "value" as const,
    put,
    means: { state: "value" as const, value },
  });
  switch (element) {
    case "workersTotal":
      return number(workers);
    case "membersTotal":
      // Typed as text with a dot, as a sheet set to English makes people do.
      return index % 3 === 0
        ? number(1000 + workers, `1.${String(workers).padStart(3, "0")}`)
        : number(workers - 3);
    case "membersAdmitted":
      return index % 4 === 0
        ? { column: "word", put: "Không phát sinh", means: { state: "noOccurrence" } }
        : number(index % 4);
    case "membersTransferredIn":
      return index % 5 === 0 ? undefined : number(0);
    case "membersDecreased":
      return { column: "word", put: "Chưa thu thập", means: { state: "notCollected" } };
    case "strikes":
      return index % 2 === 0 ? number(index === 2 ? 1 : 0) : undefined;
    default:
      return undefined;
  }
}

it.runIf(hasLibreOffice)(
  `200 sheets filled in LibreOffice come back as exactly what was filled${withoutLibreOffice}`,
  async () => {
    const client = createRouterClient(host.router, { context: host.context });
    await client.office.create({
      code: "LDLD-B",
      name: "LĐLĐ huyện B",
      kind: "districtFederation",
      parentCode: "LDLD-A",
      parentName: "LĐLĐ tỉnh A",
    });
    const codes = Array.from({ length: UNITS }, (_, index) => `U${String(index + 1).padStart(3, "0")}`);
    const register = join(folder, "units.csv");
    writeFileSync(
      register,
      `code,name,employer_type\n${codes.map((code, index) => `${code},CĐCS Đơn vị “${code}” Hoà Bình,${TYPES[index % 4]}`).join("\n")}\n`,
    );
    const { previewId: registerPreview } = await client.imports.preview({
      ticket: host.tickets.fromPath(register),
      fileName: "units.csv",
      kind: "units",
    });
    await result(await client.imports.apply({ previewId: registerPreview }));
    const units = (await client.units.list({})).units;
    const form = await client.entries.open({ ...FORM, period: FORM.period as never });
    const elements = form.columns.map(({ element }) => element);

    const jobs: CalcJob[] = [];
    mkdirSync(join(folder, "out"));
    mkdirSync(join(folder, "back"));
    for (let start = 0; start < UNITS; start += BATCH) {
      const some = units.slice(start, start + BATCH);
      const { offers } = await result(
        await client.collect.writeTemplates({
          ...FORM,
          period: FORM.period as never,
          units: some.map(({ uid }) => uid),
          kind: "single",
          packaging: "files",
        }),
      );
      expect(offers).toHaveLength(BATCH);
      for (const [offset, offer] of offers.entries()) {
        const unit = some[offset];
        const bytes = host.tickets.collect(offer.ticket)?.bytes ?? new Uint8Array();
        const index = codes.indexOf(unit?.code ?? "");
        const from = join(folder, "out", offer.fileName);
        writeFileSync(from, bytes);
        const sheet = (await openBook(bytes)).worksheets[0];
        if (!sheet) throw new Error("no sheet");
        const isSchool = index % 4 === 1 || index % 4 === 3;
        jobs.push({
          from,
          // People rename files.
          to: join(folder, "back", `bao cao ${UNITS - index}.xlsx`),
          cells: elements.flatMap((element) => {
            const answer = isSchool && element === "strikes" ? undefined : answerOf(index, element);
            return answer
              ? [[addressOfAnswer(sheet, { element, column: answer.column }), answer.put] as const]
              : [];
          }),
        });
      }
    }
    const printed = fillWithCalc(folder, jobs, 80_000);
    expect(jobs.filter(({ to }) => !existsSync(to)).length, printed).toBe(0);
    expect(readFileSync(jobs[0]?.to ?? "").equals(readFileSync(jobs[0]?.from ?? ""))).toBe(false);

    let seen: CollectPreview | undefined;
    for (let start = 0; start < UNITS; start += BATCH)
      seen = await result(
        await client.collect.preview({
          previewId: seen?.previewId ?? null,
          files: jobs.slice(start, start + BATCH).map(({ to }) => ({
            ticket: host.tickets.fromPath(to),
            fileName: to.split("/").at(-1) ?? "",
          })),
          expect: { ...FORM, period: FORM.period as never },
        }),
      );
    const files = seen?.files ?? [];
    expect(files.filter(({ state, counts }) => state !== "ready" || counts.rejected > 0)).toEqual([]);
    expect(new Set(files.map(({ units: [unit] }) => unit?.uid)).size).toBe(UNITS);
    await result(
      await client.collect.apply({
        previewId: seen?.previewId ?? "",
        files: files.map(({ id }) => ({ id, conflicts: "keep" as const })),
      }),
    );

    const after = await client.entries.open({ ...FORM, period: FORM.period as never });
    let compared = 0;
    for (const [column, element] of elements.entries())
      for (const [row, unit] of after.units.entries()) {
        const index = codes.indexOf(unit.code);
        const isSchool = index % 4 === 1 || index % 4 === 3;
        const expected = isSchool && element === "strikes" ? undefined : answerOf(index, element)?.means;
        const state = after.cells[column]?.states[row];
        const never = isSchool && (after.columns[column]?.section ?? "") === "E";
        const wanted = expected
          ? ["value", "noOccurrence", "notApplicable", "notCollected"].indexOf(expected.state)
          : never
            ? 4
            : -1;
        expect([unit.code, element, state]).toEqual([unit.code, element, wanted]);
        expect(after.cells[column]?.values[row] ?? null).toBe(
          expected?.state === "value" ? expected.value : null,
        );
        compared += 1;
      }
    expect(compared).toBe(UNITS * 13);
  },
  120_000,
);
