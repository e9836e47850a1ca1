// The API as its clients see it, over a real file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Host, openHost } from "./host.ts";

const CLOCK = { now: () => new Date("2026-03-10T02:00:00Z") };
let folder: string;
let host: Host;
const clientOf = (opened: Host) => createRouterClient(opened.router, { context: opened.context });
let client: ReturnType<typeof clientOf>;

async function open(): Promise<void> {
  host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  client = clientOf(host);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-api-"));
  await open();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

/** Runs a long job to its end. */
async function finish<T, R>(job: AsyncIterator<T, R>): Promise<R> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

function ticketFor(text: string, name = "file.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return host.tickets.fromPath(path);
}

describe("the demo office", () => {
  it("is whole: register, three years, programmes, and every target judged", async () => {
    await finish(await client.office.createDemo({ units: 120, years: 3, seed: 1 }));
    const { units } = await client.units.list({ includeEnded: true });
    expect(units).toHaveLength(120);
    expect(units.filter((unit) => !unit.isActive)).toHaveLength(1);
    expect(await client.units.listEmployers({})).toHaveLength(400);
    for (const code of ["TLD-2021", "AG-1979", "BT-2024"]) {
      const { rows } = await client.evaluation.evaluate({ programme: code, period: "2025" });
      console.log(
        code,
        rows
          .map(
            (row) =>
              `${row.target} ${row.status} ${row.display} [${row.displayTarget}] ${row.unitsCounted}/${row.unitsMissing}`,
          )
          .join("\n"),
      );
    }
    const form = await client.entries.open({ form: "month", period: "2025-M05" });
    expect(form.columns).toHaveLength(13);
    const check = await client.entries.check({ form: "month", period: "2025-M05" });
    console.log(
      check.blocking,
      check.unexplained,
      check.findings.slice(0, 5).map((finding) => finding.message),
    );
    for (const period of ["2025-Q2", "2025-H1", "2025-9M", "2025"]) {
      const found = await client.entries.check({
        form: period.includes("Q")
          ? "quarter"
          : period.endsWith("H1")
            ? "half"
            : period.endsWith("9M")
              ? "nine"
              : "year",
        period,
      });
      console.log(
        period,
        found.blocking,
        found.unexplained,
        [
          ...new Set(
            found.findings
              .filter((f) => f.severity === "block")
              .map((finding) => finding.rule + " " + finding.message),
          ),
        ].slice(0, 4),
      );
    }
  });
});
void ticketFor;
