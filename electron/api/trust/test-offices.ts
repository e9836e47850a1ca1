// A province and its districts for tests: real folders, real keys, a clock that can be moved.
import { Readable } from "node:stream";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { type Host, openHost } from "../host.ts";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { CHEAP_SEALING } from "../../exchange/test-fixtures.ts";

export const PASSPHRASE = "câu dài chỉ để kiểm thử 2026";
export const NEW_PASSPHRASE = "một câu khác hẳn cho khóa mới 77";

export const clientOf = (host: Host) => createRouterClient(host.router, { context: host.context });

export interface TestOffice {
  readonly host: Host;
  readonly client: ReturnType<typeof clientOf>;
}

export class TestOffices {
  readonly #folder: string;
  readonly #open: Host[] = [];
  /** Milliseconds since 1970; a test moves it. */
  nowMs = Date.parse("2026-01-10T02:00:00Z");

  constructor(folder: string) {
    this.#folder = folder;
  }

  async office(code: string, kind: "districtFederation" | "provincialFederation"): Promise<TestOffice> {
    const clock = { now: () => new Date(this.nowMs) };
    const host = await openHost({
      dataFolder: join(this.#folder, code),
      clock,
      program: "cli",
      sealing: CHEAP_SEALING,
    });
    this.#open.push(host);
    const client = clientOf(host);
    const parentCode = kind === "districtFederation" ? "LDLD-A" : "TLD";
    await client.office.create({
      code,
      kind,
      name: `LĐLĐ ${code}`,
      parentCode,
      parentName: "Cấp trên",
    });
    await client.keys.create({ passphrase: PASSPHRASE });
    return { host, client };
  }

  async province(): Promise<TestOffice> {
    const province = await this.office("LDLD-A", "provincialFederation");
    await province.client.keys.createTrust({ passphrase: PASSPHRASE });
    return province;
  }

  async close(): Promise<void> {
    for (const host of this.#open.splice(0)) await host.close();
  }
}

export const uploaded = (host: Host, bytes: Uint8Array) =>
  host.tickets.receive(Readable.from([Buffer.from(bytes)]));

export const bytesOf = (host: Host, { ticket }: { ticket: string }): Uint8Array =>
  host.tickets.collect(ticket)?.bytes ?? new Uint8Array();

/** The registration of a district, as it lies on the stick. */
export async function enrolment({ host, client }: TestOffice, passphrase = PASSPHRASE) {
  const offer = await client.keys.enrol({ passphrase });
  return { bytes: bytesOf(host, offer), keyid: offer.keyid };
}

export async function listOf({ host, client }: TestOffice): Promise<Uint8Array> {
  return bytesOf(host, await client.keys.exportTrust());
}

/** Looks at a file and takes it in. @returns the preview when it was refused */
export async function receive(
  { host, client }: TestOffice,
  bytes: Uint8Array,
  answers: {
    passphrase?: string;
    rootFingerprint?: string;
    decryptWith?: string;
    confirmInstance?: boolean;
  } = {},
) {
  const { passphrase, rootFingerprint, decryptWith, confirmInstance = false } = answers;
  const preview = await finished<BundlePreview>(
    await client.submissions.inspect({
      ticket: await uploaded(host, bytes),
      fileName: "tệp.goi",
      confirmInstance,
      ...(decryptWith === undefined ? {} : { passphrase: decryptWith }),
    }),
  );
  if (!preview.ok) return { preview, accepted: null };
  const accepted = await client.submissions.accept({
    previewId: preview.previewId,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(rootFingerprint === undefined ? {} : { rootFingerprint }),
  });
  return { preview, accepted };
}

/** Enrols a district with its province and hands the list back to it. */
export async function introduce(province: TestOffice, district: TestOffice): Promise<string> {
  const { bytes, keyid } = await enrolment(district);
  await province.client.keys.addToTrust({
    ticket: await uploaded(province.host, bytes),
    passphrase: PASSPHRASE,
    confirmedKeyid: keyid,
  });
  const { trust } = await province.client.keys.status();
  await receive(district, await listOf(province), { rootFingerprint: trust?.rootFingerprint ?? "" });
  return keyid;
}

/** Runs a long job to its end. */
async function finished<Result>(job: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}
