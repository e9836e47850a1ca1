// An office that writes programmes of its own, and three targets it may give them.
import { ORPCError } from "@orpc/server";
import {
  blankTarget,
  type DraftProgramme,
  type DraftTarget,
} from "../../../shared/domain/programme-editing/draft.ts";
import type { Client } from "../../../test/support/test-office.ts";

export const CLOCK = { now: () => new Date("2026-08-10T02:00:00Z") };

/** What a call was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code, data: error.data };
    throw error;
  }
  return { code: "none", data: null };
}

export const SHARE: DraftTarget = {
  ...blankTarget("T01"),
  title: "Người được phổ biến",
  indicator: {
    shape: "PEOPLE_SHARE",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["peopleInformed"] },
    denominator: { kind: "sum", elements: ["workersTotal"] },
    policy: "all",
  },
  value: { scale: "percent", amount: 8000 },
};
export const ADMITTED: DraftTarget = {
  ...blankTarget("T02"),
  title: "Kết nạp mới",
  measureUnit: "người",
  indicator: {
    shape: "COUNT_PER_PERIOD",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["membersAdmitted"] },
    policy: "all",
  },
  value: { scale: "count", amount: 420 },
};
export const QUALITATIVE: DraftTarget = {
  ...blankTarget("T03"),
  title: "Hầu hết các cấp công đoàn sinh hoạt chính trị có hiệu quả",
  qualitative: true,
  indicator: {
    shape: "UNIT_SHARE",
    population: "self",
    numerator: { kind: "countUnits" },
    denominator: { kind: "countUnits" },
    policy: "all",
  },
  comparator: "eq",
  value: { scale: "percent", amount: 10_000 },
};

export const complete = (programme: DraftProgramme, ...targets: DraftTarget[]): DraftProgramme => ({
  ...programme,
  symbol: "03/CTr-LĐLĐ",
  issuedOn: "2026-01-15",
  term: { from: 2026, to: 2028 },
  targets,
});

/** Begins the draft B-03. */
export async function begin(client: Client) {
  const { programme, revision } = await client.programmeEditing.begin({
    code: "B-03",
    title: "Chương trình hành động",
  });
  return { programme, revision };
}

/** Begins B-03, gives it its targets and issues it. */
export async function issued(client: Client, ...targets: DraftTarget[]) {
  const { programme, revision } = await begin(client);
  const saved = await client.programmeEditing.save({
    code: "B-03",
    expectedRevision: revision,
    programme: complete(programme, ...targets),
  });
  return client.programmeEditing.issue({ code: "B-03", expectedRevision: saved.revision });
}

/** Enters a person and puts them on duty. */
export async function onDuty(client: Client, name: string, role: "clerk" | "approver") {
  const { office } = await client.office.addPerson({ name, title: null, roles: [role] });
  const person = office?.people.find((candidate) => candidate.name === name);
  const choose = () => client.office.setCurrentPerson({ personId: person?.id ?? 0 });
  await choose();
  return { choose };
}
