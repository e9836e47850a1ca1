// A report that may name people: whether it can leave encrypted is known before it is signed, and it never leaves plain unasked.
import { afterAll, expect, it } from "vitest";
import { inspect, introduce } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { enter, ProvinceWorld } from "../../../test/support/province.ts";
import { approve, submit } from "../../../test/support/signed-report.ts";
import { codeOf, offered } from "../../../test/support/test-office.ts";

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
  await approve(client, DECEMBER, { explanation: "ông A kết nạp hàng loạt" });
  expect(await client.submissions.encryption(DECEMBER)).toEqual({
    isNeeded: true,
    missing: ["LĐLĐ tỉnh A"],
  });
  const { digest } = await submit(client, DECEMBER);
  const leaving = (encryption: "auto" | "on" | "off" | "passphrase") =>
    client.submissions.download({ digest, encryption });
  expect(await codeOf(leaving("auto"))).toBe("RECIPIENTS_MISSING");
  expect(await codeOf(leaving("on"))).toBe("RECIPIENTS_MISSING");
  expect(await leaving("off")).toMatchObject({ isEncrypted: false });
  // With a passphrase of its own, which is made anew each time and opens that file at the receiver.
  const [first, second] = [await leaving("passphrase"), await leaving("passphrase")];
  expect(first).toMatchObject({ isEncrypted: true, fileName: expect.stringMatching(/\.goi\.age$/) });
  expect(first.passphrase).not.toBe(second.passphrase);
  const file = offered(district.host, first.ticket);
  const look = (typed?: string) =>
    inspect(province, file, {
      fileName: "bao-cao.goi.age",
      ...(typed === undefined ? {} : { passphrase: typed }),
    });
  expect(await look()).toMatchObject({ needs: "filePassphrase", ok: false, digest: null });
  expect(await codeOf(look(second.passphrase ?? ""))).toBe("FILE_PASSPHRASE_WRONG");
  expect(await codeOf(look(PASSPHRASE))).toBe("FILE_PASSPHRASE_WRONG");
  // Read out and typed down in small letters; its sender is not known here yet.
  expect(await look(first.passphrase?.toLowerCase().replaceAll("-", " "))).toMatchObject({
    fault: { code: "E_KEY_UNKNOWN" },
  });
  await introduce(province, district);
  expect(await look(first.passphrase ?? "")).toMatchObject({ ok: true, digest, needs: "passphrase" });
  expect(await leaving("auto")).toMatchObject({
    isEncrypted: true,
    fileName: expect.stringMatching(/\.age$/),
  });
  // A passphrase is for a receiver without a key, and this one has got one.
  expect(await leaving("passphrase")).toMatchObject({ isEncrypted: true, passphrase: null });
}, 60_000);
