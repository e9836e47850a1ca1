// Official signatures made by real openssl over real bundles: carried byte for byte, found again in either order, never judged.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  acceptAll,
  type District,
  enter,
  look,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { codeOf, offered, type Office, uploaded } from "../../../test/support/test-office.ts";
import { README_TEXT } from "../../exchange/readme-text.ts";

let world: ProvinceWorld;
let province: Province;
let district: District;
const path = (name: string) => join(world.folder, name);
const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: world.folder, stdio: "pipe" });

beforeAll(async () => {
  world = new ProvinceWorld();
  province = await world.province();
  district = await world.district("B", ["U1"], province);
  openssl(
    ..."req -x509 -newkey rsa:2048 -nodes -keyout ky.key -out goc.pem -days 30 -subj".split(" "),
    "/CN=Chu tich LDLD huyen B",
  );
}, 60_000);
afterAll(() => world.close());

async function monthOf(month: string) {
  await enter(district, [["U1", "membersTotal", `2025-M${month}`, 40]]);
  return report(district, { form: "month", period: `2025-M${month}` });
}

/** What a token does with the file. */
function signed(bytes: Uint8Array, ...more: string[]): Uint8Array {
  writeFileSync(path("ky.goi"), bytes);
  const outform = more.includes("PEM") ? [] : ["-outform", "DER"];
  openssl(
    ..."cms -sign -binary -in ky.goi -signer goc.pem -inkey ky.key -md sha256 -out ky.p7s".split(" "),
    ...outform,
    ...more,
  );
  return readFileSync(path("ky.p7s"));
}

const attach = async ({ host, client }: Office, bytes: Uint8Array, fileName: string, digest: string | null) =>
  client.countersignatures.attach({ ticket: await uploaded(host, bytes), fileName, digest });

it("a signature over a sent report leaves beside it byte for byte, and verifies by the commands that are published", async () => {
  const { bytes, digest } = await monthOf("01");
  const signature = signed(bytes);
  const view = await attach(district, signature, "chu tich ky.p7s", digest);
  expect(view).toMatchObject({ kind: "cms", content: "same", size: signature.length });
  // The organisation signs too; the same file twice is one.
  const second = signed(bytes, "-nosmimecap");
  await attach(district, second, "co quan ky.p7s", digest);
  await attach(district, signature, "lan nua.p7s", digest);
  expect(await district.client.countersignatures.list({ digest })).toHaveLength(2);
  const { fileName } = await district.client.submissions.download({ digest });
  const offers = await Promise.all(
    [signature, second].map(async (_, index) => {
      const row = (await district.client.countersignatures.list({ digest }))[index];
      return district.client.countersignatures.download({ digest, sha256: row?.sha256 ?? "" });
    }),
  );
  expect(offers.map((offer) => offer.fileName)).toEqual([`${fileName}.p7s`, `${fileName}.2.p7s`]);
  const carried = offered(district.host, offers[0]?.ticket ?? "");
  expect(Buffer.compare(carried, signature)).toBe(0);

  const inReadme = /^openssl cms -verify .*$/m.exec(
    readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8"),
  )?.[0];
  const inBundle = /----- bash, chữ ký kèm theo -----\n(.*)\n/.exec(README_TEXT)?.[1];
  for (const [name, command] of [
    ["bao-cao.goi", inReadme],
    ["goi.goi", inBundle],
  ] as const) {
    writeFileSync(path(name), bytes);
    writeFileSync(path(`${name}.p7s`), carried);
    execFileSync("bash", ["-ec", command ?? "false"], { cwd: world.folder, stdio: "pipe" });
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    writeFileSync(path(name), changed);
    expect(() =>
      execFileSync("bash", ["-ec", command ?? "true"], { cwd: world.folder, stdio: "pipe" }),
    ).toThrow();
  }
}, 60_000);

