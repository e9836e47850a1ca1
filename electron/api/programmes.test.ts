import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";

let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
  await office.client.programmes.adopt({ code: "AG-1979" });
});

afterEach(() => office.close());

const adopted = async () =>
  (await office.client.programmes.list())
    .filter(({ adoptedAt }) => adoptedAt !== null)
    .map(({ code }) => code);

it("gives back a programme that was taken in by mistake, and takes it again", async () => {
  await office.client.programmes.adopt({ code: "NA-2021" });
  expect(await office.client.programmes.unadopt({ code: "AG-1979" })).toMatchObject({ adoptedAt: null });
  expect(await adopted()).toEqual(["NA-2021"]);
  // A repeat changes nothing.
  expect(await office.client.programmes.unadopt({ code: "AG-1979" })).toMatchObject({ adoptedAt: null });
  await office.client.programmes.adopt({ code: "AG-1979" });
  expect(await adopted()).toEqual(["NA-2021", "AG-1979"]);
});

it("keeps a programme whose target was allocated to a union", async () => {
  const { client } = office;
  await addUnion(client, "U1", "CĐCS Đá");
  const [target] = (await client.programmes.show({ code: "AG-1979" })).programme.targets;
  const share = (amount: number | null) =>
    client.programmeEditing.setAllocations({
      code: "AG-1979",
      target: target?.id ?? "",
      year: 2025,
      shares: [{ unitCode: "U1", amount }],
    });
  await share(3);
  await expect(client.programmes.unadopt({ code: "AG-1979" })).rejects.toMatchObject({
    code: "PROGRAMME_IN_USE",
    data: { use: "allocation" },
  });
  expect(await adopted()).toEqual(["AG-1979"]);
  await share(null);
  expect(await client.programmes.unadopt({ code: "AG-1979" })).toMatchObject({ adoptedAt: null });
});
