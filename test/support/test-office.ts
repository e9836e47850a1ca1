// A real office file in a folder of its own, and the client that the renderer has too.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { type Host, openHost } from "../../electron/api/host.ts";
import type { ImportKind } from "../../shared/contract/imports.ts";
import type { Clock } from "../../shared/domain/clock.ts";
import type { EmployerType } from "../../shared/domain/org-unit.ts";

const clientOf = (host: Host) => createRouterClient(host.router, { context: host.context });

export interface TestOffice {
  readonly folder: string;
  readonly host: Host;
  readonly client: ReturnType<typeof clientOf>;
  /** Previews a CSV text. */
  preview(
    kind: ImportKind,
    text: string,
  ): Promise<Awaited<ReturnType<TestOffice["client"]["imports"]["preview"]>>>;
  /** Previews and applies it. */
  importText(
    kind: ImportKind,
    text: string,
  ): Promise<{ readonly batchUid: string; readonly applied: number }>;
  /** The uid of a union by its code, also of one that ended. */
  uidOf(code: string): Promise<string>;
  close(): Promise<void>;
}

const CLOCK: Clock = { now: () => new Date("2026-03-10T02:00:00Z") };

/** @param office what is other than at {@link DISTRICT} */
export async function openTestOffice(
  clock = CLOCK,
  office: Partial<Parameters<TestOffice["client"]["office"]["create"]>[0]> = {},
): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), "scd-office-"));
  const host = await openHost({ dataFolder: folder, clock, program: "cli" });
  const client = clientOf(host);
  await client.office.create({ ...DISTRICT, ...office });
  const preview: TestOffice["preview"] = (kind, text) => {
    const path = join(folder, "file.csv");
    writeFileSync(path, text);
    return client.imports.preview({ ticket: host.tickets.fromPath(path), fileName: "file.csv", kind });
  };
  return {
    folder,
    host,
    client,
    preview,
    async importText(kind, text) {
      const { previewId } = await preview(kind, text);
      return resultOf(await client.imports.apply({ previewId }));
    },
    async uidOf(code) {
      const { units } = await client.units.list({ includeEnded: true });
      const unit = units.find((candidate) => candidate.code === code);
      if (!unit) throw new Error(`no ${code}`);
      return unit.uid;
    },
    async close() {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A district that no test is about. */
export const DISTRICT = {
  code: "LDLD-B",
  name: "LĐLĐ huyện B",
  kind: "districtFederation",
  parentCode: "LDLD-A",
  parentName: "LĐLĐ tỉnh A",
} as const;

/** Adds a union of an enterprise with 50 workers. @returns its uid */
export async function addUnion(
  client: TestOffice["client"],
  code: string,
  name: string,
  employerType: EmployerType = "privateEnterprise",
): Promise<string> {
  const { unit } = await client.units.create({
    code,
    name,
    kind: "grassrootsUnion",
    employerType,
    sector: null,
    workforce: 50,
    selfFinancing: null,
    taxCode: null,
    establishedOn: "2020-01-01",
    decisionNumber: null,
    decidedOn: null,
  });
  return unit.uid;
}

const MAY = { form: "month", period: "2025-M05" } as const;

/** Adds union U1 with figures of May 2025, approves that month and makes a key. @returns the union's uid */
export async function approveMay(client: TestOffice["client"], passphrase: string): Promise<string> {
  const unit = await addUnion(client, "U1", "CĐCS Một");
  for (const [element, value] of [
    ["workersTotal", 50],
    ["membersTotal", 40],
  ] as const)
    await client.entries.save({
      unit,
      element,
      period: MAY.period,
      entry: { state: "value", value },
      expectedRevision: 0,
    });
  for (const { rule, unitUid, severity } of (await client.entries.check(MAY)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...MAY, unit: unitUid, rule, text: "đúng vậy" });
  await resultOf(client.submissions.approve(MAY));
  await client.keys.create({ passphrase });
  return unit;
}

/** Runs a long job to its end. */
export async function resultOf<Job extends AsyncIterator<unknown, unknown>>(
  job: Job | Promise<Job>,
): Promise<ResultOf<Job>> {
  const steps = await job;
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** What the last step of a job gives. */
type ResultOf<Job extends AsyncIterator<unknown, unknown>> = Extract<
  Awaited<ReturnType<Job["next"]>>,
  { readonly done: true }
>["value"];

/** What a call came to: "done", or the code of its error. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "no code",
  );
}
