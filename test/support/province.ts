// A province and its districts, real offices on real files, that exchange real bundles.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createRouterClient } from "@orpc/server";
import { type Host, openHost } from "../../electron/api/host.ts";
import { CHEAP_SEALING } from "../../electron/exchange/test-fixtures.ts";
import type { DeskBatch } from "../../shared/contract/desk.ts";
import { resultOf } from "./test-office.ts";

export const PASSPHRASE = "câu dài chỉ để kiểm thử 2026";
export type Figures = readonly (readonly [unit: string, element: string, period: string, value: number])[];

const clientOf = (host: Host) => createRouterClient(host.router, { context: host.context });

export interface Office {
  readonly host: Host;
  readonly client: ReturnType<typeof clientOf>;
}

export interface District extends Office {
  readonly code: string;
}

export class ProvinceWorld {
  readonly folder = mkdtempSync(join(tmpdir(), "scd-province-"));
  readonly #open: Host[] = [];
  readonly #now: string;

  constructor(now = "2026-01-10T02:00:00Z") {
    this.#now = now;
  }

  /** Closes every office, so that a program can open their folders. */
  async release(): Promise<void> {
    for (const host of this.#open.splice(0)) await host.close();
  }

  async close(): Promise<void> {
    await this.release();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #office(
    folder: string,
    office: Parameters<Office["client"]["office"]["create"]>[0],
  ): Promise<Office> {
    const host = await openHost({
      dataFolder: join(this.folder, folder),
      clock: { now: () => new Date(this.#now) },
      program: "cli",
      sealing: CHEAP_SEALING,
    });
    this.#open.push(host);
    const client = clientOf(host);
    await client.office.create(office);
    await client.keys.create({ passphrase: PASSPHRASE });
    return { host, client };
  }

  /** @param list of another computer of the same province, to be taken in instead of making one */
  async province(folder = "tinh", list?: Province): Promise<Province> {
    const office = await this.#office(folder, {
      code: "LDLD-A",
      name: "LĐLĐ tỉnh A",
      kind: "provincialFederation",
      parentCode: "TLD",
      parentName: "TLĐLĐ Việt Nam",
    });
    if (!list) await office.client.keys.createTrust({ passphrase: PASSPHRASE });
    else await takeList(office, list);
    return office;
  }

  /** An office with unions of private enterprises; its key is in the province's list. */
  async district(code: string, unions: readonly string[], province?: Province): Promise<District> {
    const office = await this.#office(code, {
      code,
      name: `LĐLĐ huyện ${code}`,
      kind: "districtFederation",
      parentCode: "LDLD-A",
      parentName: "LĐLĐ tỉnh A",
    });
    for (const union of unions) await addUnion(office, union);
    if (province) await introduce(province, office);
    return { ...office, code };
  }

  /** Writes bundles into a folder as a stick has them. @returns its path */
  stick(name: string, files: ReadonlyMap<string, Uint8Array>): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
    return folder;
  }
}

export type Province = Office;

async function addUnion({ client }: Office, code: string): Promise<void> {
  await client.units.create({
    code,
    name: `CĐCS ${code}`,
    kind: "grassrootsUnion",
    employerType: "privateEnterprise",
    sector: null,
    workforce: 50,
    selfFinancing: null,
    taxCode: null,
    establishedOn: "2015-01-01",
    decisionNumber: null,
    decidedOn: null,
  });
}

export const uploaded = (host: Host, bytes: Uint8Array) =>
  host.tickets.receive(Readable.from([Buffer.from(bytes)]));
export const offered = (host: Host, ticket: string) =>
  host.tickets.collect(ticket)?.bytes ?? new Uint8Array();

/** The province takes the district's key in; the district takes the list in. */
export async function introduce(province: Province, district: Office): Promise<void> {
  const enrolment = await district.client.keys.enrol({ passphrase: PASSPHRASE });
  await province.client.keys.addToTrust({
    ticket: await uploaded(province.host, offered(district.host, enrolment.ticket)),
    passphrase: PASSPHRASE,
    confirmedKeyid: enrolment.keyid,
  });
  await takeList(district, province);
}

async function takeList(office: Office, province: Province): Promise<void> {
  const { trust } = await province.client.keys.status();
  const list = await province.client.keys.exportTrust();
  const preview = await resultOf(
    office.client.submissions.inspect({
      ticket: await uploaded(office.host, offered(province.host, list.ticket)),
      fileName: "danh-sach.goi",
    }),
  );
  await office.client.submissions.accept({
    previewId: preview.previewId,
    rootFingerprint: trust?.rootFingerprint ?? "",
  });
}

/** Types figures as an import of the whole list. */
export async function enter({ host, client }: Office, figures: Figures): Promise<void> {
  const lines = figures.map(([unit, element, period, value]) => `${unit},${element},${period},${value}`);
  const csv = ["unit_code,element,period,value", ...lines].join("\n");
  const preview = await client.imports.preview({
    ticket: await uploaded(host, Buffer.from(csv)),
    fileName: "so-lieu.csv",
    kind: "entries",
  });
  await resultOf(await client.imports.apply({ previewId: preview.previewId }));
}

/** Explains, approves and signs a period. @returns the bundle */
export async function report(
  { host, client }: Office,
  asked: { readonly form: "month" | "quarter" | "half" | "nine" | "year"; readonly period: string },
): Promise<{ readonly digest: string; readonly bytes: Uint8Array }> {
  const wanted = { form: asked.form, period: asked.period as never };
  for (const { rule, unitUid, severity } of (await client.entries.check(wanted)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...wanted, unit: unitUid, rule, text: "đã kiểm tra lại với đơn vị" });
  await resultOf(client.submissions.approve(wanted));
  const { digest } = await resultOf(await client.submissions.submit({ ...wanted, passphrase: PASSPHRASE }));
  const offer = await client.submissions.download({ digest });
  return { digest, bytes: offered(host, offer.ticket) };
}

/** Hands files to the desk and verifies them, those that came encrypted too. */
export async function look(
  { host, client }: Office,
  files: readonly (readonly [string, Uint8Array])[],
): Promise<DeskBatch> {
  let batchId: string | null = null;
  for (let start = 0; start < files.length; start += 50) {
    const some: { ticket: string; fileName: string }[] = [];
    for (const [fileName, bytes] of files.slice(start, start + 50))
      some.push({ ticket: await uploaded(host, bytes), fileName });
    ({ batchId } = await client.desk.add({ batchId, files: some }));
  }
  return resultOf(await client.desk.verify({ batchId: batchId ?? "", passphrase: PASSPHRASE }));
}

/** Takes in every clean and every noted file of a batch. */
export async function acceptAll({ client }: Office, { batchId, files }: DeskBatch): Promise<DeskBatch> {
  const ids = files.flatMap(({ id, outcome }) =>
    outcome === "clean" || outcome === "attention" ? [id] : [],
  );
  return resultOf(await client.desk.accept({ batchId, files: ids, passphrase: PASSPHRASE }));
}
