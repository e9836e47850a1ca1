// A province and its districts, real offices on real files, that exchange real bundles.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../../electron/api/host.ts";
import type { DeskBatch } from "../../shared/contract/desk.ts";
import { introduce, takeList } from "./exchange-between.ts";
import { PASSPHRASE } from "./passphrase.ts";
import { approve, bundleOf, submit } from "./signed-report.ts";
import { addUnion, type Office, type OfficeInput, openOffice, resultOf, uploaded } from "./test-office.ts";

export type Figures = readonly (readonly [unit: string, element: string, period: string, value: number])[];

export interface District extends Office {
  readonly code: string;
}

export class ProvinceWorld {
  readonly folder = mkdtempSync(join(tmpdir(), "scd-province-"));
  readonly #open: Host[] = [];
  /** Milliseconds since 1970; a test moves it. */
  nowMs: number;

  constructor(now = "2026-01-10T02:00:00Z") {
    this.nowMs = Date.parse(now);
  }

  /** Closes every office, so that a program can open their folders. */
  async release(): Promise<void> {
    for (const host of this.#open.splice(0)) await host.close();
  }

  async close(): Promise<void> {
    await this.release();
    rmSync(this.folder, { recursive: true, force: true });
  }

  at(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  /** Opens what lies in a folder of this world, until the world is closed. */
  async open(folder: string): Promise<Office> {
    const office = await openOffice(this.at(folder), { clock: { now: () => new Date(this.nowMs) } });
    this.#open.push(office.host);
    return office;
  }

  /** An office that has its keys. */
  async #office(folder: string, details: OfficeInput): Promise<Office> {
    const office = await this.open(folder);
    await office.client.office.create(details);
    await office.client.keys.create({ passphrase: PASSPHRASE });
    return office;
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

  /**
   * An office with unions of private enterprises; its key is in the province's list.
   * @param details what is other than usual; the folder is the code unless it is named
   */
  async district(
    code: string,
    unions: readonly string[] = [],
    province?: Province,
    { folder = code, ...details }: Partial<OfficeInput> & { readonly folder?: string } = {},
  ): Promise<District> {
    const office = await this.#office(folder, {
      code,
      name: `LĐLĐ huyện ${code}`,
      kind: "districtFederation",
      parentCode: "LDLD-A",
      parentName: "LĐLĐ tỉnh A",
      ...details,
    });
    for (const union of unions) await addUnion(office.client, union);
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

/** Types figures as an import of the whole list. */
export async function enter({ host, client }: Office, figures: Figures): Promise<void> {
  const lines = figures.map(([unit, element, period, value]) => `${unit},${element},${period},${value}`);
  const csv = ["unit_code,element,period,value", ...lines].join("\n");
  const preview = await client.imports.preview({
    ticket: await uploaded(host, csv),
    fileName: "so-lieu.csv",
    kind: "entries",
  });
  await resultOf(await client.imports.apply({ previewId: preview.previewId }));
}

/** Explains, approves and signs a period. @returns the bundle */
export async function report(
  office: Office,
  asked: { readonly form: "month" | "quarter" | "half" | "nine" | "year"; readonly period: string },
): Promise<{ readonly digest: string; readonly bytes: Uint8Array }> {
  const wanted = { form: asked.form, period: asked.period as never };
  await approve(office.client, wanted, {
    explanation: "đã kiểm tra lại với đơn vị",
    // Needed where the office has not answered about itself; kept only there.
    incompleteReason: "số liệu của chính đơn vị chưa chốt",
  });
  const { digest } = await submit(office.client, wanted);
  return { digest, bytes: await bundleOf(office, digest) };
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