it("the province takes the report and the signature in either order, whatever they are called", async () => {
  const early = await monthOf("02");
  const late = await monthOf("03");
  const waiting = await attach(province, signed(early.bytes, "-outform", "PEM"), "IMG_2041.p7s", null);
  expect(waiting).toMatchObject({ digest: null, content: "unknown" });
  await acceptAll(
    province,
    await look(province, [
      ["2.zip", early.bytes],
      ["3.goi", late.bytes],
    ]),
  );
  expect(await province.client.countersignatures.list({ digest: early.digest })).toMatchObject([
    { fileName: "IMG_2041.p7s", content: "same" },
  ]);
  expect(await attach(province, signed(late.bytes), "x.p7s", null)).toMatchObject({
    digest: late.digest,
    content: "same",
  });
  // A PDF says nothing of the bundle: its name does.
  const { fileName } = await district.client.submissions.download({ digest: late.digest });
  const pdf = Buffer.from("%PDF-1.7\nvăn bản đã ký");
  expect(await attach(province, pdf, `${fileName}.pdf`, null)).toMatchObject({
    kind: "pdf",
    digest: late.digest,
    content: "unknown",
  });
  const rows = await province.client.countersignatures.list({ digest: late.digest });
  expect(rows.map(({ kind, content }) => [kind, content])).toEqual([
    ["cms", "same"],
    ["pdf", "unknown"],
  ]);
}, 60_000);

it("a signature over another file is not attached, and what is no signature is not kept", async () => {
  const { bytes, digest } = await monthOf("04");
  const other = Buffer.concat([bytes, Buffer.from([0])]);
  expect(await codeOf(attach(district, signed(other), "a.p7s", digest))).toBe("COUNTERSIGNATURE_OTHER");
  expect(await codeOf(attach(district, Buffer.from("xin chào"), "a.p7s", digest))).toBe(
    "COUNTERSIGNATURE_FORM",
  );
  expect(await codeOf(attach(district, bytes, "a.p7s", digest))).toBe("COUNTERSIGNATURE_FORM");
  expect(await codeOf(attach(district, signed(bytes), "a.p7s", "0".repeat(64)))).toBe("BUNDLE_UNKNOWN");
  expect(await district.client.countersignatures.list({ digest })).toEqual([]);
  // Named after this report, and made over another: kept where it came, and said.
  const { fileName } = await district.client.submissions.download({ digest });
  await attach(district, signed(other), `${fileName}.p7s`, null);
  const [row] = await district.client.countersignatures.list({ digest });
  expect(row?.content).toBe("other");
  await district.client.countersignatures.remove({ sha256: row?.sha256 ?? "", digest });
  expect(await district.client.countersignatures.list({ digest })).toEqual([]);
}, 60_000);

it("one paper goes with two bundles, and is taken from one of them alone", async () => {
  const [may, june] = [await monthOf("05"), await monthOf("06")];
  const pdf = Buffer.from("%PDF-1.7\nmột văn bản cho hai tháng");
  for (const { digest } of [may, june]) await attach(district, pdf, "cong van.pdf", digest);
  const listed = async ({ digest }: { digest: string }) =>
    (await district.client.countersignatures.list({ digest })).map(({ sha256 }) => sha256);
  const [sha256 = ""] = await listed(may);
  expect([await listed(may), await listed(june)]).toEqual([[sha256], [sha256]]);
  await district.client.countersignatures.remove({ sha256, digest: may.digest });
  expect([await listed(may), await listed(june)]).toEqual([[], [sha256]]);
}, 60_000);

it("a file that waits is found once it is dropped again under the name of its bundle, or signs a report of this office", async () => {
  const { bytes, digest } = await monthOf("07");
  const { fileName } = await district.client.submissions.download({ digest });
  const pdf = Buffer.from("%PDF-1.7\nđã ký, đặt tên sau");
  expect(await attach(district, pdf, "scan.pdf", null)).toMatchObject({ digest: null });
  expect(await attach(district, pdf, `${fileName}.pdf`, null)).toMatchObject({ digest });
  expect(await attach(district, signed(bytes), "IMG_1.p7s", null)).toMatchObject({ digest, content: "same" });
  const rows = await district.client.countersignatures.list({ digest });
  expect(rows.map(({ kind, fileName: name }) => [kind, name])).toEqual([
    ["pdf", `${fileName}.pdf`],
    ["cms", "IMG_1.p7s"],
  ]);
}, 60_000);
