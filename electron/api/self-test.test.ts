// A computer that computes wrongly: the office can be looked at, and no key is used (security.md K1).
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { contract } from "../../shared/contract/index.ts";
import { KNOWN_ANSWERS, runCryptoSelfTest } from "../exchange/crypto-self-test.ts";
import { READING_PROCEDURES } from "./read-only.ts";
import { DISTRICT } from "../../test/support/district.ts";
import { PASSPHRASE } from "../../test/support/passphrase.ts";
import { openOffice, resultOf } from "../../test/support/test-office.ts";

const REFUSED = { code: "E_CRYPTO_SELFTEST" };
const COMMAND_LINE = join(import.meta.dirname, "..", "cli", "index.ts");
/** Loaded before the program: one function of Node's own gives a wrong answer. */
const wrong = (name: string, answer: string) =>
  `import crypto from "node:crypto"; import { syncBuiltinESMExports } from "node:module";
   crypto.${name} = ${answer}; syncBuiltinESMExports();`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-self-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const failing = (name: string) => () =>
  runCryptoSelfTest(
    KNOWN_ANSWERS.map((answer) => (answer.name === name ? { ...answer, compute: () => "00" } : answer)),
  );

it("shows the office and refuses every act, by name and by the file itself", async () => {
  const sound = await openOffice(folder);
  await sound.client.office.create(DISTRICT);
  await sound.host.close();

  const { host, client } = await openOffice(folder, { selfTest: failing("scrypt") });
  try {
    expect((await client.office.status()).office?.code).toBe("LDLD-B");
    expect((await client.units.list({})).units).toEqual([]);
    await expect(client.keys.create({ passphrase: PASSPHRASE })).rejects.toMatchObject({
      ...REFUSED,
      data: { detail: "scrypt", sentence: expect.stringContaining("mã hóa") as string },
    });
    await expect(client.keys.publicKey()).rejects.toMatchObject(REFUSED);
    await expect(
      resultOf(client.submissions.inspect({ ticket: "x".repeat(32), fileName: "a.goi" })),
    ).rejects.toMatchObject(REFUSED);
    await expect(
      client.office.addPerson({ name: "An", title: "", roles: ["approver"] }),
    ).rejects.toMatchObject(REFUSED);
    expect(() => host.context.workspace.db.raw.exec("DELETE FROM person")).toThrow(/readonly/);
  } finally {
    await host.close();
  }
});

it("does not take a broken digest for a broken file", async () => {
  const sound = await openOffice(folder);
  await sound.client.office.create(DISTRICT);
  // An audit row whose digest this computer cannot confirm, whatever the reason.
  sound.host.context.workspace.db.raw.exec(
    "INSERT INTO audit (seq, at, actor, action, object, detail, previous_hash, hash) SELECT seq + 1, at, actor, action, object, detail, hash, hash FROM audit ORDER BY seq DESC LIMIT 1",
  );
  await sound.host.close();
  const opening = openOffice(folder, { selfTest: failing("sha256") });
  await expect(opening).rejects.toMatchObject({ code: "E_CRYPTO_SELFTEST", detail: "sha256" });
});

/** Procedures that write, use a key, hand out or take in a file. Every one of the contract is either here or open. */
const REFUSED_PROCEDURES: Readonly<Record<keyof typeof contract, string>> = {
  office: "create createDemo addPerson setCurrentPerson setParameters setLanguage setDetails updatePerson",
  units: "create change end undo createEmployer updateEmployer",
  imports: "preview apply rejectedFile undo",
  programmes: "adopt unadopt importFile",
  programmeEditing:
    "begin save undo discard askComment issue move revise setAllocations setVerdict exportFile",
  entries: "save saveMany undo redo setNote keepTexts keepWidths markEstimated explain",
  incidents: "create update remove restore setComplete takeCounts",
  extensions: "grant withdraw",
  collect: "writeTemplates preview compare file apply rejectedFile",
  evaluation: "",
  history: "note withdrawNote",
  grading: "addScheme withdrawScheme",
  report: "save write writeEntryForm",
  submissions: "approve reopen submit download inspect accept dismiss",
  corrections: "reply openCells request rehearse",
  countersignatures: "attach download remove",
  desk: "add verify latest open confirmInstance accept receipts dismiss setTerm",
  consolidation: "adjust withdraw exportFile",
  backup: "create download remove verify restore declareNoReceipt dismiss",
  keys: "rootPem status create enrol rotate paper restorePaper publicKey createTrust addToTrust exportTrust",
  trust: "change forgetRoot",
  downward: "setShares exportProgramme difference",
};

it("every procedure either stays open or is refused, and is named once", () => {
  const names = Object.entries(contract).flatMap(([area, procedures]) =>
    Object.keys(procedures).map((name) => `${area}.${name}`),
  );
  const refused = Object.entries(REFUSED_PROCEDURES).flatMap(([area, procedures]) =>
    procedures.split(" ").flatMap((name) => (name === "" ? [] : `${area}.${name}`)),
  );
  expect([...READING_PROCEDURES, ...refused].toSorted()).toEqual(names.toSorted());
});

it("names no open procedure twice", () => {
  const source = readFileSync(join(import.meta.dirname, "read-only.ts"), "utf8");
  const named = [...source.matchAll(/^ {2}"([a-zA-Z]+\.[a-zA-Z]+)",$/gm)].map(([, name]) => name);
  expect(named).toHaveLength(READING_PROCEDURES.size);
});

it.each([
  ["keys create", ["keys", "create"], "scryptSync", "() => Buffer.alloc(64)"],
  ["bundle verify", ["bundle", "verify", "none.goi", "--key", "none.pem"], "verify", "() => true"],
])(
  "the program itself computes the answers before %s",
  { timeout: 60_000 },
  async (_name, words, broken, answer) => {
    const sound = await openOffice(folder);
    await sound.client.office.create(DISTRICT);
    await sound.host.close();
    const run = spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${encodeURIComponent(wrong(broken, answer))}`,
        COMMAND_LINE,
        ...words,
        "--data",
        folder,
      ],
      { encoding: "utf8", env: { ...process.env, SCD_PASSPHRASE: PASSPHRASE } },
    );
    expect(run.stderr).toContain("Máy này tính sai phép mã hóa");
    expect(run.stderr).toContain("E_CRYPTO_SELFTEST");
    expect(run.status).not.toBe(0);
  },
);
