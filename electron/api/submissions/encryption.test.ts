// A report that may name people: whether it can leave encrypted is known before it is signed, and it never leaves plain unasked.
import { afterAll, expect, it } from "vitest";
import { enter, introduce, PASSPHRASE, ProvinceWorld } from "../../../test/support/province.ts";
import { codeOf, resultOf } from "../../../test/support/test-office.ts";

const DECEMBER = { form: "month", period: "2025-M12" } as const;

const world = new ProvinceWorld();
afterAll(() => world.close());

it("a report with explanations says before signing that its receiver has no key, and leaves plain only when told so", async () => {
  const province = await world.province();
  const district = await world.district("B", ["U1"]);
  const { client } = district;
  await enter(district, [
    ["U1", "membersTotal", "2025-M11", 200],
    ["U1", "membersTotal", "2025-M12", 612],
  ]);
  for (const { rule, unitUid } of (await client.entries.check(DECEMBER)).findings)
    if (unitUid)
      await client.entries.explain({ ...DECEMBER, unit: unitUid, rule, text: "ông A kết nạp hàng loạt" });
  await resultOf(client.submissions.approve(DECEMBER));
  expect(await client.submissions.encryption(DECEMBER)).toEqual({
    isNeeded: true,
    missing: ["LĐLĐ tỉnh A"],
  });
  const { digest } = await resultOf(await client.submissions.submit({ ...DECEMBER, passphrase: PASSPHRASE }));
  const leaving = (encryption: "auto" | "on" | "off") => client.submissions.download({ digest, encryption });
  expect(await codeOf(leaving("auto"))).toBe("RECIPIENTS_MISSING");
  expect(await codeOf(leaving("on"))).toBe("RECIPIENTS_MISSING");
  expect(await leaving("off")).toMatchObject({ isEncrypted: false });
  await introduce(province, district);
  expect(await leaving("auto")).toMatchObject({
    isEncrypted: true,
    fileName: expect.stringMatching(/\.age$/),
  });
}, 60_000);
