import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import yauzl from "yauzl";
import { storedZip } from "./stored-zip.ts";

const MEMBERS = [
  { name: "Đơn vị một.xlsx", bytes: Buffer.from("một") },
  { name: "hai.csv", bytes: Buffer.alloc(100_000, 7) },
  { name: "trống", bytes: Buffer.alloc(0) },
];

it("gives every member back, byte for byte, to another reader", async () => {
  const zip = await yauzl.fromBufferPromise(Buffer.from(storedZip(MEMBERS)), { lazyEntries: true });
  const found: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry())
    found.push([entry.fileName, await buffer(await zip.openReadStreamPromise(entry))]);
  expect(found).toEqual(MEMBERS.map(({ name, bytes }) => [name, bytes]));
});

const hasUnzip = spawnSync("unzip", ["-v"]).status === 0;
it.runIf(hasUnzip)(
  `Info-ZIP finds nothing wrong${hasUnzip ? "" : " (skipped: unzip is not installed)"}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "scd-zip-"));
    const path = join(folder, "a.zip");
    writeFileSync(path, storedZip(MEMBERS));
    expect(spawnSync("unzip", ["-tq", path]).status).toBe(0);
    spawnSync("unzip", ["-q", path, "hai.csv", "-d", folder]);
    expect(readdirSync(folder)).toContain("hai.csv");
    expect(readFileSync(join(folder, "hai.csv"))).toHaveLength(100_000);
    rmSync(folder, { recursive: true });
  },
);

it("is refused two members of one name", () => {
  expect(() => storedZip([...MEMBERS, ...MEMBERS])).toThrow(RangeError);
});
