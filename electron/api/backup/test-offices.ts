// For the tests of this folder: a district with real reports and its province, each an office on real files.
import { Readable } from "node:stream";
import { createRouterClient } from "@orpc/server";
import { type Host, openHost } from "../host.ts";
import { CHEAP_SEALING } from "../../exchange/test-fixtures.ts";

export const PASSPHRASE = "câu dài chỉ để kiểm thử 2026";
export const BACKUP_PASSPHRASE = "một câu khác để cất vào USB";
export const CLOCK = { now: () => new Date("2026-01-10T02:00:00Z") };
export const DECEMBER = { form: "month", period: "2025-M12" } as const;
export const NOVEMBER = { form: "month", period: "2025-M11" } as const;
type Report = typeof DECEMBER | typeof NOVEMBER;

export const clientOf = (host: Host) => createRouterClient(host.router, { context: host.context });
export type Client = ReturnType<typeof clientOf>;

export interface Office {
  readonly host: Host;
  readonly client: Client;
}

export async function openOffice(dataFolder: string, clock = CLOCK): Promise<Office> {
  const host = await openHost({ dataFolder, clock, program: "cli", sealing: CHEAP_SEALING });
  return { host, client: clientOf(host) };
}

export async function makeDistrict(dataFolder: string): Promise<Office> {
  const office = await openOffice(dataFolder);
  const { client } = office;
  await client.office.create({
    code: "LDLD-B",
    name: "LĐLĐ huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "LĐLĐ tỉnh A",
    personName: "Lan",
  });
  await client.keys.create({ passphrase: PASSPHRASE });
  for (const code of ["U1", "U2"])
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
  return office;
}

export async function makeProvince(dataFolder: string): Promise<Office> {
  const office = await openOffice(dataFolder);
  await office.client.office.create({
    code: "LDLD-A",
    name: "LĐLĐ tỉnh A",
    kind: "provincialFederation",
    parentCode: "TLD",
    parentName: "Tổng Liên đoàn",
  });
  await office.client.keys.create({ passphrase: PASSPHRASE });
  await office.client.keys.createTrust({ passphrase: PASSPHRASE });
  return office;
}

/** The province takes the district's key in, the district the list. */
export async function introduce(province: Office, district: Office): Promise<void> {
  const enrolment = await district.client.keys.enrol({ passphrase: PASSPHRASE });
  const { rootFingerprint } = await province.client.keys.addToTrust({
    ticket: await upload(province, offered(district, enrolment.ticket)),
    passphrase: PASSPHRASE,
    confirmedKeyid: enrolment.keyid,
  });
  const list = await province.client.keys.exportTrust();
  const preview = await inspect(district, offered(province, list.ticket));
  await district.client.submissions.accept({ previewId: preview.previewId, rootFingerprint });
}

export async function approve({ client }: Office, report: Report, members: number): Promise<void> {
  for (const { uid } of (await client.units.list({})).units)
    await client.entries.save({
      unit: uid,
      element: "membersTotal",
      period: report.period,
      entry: { state: "value", value: members },
      expectedRevision: (
        await client.entries.details({ unit: uid, element: "membersTotal", period: report.period })
      ).revision,
    });
  for (const { rule, unitUid, severity } of (await client.entries.check(report)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...report, unit: unitUid, rule, text: "đúng vậy" });
  await finished(await client.submissions.approve(report));
}

export async function submit({ client }: Office, report: Report) {
  return finished(await client.submissions.submit({ ...report, passphrase: PASSPHRASE }));
}

/** What the province does with a report of the district. @returns the bytes of its receipt */
export async function receive(
  province: Office,
  district: Office,
  digest: string,
  confirmInstance = false,
): Promise<Uint8Array> {
  const offer = await district.client.submissions.download({ digest });
  const preview = await inspect(province, offered(district, offer.ticket), confirmInstance);
  if (preview.fault) throw new Error(preview.fault.code);
  const { receipt } = await province.client.submissions.accept({
    previewId: preview.previewId,
    passphrase: PASSPHRASE,
  });
  return offered(province, receipt?.ticket ?? "");
}

export async function takeIn(office: Office, bytes: Uint8Array) {
  const preview = await inspect(office, bytes);
  if (preview.fault) throw new Error(preview.fault.code);
  return office.client.submissions.accept({ previewId: preview.previewId });
}

export async function inspect(office: Office, bytes: Uint8Array, confirmInstance = false) {
  return finished(
    await office.client.submissions.inspect({
      ticket: await upload(office, bytes),
      fileName: "goi.goi",
      confirmInstance,
    }),
  );
}

/** A backup as the person who saved it has it. */
export async function backUp(office: Office, passphrase: string | null = null) {
  const made = await finished(await office.client.backup.create({ passphrase }));
  const file = office.host.tickets.collect(made.offer.ticket);
  if (!file) throw new Error("nothing offered");
  const bytes = file.bytes;
  await file.saved();
  return { ...made, bytes };
}

export async function verify(office: Office, bytes: Uint8Array, passphrase: string | null = null) {
  return finished(
    await office.client.backup.verify({
      source: { from: "file", ticket: await upload(office, bytes), fileName: "b.saoluu" },
      passphrase,
    }),
  );
}

/** Into an empty folder, as on a new machine. */
export async function restoreInto(folder: string, bytes: Uint8Array, passphrase: string | null = null) {
  const office = await openOffice(folder);
  const { previewId, fault } = await verify(office, bytes, passphrase);
  if (fault) throw new Error(fault.code);
  const status = await finished(await office.client.backup.restore({ previewId, confirmation: null }));
  return { ...office, status };
}

export async function finished<P, R>(job: AsyncIterator<P, R>): Promise<R> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

export function upload({ host }: Office, bytes: Uint8Array): Promise<string> {
  return host.tickets.receive(Readable.from([Buffer.from(bytes)]));
}

export function offered({ host }: Office, ticket: string): Uint8Array {
  return host.tickets.collect(ticket)?.bytes ?? new Uint8Array();
}

export async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}
