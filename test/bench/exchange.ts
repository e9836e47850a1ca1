// 200,000 entries as a bundle: making it against gzip, sha256sum and openssl over the same bytes, and taking it in against
// SQLite reading the same rows from a text.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DATA_ELEMENTS } from "../../shared/catalogue/elements.ts";
import { atOnce } from "../../shared/domain/parts.ts";
import { checkSubmissionContent } from "../../electron/api/bundle/content-check.ts";
import type { EntryRow, UnitRow } from "../../electron/api/bundle/rows.ts";
import { controlTotals } from "../../electron/api/bundle/totals.ts";
import { packReport } from "../../electron/api/consolidation/packed-report.ts";
import { openDatabase } from "../../electron/database/connection.ts";
import { encodeTableEntryByParts } from "../../electron/exchange/entry-encoding.ts";
import { generateSigningKey } from "../../electron/exchange/key-file.ts";
import type { ManifestDraft } from "../../electron/exchange/manifest.ts";
import { publicHalf } from "../../electron/exchange/public-key.ts";
import { verifierOfPublicKey } from "../../electron/exchange/verifier.ts";
import { verifyBundle } from "../../electron/exchange/verify-bundle.ts";
import { writeBundle } from "../../electron/exchange/write-bundle.ts";
import { resultOf } from "../support/test-office.ts";
import { measure, type Ratio, timed, timedAsync } from "./ratio.ts";

const ENTRIES = 200_000;
const PERIOD = "2025";
const OFFICE = "0190a000-0000-8000-a000-000000000000";
const ROUNDS = 5;

export async function measureExchange(folder: string): Promise<Ratio[]> {
  mkdirSync(folder, { recursive: true });
  const { units, entries } = reportOf(ENTRIES);
  const key = generateSigningKey();
  const pem = join(folder, "key.pem");
  writeFileSync(pem, key.export({ type: "pkcs8", format: "pem" }));
  // As an office does it: packed a part at a time while others work, then signed.
  const make = async () => {
    const manifest = manifestOf(units, entries);
    const encoded = [
      await resultOf(encodeTableEntryByParts({ name: "units", schema: "units.v1", rows: units })),
      await resultOf(encodeTableEntryByParts({ name: "entries", schema: "entries.v1", rows: entries })),
    ];
    return writeBundle({ manifest, encoded }, [key]);
  };
  const bundle = await make();
  const raw = join(folder, "entries.jsonl");
  writeFileSync(raw, entries.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const csv = join(folder, "entries.csv");
  writeFileSync(csv, entries.map((row) => `${Object.values(row).join(",")}\n`).join(""));
  const verifier = {
    ...verifierOfPublicKey(pemOf(publicHalf(key).spki)),
    checkContent: checkSubmissionContent,
  };
  return [
    await measure({
      name: "bundle of 200,000 entries, signed / gzip + sha256sum + openssl over the same bytes",
      aim: 1.5,
      rounds: ROUNDS,
      ours: () => timedAsync(async () => writeFileSync(join(folder, "ours.goi"), (await make()).bytes)),
      least: () => timed(() => packWithTools(folder, raw, pem)),
    }),
    await measure({
      name: "verify the same bundle and take its figures in / SQLite .import of the same rows",
      aim: 2.5,
      rounds: ROUNDS,
      ours: () =>
        timedAsync(async () => {
          const verification = await verifyBundle(bundle.bytes, verifier);
          if (!verification.ok) throw new Error(`${verification.code} ${verification.detail}`);
          atOnce(packReport(verification));
        }),
      least: () => timed(() => importRows(folder, csv)),
    }),
  ];
}

function packWithTools(folder: string, raw: string, pem: string): void {
  const script = `gzip -6 -c "${raw}" > entries.gz && sha256sum "${raw}" entries.gz > manifest && \
    openssl pkeyutl -sign -inkey "${pem}" -rawin -in manifest -out signature && cat manifest signature entries.gz > least.bin`;
  const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
  if (status !== 0 || statSync(join(folder, "least.bin")).size === 0) throw new Error(stderr);
}

/** What `.import` does: one transaction, one prepared insert a line; here without starting another program. */
function importRows(folder: string, csv: string): void {
  const path = join(folder, "import.sqlite");
  rmSync(path, { force: true });
  const db = openDatabase(path);
  try {
    db.raw.exec(
      "CREATE TABLE entry (unit TEXT, element TEXT, period TEXT, state TEXT, value INTEGER, is_estimate TEXT, as_of TEXT, PRIMARY KEY (unit, element, period)) STRICT, WITHOUT ROWID",
    );
    const insert = db.raw.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)");
    db.raw.transaction(() => {
      for (const line of readFileSync(csv, "utf8").split("\n"))
        if (line !== "") insert.run(...line.split(","));
    })();
  } finally {
    void db.close();
  }
}

/** A report of as many unions as it takes, every one with the same elements in every month. */
export function reportOf(count: number): { units: UnitRow[]; entries: EntryRow[] } {
  const elements = DATA_ELEMENTS.filter(({ type }) => type === "count").slice(0, 40);
  const units = Array.from(
    { length: Math.ceil(count / elements.length) },
    (_, index): UnitRow => ({
      uid: `0190a000-0000-8000-b000-${String(index).padStart(12, "0")}`,
      code: `U${index}`,
      name: `Công đoàn cơ sở số ${index}`,
      kind: "grassrootsUnion",
      employer_type: "privateEnterprise",
      sector: "nonState",
      workforce: 50,
      self_financing: null,
      tax_code: null,
      established_on: "2015-01-01",
      ended_on: null,
      reorganised_on: null,
    }),
  );
  const entries = units.flatMap(({ uid }, row) =>
    elements.map(
      ({ code }, column): EntryRow => ({
        unit: uid,
        element: code,
        period: PERIOD,
        state: "value",
        value: (row * 7919 + column * 104_729) % 1000,
        is_estimate: false,
        as_of: null,
      }),
    ),
  );
  return { units, entries: entries.slice(0, count) };
}

/** What an office writes into the manifest of such a report. */
export function manifestOf(
  units: readonly UnitRow[],
  entries: readonly EntryRow[],
  sender: { readonly uid: string; readonly code: string; readonly number: number } = {
    uid: OFFICE,
    code: "LDLD-B",
    number: 1,
  },
): ManifestDraft {
  const serial = String(sender.number).padStart(12, "0");
  return {
    bundle_id: `0190a000-0000-7000-8000-${serial}`,
    created_at: "2026-01-05T02:00:00Z",
    app: { name: "so-cong-doan", version: "0.0.0", schema: 0 },
    issuer: {
      unit_id: sender.uid,
      unit_code: sender.code,
      unit_name: `Liên đoàn Lao động ${sender.code}`,
      instance_id: `0190a000-0000-7000-9000-${serial}`,
      prev_instance_id: null,
      signer_name: "Nguyễn Thị Lan",
      signer_title: null,
    },
    audience: [OFFICE],
    stream: "submission",
    seq: 1,
    prev: null,
    trust_list: null,
    requires: { trust_list_min: 0, format_min: 1 },
    context: {
      programme_id: null,
      programme_version: null,
      programme_sha256: null,
      form_code: "year",
      period: PERIOD,
    },
    totals: atOnce(controlTotals(units, entries, PERIOD, sender.uid)),
    audit_head: null,
    crit: [],
    ext: {},
    kind: "submission",
    submission: {
      submission_id: `0190a000-0000-7000-a000-${serial}`,
      revision: 0,
      supersedes: null,
      reply_to: null,
    },
  };
}

function pemOf(spki: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
}
