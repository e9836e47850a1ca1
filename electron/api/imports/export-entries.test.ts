// What is exported is what an empty office needs to hold the same figures.
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { offered, openTestOffice, resultOf, type TestOffice } from "../../../test/support/test-office.ts";
import { LongTransaction } from "../../database/long-transaction.ts";
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import { isApplicable } from "../../../shared/domain/data-element.ts";

const UNITS = `code,name,employer_type,workforce,established_on,ended_on
U1,CĐCS Một,privateEnterprise,50,2015-01-01,
U2,CĐCS Hai,publicServiceUnit,60,2016-01-01,
U3,"CĐCS Ba, ""cũ""",privateEnterprise,60,2016-01-01,2025-06-30
`;
let offices: TestOffice[] = [];

beforeEach(async () => {
  offices = [await openTestOffice(), await openTestOffice()];
  for (const office of offices) await office.importText("units", UNITS);
});
afterEach(async () => {
  for (const office of offices) await office.close();
});

/** Every figure and note, by the codes that mean the same in every office. */
function contentsOf({ host }: TestOffice) {
  const { raw } = host.context.workspace.db;
  const names = (table: string) =>
    `JOIN reporting_period p ON p.id = ${table}.period_id JOIN data_element d ON d.id = ${table}.element_id JOIN org_unit u ON u.id = ${table}.unit_id`;
  return {
    entries: raw
      .prepare(
        `SELECT p.code AS period, d.code AS element, u.code AS unit, state, value, is_estimate, as_of_on FROM entry ${names("entry")} ORDER BY 1, 2, 3`,
      )
      .all(),
    notes: raw
      .prepare(
        `SELECT p.code AS period, d.code AS element, u.code AS unit, text FROM entry_note ${names("entry_note")} ORDER BY 1, 2, 3`,
      )
      .all(),
  };
}

async function exported({ client, host }: TestOffice): Promise<{ text: string; rows: number }> {
  const { offer, rows } = await resultOf(await client.imports.exportEntries({ period: null }));
  return { text: Buffer.from(offered(host, offer.ticket)).toString("utf8"), rows };
}

it("export and import into an empty office give the same figures, days, estimates, notes and own answers", async () => {
  const [from, to] = offices;
  if (!from || !to) throw new Error("no offices");
  const uid = await from.uidOf("U1");
  // One cell of every kind of value, for a union of each kind; the shortest period that the element allows.
  const periodOf = { month: "2025-M05", quarter: "2025-Q1", half: "2025-H1", nine: "2025-9M", year: "2025" };
  const valueOf = { yesNo: "Có", grade: "Tốt", score: "85,25", count: "1234", money: "39000000000" };
  const lines = DATA_ELEMENTS.flatMap((element) =>
    [
      ["U1", "privateEnterprise"],
      ["U2", "publicServiceUnit"],
    ].flatMap(([unit, type]) =>
      element.levels.includes("grassroots") && isApplicable(element, type as "privateEnterprise")
        ? [`${unit},${element.code},${periodOf[element.rhythm]},"${valueOf[element.type as "count"]}",,,,`]
        : [],
    ),
  );
  const own = DATA_ELEMENTS.find(({ levels, rhythm }) => rhythm === "year" && !levels.includes("grassroots"));
  const first = await from.importText(
    "entries",
    [
      "unit_code,element,period,value,state,as_of,is_estimate,note",
      ...lines,
      "U3,membersAdmitted,2025-M06,0,,,,",
      "U1,strikes,2025-M04,,noOccurrence,,,",
      "U1,strikes,2025-M03,,notCollected,,,",
      `U1,membersAdmitted,2025-M04,7,,2025-04-20,1,"'=cộng(1), một ""ghi chú"" - lạ"`,
      `LDLD-B,${own?.code},2025,"${valueOf[(own?.type ?? "count") as "count"]}",,,,'-trừ`,
      "",
    ].join("\n"),
  );
  expect(first.applied).toBe(lines.length + 5);
  await from.client.entries.setNote({
    unit: uid,
    element: "membersDecreased",
    period: "2025-M01",
    note: "+84 chưa có số",
  });
  const file = await exported(from);
  expect(file.rows).toBe(lines.length + 6);
  expect((await to.importText("entries", file.text)).applied).toBe(file.rows);
  expect(contentsOf(to)).toEqual(contentsOf(from));
  expect(contentsOf(to).notes).toHaveLength(3);
  // And once more nothing is left to do.
  expect((await to.preview("entries", file.text)).counts).toMatchObject({
    same: file.rows,
    new: 0,
    changed: 0,
  });
  expect((await exported(to)).text).toBe(file.text);
});

it("one period is exported alone", async () => {
  const [office] = offices;
  if (!office) throw new Error("no office");
  await office.importText(
    "entries",
    "unit_code,element,period,value\nU1,membersAdmitted,2025-M04,7\nU1,membersAdmitted,2025-M05,8\n",
  );
  const { rows } = await resultOf(await office.client.imports.exportEntries({ period: "2025-M05" }));
  expect(rows).toBe(1);
});

it("tells how far it is, and stops between two periods when it is called off", async () => {
  const [office] = offices;
  if (!office) throw new Error("no office");
  await office.importText(
    "entries",
    "unit_code,element,period,value\nU1,membersAdmitted,2025-M04,7\nU1,membersAdmitted,2025-M05,8\n",
  );
  const stop = new AbortController();
  const job = await office.client.imports.exportEntries({ period: null }, { signal: stop.signal });
  const steps = job[Symbol.asyncIterator]();
  expect(await steps.next()).toMatchObject({ value: { step: "exporting", done: 0, total: 2 } });
  expect(await steps.next()).toMatchObject({ value: { done: 1, total: 2 } });
  stop.abort();
  await expect(steps.next()).rejects.toThrow();
});

it("holds nothing of what another import writes meanwhile and takes back", async () => {
  const [office] = offices;
  if (!office) throw new Error("no office");
  await office.importText(
    "entries",
    "unit_code,element,period,value\nU1,membersTotal,2025-M01,40\nU1,membersTotal,2025-M02,41\n",
  );
  const before = await exported(office);
  const { workspace } = office.host.context;
  const parts = await office.client.imports.exportEntries({ period: null });
  await parts.next();
  const release = await workspace.hold();
  const long = new LongTransaction(workspace.db);
  long.turn(() => workspace.db.raw.exec("UPDATE entry SET value = 7"));
  const finished = resultOf(parts);
  for (let times = 0; times < 20; times += 1) await turn();
  long.end();
  release();
  const { offer } = await finished;
  expect(Buffer.from(office.host.tickets.collect(offer.ticket)?.bytes ?? []).toString("utf8")).toBe(
    before.text,
  );
});
