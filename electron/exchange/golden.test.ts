// Bundles of every released version of the format verify for ever, with the same identity (security.md B11). The files of
// test/corpus are never written again; a new version of the format adds a folder.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContainer, writeContainer } from "./container.ts";
import { keyOfScalar } from "./encryption-key.ts";
import { programmeOf } from "./programme-content.ts";
import { issuesOf } from "./reply-issues.ts";
import {
  BUNDLE_ID,
  DISTRICT_ID,
  INSTANCE_ID,
  PROVINCE_ID,
  ROWS,
  replayState,
  SUBMISSION_ID,
} from "./test-fixtures.ts";
import { type Verifier, verifierOfTrustList } from "./verifier.ts";
import { openGivenTrustList, type VerifiedBundle, verifyBundle } from "./verify-bundle.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "test", "corpus", "format-v1");
const read = (name: string) => readFileSync(join(FOLDER, name));

/** SHA-256 of manifest.json, by `unzip -p FILE manifest.json | sha256sum` on the day they were made. */
const IDENTITIES = [
  ["enrolment.goi", "a93e047d64600d74b35c850dba104ca7e23c6f122dc9bdd511618ebfe0e70010"],
  ["programme.goi", "3381b4191f73663df7d452c5940536070238cf292afb73d2f73d76086de39108"],
  ["receipt.goi", "667d47769759a4a5a23dd7a4d37ad83609881e89475269b683ac2d59ce9386f6"],
  ["return.goi", "63c586351e631620bdc60eee6842fb2456b1fc133c1bd3c17e4bb37e208b8623"],
  ["submission.goi", "e3932f71df3be3c33d720839692c00dbb927cbbea4c0eafc5ab518b001076daa"],
  ["submission.goi.age", "e3932f71df3be3c33d720839692c00dbb927cbbea4c0eafc5ab518b001076daa"],
  ["trustlist.goi", "e157523f9604f82625dcf6671192470ed3c68341fa1681897a41093c1cae5356"],
  ["trustlist-after-rotation.goi", "5d37f97dafc6e696a123fe406220a7fae7072260cbeb6547c610dc605265a522"],
] as const;

const { list, digest: listDigest } = await openGivenTrustList(read("trustlist.goi"));
const verifierFor = (ownUnitId: string): Verifier => ({
  ...verifierOfTrustList(list, listDigest),
  ownUnitId,
  decryption: { identities: [keyOfScalar(Buffer.alloc(32, 0x42)).identity], passphrase: null },
  replay: replayState({
    heldTrust: () => ({ version: list.version, digest: listDigest }),
    findSent: () => ({
      bundleId: BUNDLE_ID,
      unitId: DISTRICT_ID,
      instanceId: INSTANCE_ID,
      stream: "submission",
      seq: 1,
      submission: { submissionId: SUBMISSION_ID, revision: 0 },
      outcome: null,
    }),
  }),
});

async function verified(name: string): Promise<VerifiedBundle> {
  const isForDistrict = name === "receipt.goi" || name === "return.goi";
  const result = await verifyBundle(read(name), verifierFor(isForDistrict ? DISTRICT_ID : PROVINCE_ID));
  if (!result.ok) throw new Error(`${name}: ${result.step} ${result.code} ${result.detail ?? ""}`);
  return result;
}

describe("format 1", () => {
  it.each(IDENTITIES)("%s is still %s", async (name, identity) => {
    const result = await verified(name);
    expect(result.digest).toBe(identity);
    expect(result.wasEncrypted).toBe(name.endsWith(".age"));
    expect(Buffer.from(writeContainer(readContainer(result.bytes))).equals(Buffer.from(result.bytes))).toBe(
      true,
    );
  });

  it("still says what it said", async () => {
    const submission = await verified("submission.goi");
    expect([...submission.rows("data/entries.jsonl.gz")]).toEqual(ROWS);
    const issues = [...issuesOf(await verified("return.goi"))];
    expect(issues).toHaveLength(201);
    expect(issues[200]).toMatchObject({ id: "i200", row_key: "CĐCS số 200", code: "V01" });
    const programme = programmeOf(await verified("programme.goi"));
    expect(programme.code).toBe("AG-1979");
    expect(programme.targets.length).toBeGreaterThan(0);
  });

  const hasUnzip = spawnSync("unzip", ["-v"]).status === 0;
  it.skipIf(!hasUnzip)(`opens with unzip${hasUnzip ? "" : " (skipped: no unzip on this machine)"}`, () => {
    for (const [name] of IDENTITIES) {
      if (name.endsWith(".age")) continue;
      expect(spawnSync("unzip", ["-tq", join(FOLDER, name)]).status, name).toBe(0);
    }
  });
});
