// An office with a report to print: a company whose name is hostile, a school, and a factory founded in the half-year.
import type { ReportFile, ReportSheet } from "../../../shared/contract/report.ts";
import type { Clock } from "../../../shared/domain/clock.ts";
import {
  addUnion,
  type Client,
  offered,
  openTestOffice,
  type TestOffice,
} from "../../../test/support/test-office.ts";

export const H1 = { form: "half", period: "2025-H1" } as unknown as { form: "half"; period: never };
/** 120 characters that would be a formula, markup and a quotation somewhere else. */
export const HOSTILE =
  `=HYPERLINK("http://x";"bấm") & <b>“nháy” 'đơn'</b> {membersTotal} ${"dài ".repeat(20)}`.slice(0, 119) +
  "x";

/** An office whose report of {@link H1} is read, changed and written. */
export interface ReportOffice extends TestOffice {
  /** Uids by code. */
  readonly uids: Readonly<Record<string, string>>;
  /** Writes a part of the report over what it holds; null puts back what is proposed. */
  change(part: string, text: string | null): Promise<ReportSheet>;
  /** Puts back what is proposed in every part. */
  changeNothing(): Promise<void>;
  written(file: ReportFile): Promise<Uint8Array>;
}

export async function openReportOffice(clock: Clock): Promise<ReportOffice> {
  const office = await openTestOffice(clock, {
    name: "Liên đoàn Lao động huyện B",
    parentName: "Liên đoàn Lao động tỉnh A",
    personName: "Nguyễn Thị Lan",
  });
  const { client, host } = office;
  await client.programmes.adopt({ code: "AG-1979" });
  const uids = {
    U1: await addReportingUnion(client, "U1", HOSTILE, "privateEnterprise", [12_000, 9_000], 8_999),
    U2: await addReportingUnion(
      client,
      "U2",
      "CĐCS Trường Tiểu học Phú Tân",
      "publicServiceUnit",
      [50, 50],
      49,
    ),
    U3: await addReportingUnion(client, "U3", "CĐCS May Phú Tân", "fdiEnterprise", [2_500, 2_000], null),
  };
  await client.units.createEmployer({
    code: null,
    name: "Công ty TNHH Sao Mai",
    employerType: "privateEnterprise",
    workforce: 27,
    taxCode: "0101",
    unitUid: null,
  });
  async function change(part: string, text: string | null): Promise<ReportSheet> {
    const { parts } = await client.report.open(H1);
    const expectedRevision = parts.find((candidate) => candidate.part === part)?.revision ?? 0;
    return client.report.save({ ...H1, parts: [{ part, text, expectedRevision }] });
  }
  return {
    ...office,
    uids,
    change,
    async changeNothing() {
      for (const { part, isProposed } of (await client.report.open(H1)).parts)
        if (!isProposed) await change(part, null);
    },
    async written(file) {
      const [offer] = await client.report.write({ ...H1, files: [file] });
      return offered(host, offer?.ticket);
    },
  };
}

async function addReportingUnion(
  client: Client,
  code: string,
  name: string,
  employerType: "privateEnterprise" | "publicServiceUnit" | "fdiEnterprise",
  [workers, members]: readonly [number, number],
  membersBefore: number | null,
): Promise<string> {
  const isNew = membersBefore === null;
  const founding = { establishedOn: "2025-02-10", decisionNumber: "08/QĐ-LĐLĐ", decidedOn: "2025-02-05" };
  const unit = await addUnion(client, code, name, {
    employerType,
    workforce: workers,
    ...(isNew ? founding : {}),
  });
  const save = (element: string, period: string, value: number, isEstimate = false) =>
    client.entries.save({
      unit,
      element,
      period,
      entry: { state: "value", value },
      isEstimate,
      expectedRevision: 0,
    });
  await save("workersTotal", "2025-M06", workers);
  await save("membersTotal", "2025-M06", members);
  await save("peopleInformed", "2025-H1", members, true);
  if (membersBefore !== null) await save("membersTotal", "2024-M06", membersBefore);
  return unit;
}
