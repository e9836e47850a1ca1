// The office itself changes over the years: from a day on, with what held before kept (domain.md §f.2, story 10).
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DISTRICT } from "../../test/support/district.ts";
import { codeOf, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";

let office: TestOffice;
let client: TestOffice["client"];

beforeEach(async () => {
  office = await openTestOffice();
  ({ client } = office);
});
afterEach(() => office.close());

const LETTERHEAD = {
  superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH A",
  issuerLine: "CÔNG ĐOÀN XÃ B1",
  symbolSuffix: "CĐX",
  placeName: "B1",
  address: "12 Trần Hưng Đạo, xã B1",
  phone: "0296 3 852 852",
};
const COMMUNE = {
  effectiveOn: "2026-01-01",
  decisionNumber: "83/QĐ-LĐLĐ",
  name: "Công đoàn xã B1",
  kind: "communeUnion",
  parentCode: "LDLD-AG",
  parentName: "LĐLĐ tỉnh An Giang mới",
  letterhead: LETTERHEAD,
} as const;

it("name, level, superior and letterhead count from their day, and what held before is kept", async () => {
  await client.office.setDetails(COMMUNE);
  const { office: now } = await client.office.status();
  expect(now).toMatchObject({
    code: "LDLD-B",
    name: "Công đoàn xã B1",
    kind: "communeUnion",
    parent: { code: "LDLD-AG", name: "LĐLĐ tỉnh An Giang mới" },
  });
  const details = await client.office.details();
  expect(details).toMatchObject({
    letterhead: LETTERHEAD,
    isLetterheadRecorded: true,
    lastChangeOn: "2026-01-01",
  });
  expect(
    details.history.map(({ subject, text, validFrom, validTo }) => [subject, text, validFrom, validTo]),
  ).toEqual([
    ["letterhead", "CÔNG ĐOÀN XÃ B1 · 12 Trần Hưng Đạo, xã B1 · 0296 3 852 852", "2026-01-01", null],
    ["name", "Công đoàn xã B1", "2026-01-01", null],
    ["parent", "LĐLĐ tỉnh An Giang mới", "2026-01-01", null],
    ["name", "LĐLĐ huyện B", "1990-01-01", "2025-12-31"],
    ["parent", "LĐLĐ tỉnh A", "1990-01-01", "2025-12-31"],
  ]);
});

it("a new superior is recorded with the decision that named it", async () => {
  await client.office.setDetails(COMMUNE);
  const parents = office.host.context.workspace.db.raw
    .prepare(
      "SELECT p.decision_number, p.valid_from FROM org_unit_parent p JOIN org_unit u ON u.id = p.unit_id WHERE u.code = 'LDLD-B' ORDER BY p.valid_from",
    )
    .raw()
    .all();
  expect(parents).toEqual([
    [null, "1990-01-01"],
    ["83/QĐ-LĐLĐ", "2026-01-01"],
  ]);
});

it("a repeat changes nothing, and a mended line of the same day replaces the first", async () => {
  await client.office.setDetails(COMMUNE);
  const before = await client.office.details();
  await client.office.setDetails(COMMUNE);
  expect(await client.office.details()).toEqual(before);
  await client.office.setDetails({ ...COMMUNE, letterhead: { ...LETTERHEAD, phone: "0296 1" } });
  const { history, letterhead } = await client.office.details();
  expect(history).toHaveLength(before.history.length);
  expect(letterhead.phone).toBe("0296 1");
});

it("a superior that is renamed keeps its earlier name before", async () => {
  await client.office.setDetails({
    ...COMMUNE,
    name: DISTRICT.name,
    kind: DISTRICT.kind,
    parentCode: "LDLD-A",
    parentName: "LĐLĐ tỉnh A mới",
  });
  expect((await client.office.status()).office?.parent?.name).toBe("LĐLĐ tỉnh A mới");
  const names = office.host.context.workspace.db.raw
    .prepare(
      "SELECT full_name, valid_from FROM org_unit_name n JOIN org_unit u ON u.id = n.unit_id WHERE u.code = 'LDLD-A' ORDER BY valid_from",
    )
    .all();
  expect(names).toEqual([
    { full_name: "LĐLĐ tỉnh A", valid_from: "1990-01-01" },
    { full_name: "LĐLĐ tỉnh A mới", valid_from: "2026-01-01" },
  ]);
});

it("refuses a day ahead, a day before the last change, the other role, and a union of its own as superior", async () => {
  await office.importText("units", "code,name\nU1,CĐCS Một\n");
  await client.office.setDetails(COMMUNE);
  const tried = (part: object) => codeOf(client.office.setDetails({ ...COMMUNE, ...part }));
  expect(await tried({ effectiveOn: "2026-03-11" })).toBe("DATE_IN_FUTURE");
  expect(await tried({ effectiveOn: "2025-12-31" })).toBe("DATE_BEFORE_LAST_CHANGE");
  expect(await tried({ kind: "provincialFederation" })).toBe("OFFICE_ROLE_FIXED");
  expect(await tried({ parentCode: "U1" })).toBe("PARENT_BELOW");
  expect(await tried({ parentCode: "LDLD-B" })).toBe("PARENT_BELOW");
});

it("says where it is kept, how large the file is, and which copy is newest", async () => {
  const before = await client.office.folder();
  expect(before.folder).toBe(office.folder);
  expect(before.fileBytes).toBeGreaterThan(4096);
  expect(before.lastCopy).toBeNull();
  writeFileSync(join(office.folder, "backups", "before-110.sqlite"), Buffer.alloc(2048));
  expect((await client.office.folder()).lastCopy).toMatchObject({
    fileName: "before-110.sqlite",
    bytes: 2048,
  });
});

it("a folder somebody cleared of its copies is still shown", async () => {
  rmSync(join(office.folder, "backups"), { recursive: true });
  expect((await client.office.folder()).lastCopy).toBeNull();
});

it("only somebody of the office can be on duty", async () => {
  const { office: now } = await client.office.addPerson({ name: "Lan", title: null, roles: ["clerk"] });
  const personId = now?.people[0]?.id ?? 0;
  expect(await codeOf(client.office.setCurrentPerson({ personId: personId + 1 }))).toBe("PERSON_UNKNOWN");
  expect((await client.office.status()).office?.currentPersonId).toBe(personId);
  expect(await codeOf(client.office.setCurrentPerson({ personId }))).toBe("done");
});

it("a person's name, position and roles are mended, and the audit keeps the act", async () => {
  const added = await client.office.addPerson({ name: "Lan", title: null, roles: ["clerk"] });
  const id = added.office?.people[0]?.id ?? 0;
  const fields = {
    id,
    name: "Nguyễn Thị Lan",
    title: "Phó Chủ tịch",
    roles: ["clerk", "approver"] as ("clerk" | "approver")[],
  };
  const { office: now } = await client.office.updatePerson(fields);
  expect(now?.people).toEqual([fields]);
  expect(await codeOf(client.office.updatePerson({ ...fields, id: id + 1 }))).toBe("PERSON_UNKNOWN");
  const actions = office.host.context.workspace.db.raw
    .prepare("SELECT action FROM audit ORDER BY seq DESC LIMIT 1")
    .pluck()
    .all();
  expect(actions).toEqual(["person.change"]);
});
