// What a call writes while an import runs in another window stays, whatever becomes of the import.
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../test/support/test-office.ts";

/** More than are written in one turn. */
const LINES = 4500;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

async function beginImport(prefix: string) {
  const lines = Array.from({ length: LINES }, (_, line) => `${prefix}${line},CĐCS ${prefix} ${line},50`);
  const { previewId } = await office.preview("units", `code,name,workforce\n${lines.join("\n")}\n`);
  const job = await office.client.imports.apply({ previewId });
  const steps = job[Symbol.asyncIterator]();
  return { first: await steps.next(), steps };
}

it("a key made while an import was called off is there", async () => {
  // Making a key takes longer than an import needs to begin.
  const key = office.client.keys.create({ passphrase: "trời xanh mây trắng nắng vàng" });
  const { first, steps } = await beginImport("A");
  expect(first.done).toBe(false);
  await steps.return?.(undefined);
  const { keyid } = await key;
  expect((await office.client.keys.status()).keys.map((made) => made.keyid)).toEqual([keyid]);
  expect((await office.client.units.list({})).units).toEqual([]);
});

it("a second import waits for the first", async () => {
  const one = await beginImport("A");
  const two = beginImport("B");
  for (let step = one.first; !step.done; ) step = await one.steps.next();
  const { first, steps } = await two;
  for (let step = first; !step.done; ) step = await steps.next();
  expect((await office.client.units.list({})).units).toHaveLength(2 * LINES);
});
