// A real office file in a folder of its own, and the client that the renderer has too.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createRouterClient } from "@orpc/server";
import { type Host, openHost } from "../../electron/api/host.ts";
import { officePath } from "../../electron/database/office-file.ts";
import { CHEAP_SEALING } from "../../electron/exchange/test-fixtures.ts";
import type { ImportKind } from "../../shared/contract/imports.ts";
import type { Clock } from "../../shared/domain/clock.ts";
import { DISTRICT } from "./district.ts";

export const clientOf = (host: Host) => createRouterClient(host.router, { context: host.context });
export type Client = ReturnType<typeof clientOf>;
export type OfficeInput = Parameters<Client["office"]["create"]>[0];

export interface Office {
  readonly host: Host;
  readonly client: Client;
}

const CLOCK: Clock = { now: () => new Date("2026-03-10T02:00:00Z") };

/** What is slow and has tests of its own: keys are quick to make here, and the known answers are not computed again. */
const USUAL = { clock: CLOCK, program: "cli", sealing: CHEAP_SEALING, selfTest: () => undefined } as const;

/** Opens what lies in a folder; in an empty one, a new office file. @param options what is other than usual */
export async function openOffice(
  dataFolder: string,
  options: Partial<Parameters<typeof openHost>[0]> = {},
): Promise<Office> {
  if (!existsSync(officePath(dataFolder))) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(officePath(dataFolder), await (emptyFile ??= makeEmptyFile()));
  }
  const host = await openHost({ ...USUAL, ...options, dataFolder });
  return { host, client: clientOf(host) };
}

/** An office that was opened and not yet set up, made once by each test file: its migrations take their time. */
let emptyFile: Promise<Uint8Array> | undefined;

async function makeEmptyFile(): Promise<Uint8Array> {
  const dataFolder = mkdtempSync(join(tmpdir(), "scd-empty-"));
  const host = await openHost({ ...USUAL, dataFolder });
  await host.close();
  const bytes = readFileSync(officePath(dataFolder));
  rmSync(dataFolder, { recursive: true });
  return bytes;
}

export interface TestOffice extends Office {
  readonly folder: string;
  /** Previews a CSV text. */
  preview(kind: ImportKind, text: string): Promise<Awaited<ReturnType<Client["imports"]["preview"]>>>;
  /** Previews and applies it. */
  importText(
    kind: ImportKind,
    text: string,
  ): Promise<{ readonly batchUid: string; readonly applied: number }>;
  /** The uid of a union by its code, also of one that ended. */
  uidOf(code: string): Promise<string>;
  close(): Promise<void>;
}

/** @param office what is other than at {@link DISTRICT} */
export async function openTestOffice(clock = CLOCK, office: Partial<OfficeInput> = {}): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), "scd-office-"));
  const { host, client } = await openOffice(folder, { clock });
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
    uidOf: (code) => uidOf(client, code),
    async close() {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Adds a union of a private enterprise with 50 workers.
 * @param union what is other than that
 * @returns its uid
 */
export async function addUnion(
  client: Client,
  code: string,
  name = `CĐCS ${code}`,
  union: Partial<Parameters<Client["units"]["create"]>[0]> = {},
): Promise<string> {
  const { unit } = await client.units.create({
    code,
    name,
    kind: "grassrootsUnion",
    employerType: "privateEnterprise",
    sector: null,
    workforce: 50,
    selfFinancing: null,
    taxCode: null,
    establishedOn: "2020-01-01",
    decisionNumber: null,
    decidedOn: null,
    ...union,
  });
  return unit.uid;
}

/** The uid of a union by its code, also of one that ended. */
export async function uidOf(client: Client, code: string): Promise<string> {
  const { units } = await client.units.list({ includeEnded: true });
  const unit = units.find((candidate) => candidate.code === code);
  if (!unit) throw new Error(`no ${code}`);
  return unit.uid;
}

type Cell = Parameters<Client["entries"]["details"]>[0];

/** Writes a figure over what its cell holds. */
export async function saveFigure(client: Client, { unit, element, period }: Cell, value: number) {
  const { revision } = await client.entries.details({ unit, element, period });
  return client.entries.save({
    unit,
    element,
    period,
    entry: { state: "value", value },
    expectedRevision: revision,
  });
}

/** Hands bytes to an office as a file. @returns the ticket to name it by */
export const uploaded = (host: Host, bytes: string | Uint8Array): Promise<string> =>
  host.tickets.receive(Readable.from([Buffer.from(bytes)]));

/** The bytes an office offers to be saved; none where it offers nothing. */
export const offered = (host: Host, ticket: string | undefined): Uint8Array =>
  host.tickets.collect(ticket ?? "")?.bytes ?? new Uint8Array();

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
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}
