// A report of 2,000 unions takes seconds to approve, rehearse, sign and check. Each of these steps says how far it is, lets others
// be answered meanwhile, and leaves nothing when it is called off. One union shows it: a step is the same however long it is.
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { type District, enter, type Province, ProvinceWorld } from "../../../test/support/province.ts";
import { explainWarnings, MAY } from "../../../test/support/signed-report.ts";
import { codeOf, offered, resultOf, saveFigure, uidOf, uploaded } from "../../../test/support/test-office.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const world = new ProvinceWorld();
let province: Province;
let district: District;
let union: string;
let bytes: Uint8Array;
let digest: string;

interface Step {
  readonly step: string;
}
type Begin<Result> = (signal: AbortSignal) => Promise<AsyncIterator<Step, Result>>;

/** Names of all steps, once for each time they begin; the client of another window asks something after every one. */
async function stepsOf<Result>(begin: Begin<Result>, meanwhile: () => Promise<unknown>): Promise<string[]> {
  const job = await begin(new AbortController().signal);
  const steps: string[] = [];
  for (let part = await job.next(); !part.done; part = await job.next()) {
    if (steps.at(-1) !== part.value.step) steps.push(part.value.step);
    await meanwhile();
  }
  return steps;
}

/** Goes on until a step is reached, and calls the job off there. */
async function callOff<Result>(begin: Begin<Result>, at: string, times = 1): Promise<void> {
  const stop = new AbortController();
  const job = await begin(stop.signal);
  let reached = 0;
  let before = "";
  while (reached < times) {
    const part = await job.next();
    if (part.done) throw new Error(`${at} was not reached`);
    if (part.value.step === at && before !== at) reached += 1;
    before = part.value.step;
  }
  stop.abort();
  await expect(job.next()).rejects.toThrow();
}

const ask = ({ client }: Pick<Province, "client">) => client.units.list({});
const approve: Begin<unknown> = (signal) => district.client.submissions.approve(MAY, { signal });
const stateOfMay = async () => (await district.client.submissions.prepare(MAY)).state;

beforeAll(async () => {
  province = await world.province();
  district = await world.district("LDLD-B", ["U1"], province);
  await district.client.programmes.adopt({ code: "BT-2024" });
  await enter(district, [
    ["U1", "workersTotal", MAY.period, 300],
    ["U1", "membersTotal", MAY.period, 200],
  ]);
  await explainWarnings(district.client, MAY);
  union = await uidOf(district.client, "U1");
});
afterAll(() => world.close());

const saveMembers = (value: number) =>
  saveFigure(district.client, { unit: union, element: "membersTotal", period: MAY.period }, value);

it.each(["checking", "judging", "freezing", "verifying", "printing"])(
  "an approval that is called off while %s leaves the period as it was",
  async (at) => {
    const { workspace } = district.host.context;
    const before = workspace.changes();
    await callOff(approve, at);
    expect(workspace.changes()).toBe(before);
    expect(await stateOfMay()).toBe("open");
  },
);

it("an approval during which a figure is saved begins again with that figure, and can still be called off", async () => {
  let isSaved = false;
  const disturbed: Begin<unknown> = async (signal) => {
    const job = await district.client.submissions.approve(MAY, { signal });
    return {
      async next() {
        const part = await job.next();
        // The save is answered at once, not after the approval.
        if (!part.done && part.value.step === "freezing" && !isSaved) {
          isSaved = true;
          await saveMembers(210);
        }
        return part;
      },
    };
  };
  await callOff(disturbed, "freezing", 2);
  expect(await stateOfMay()).toBe("open");
  // Whoever waited for the second reading goes on.
  await ask(district);
  isSaved = false;
  const other = await stepsOf(disturbed, () => Promise.resolve());
  expect(other.filter((step) => step === "freezing")).toHaveLength(2);
  const { state, totals } = await district.client.submissions.prepare(MAY);
  expect(state).toBe("approved");
  expect(totals).toContainEqual(expect.objectContaining({ element: "membersTotal", value: 210 }));
  await district.client.submissions.reopen({ ...MAY, reason: "làm lại" });
});

it("an approval says how far it is, and others are answered meanwhile", async () => {
  expect(await stepsOf(approve, () => ask(district))).toEqual([
    "checking",
    "judging",
    "freezing",
    "adding",
    "verifying",
    "adding",
    "packing",
    "printing",
  ]);
  expect(await codeOf(resultOf(district.client.submissions.approve(MAY)))).toBe("PERIOD_LOCKED");
});

it("a rehearsal says how far it is, is called off, and keeps nothing either way", async () => {
  const rehearse: Begin<unknown> = (signal) => district.client.corrections.rehearse(MAY, { signal });
  await callOff(rehearse, "verifying");
  expect(await stepsOf(rehearse, () => ask(district))).toEqual([
    "signing",
    "unpacking",
    "verifying",
    "adding",
  ]);
  expect(await district.client.submissions.list()).toEqual([]);
  expect(await stateOfMay()).toBe("approved");
});

it("a rehearsal waits with what it takes back while another call keeps the office as it is", async () => {
  const { workspace } = district.host.context;
  const job = await district.client.corrections.rehearse(MAY);
  expect(await job.next()).toMatchObject({ value: { step: "signing" } });
  const release = await workspace.hold();
  const before = workspace.changes();
  const going = resultOf(job);
  await turn();
  const after = workspace.changes();
  release();
  expect(after).toBe(before);
  expect((await going).verdict).not.toBe("returned");
});

it("a signature that is called off while the papers are made has signed nothing", async () => {
  const submit: Begin<{ digest: string }> = (signal) =>
    district.client.submissions.submit({ ...MAY, passphrase: PASSPHRASE }, { signal });
  await callOff(submit, "rendering");
  expect(await district.client.submissions.list()).toEqual([]);
  expect(await stateOfMay()).toBe("approved");
  expect(await stepsOf(submit, () => ask(district))).toEqual([
    "unlocking",
    "rendering",
    "signing",
    "writing",
  ]);
  digest = (await district.client.submissions.list())[0]?.digest ?? "";
  const offer = await district.client.submissions.download({ digest });
  bytes = offered(district.host, offer.ticket);
});

it("a file that is looked at says how far it is, and one that is called off is not kept", async () => {
  const inspect: Begin<{ previewId: string }> = async (signal) =>
    province.client.submissions.inspect(
      { ticket: await uploaded(province.host, bytes), fileName: "bao-cao.goi" },
      { signal },
    );
  await callOff(inspect, "verifying");
  expect(await codeOf(resultOf(province.client.submissions.open({ digest })))).toBe("BUNDLE_UNKNOWN");
  expect(await stepsOf(inspect, () => ask(province))).toEqual(["unpacking", "verifying", "adding"]);
});

it("a report that is opened says how far it is", async () => {
  const open: Begin<unknown> = (signal) => province.client.submissions.open({ digest }, { signal });
  await callOff(open, "reading");
  expect(await stepsOf(open, () => ask(province))).toEqual(["unpacking", "reading"]);
});
