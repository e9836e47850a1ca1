// The largest report the format takes (security.md F17): half a million rows, and a file just below 64 MiB. Written and
// verified in a process of its own, whose peak of memory is looked at. The everyday run takes a tenth of the rows.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";

const IS_EXHAUSTIVE = process.env["SCD_EXHAUSTIVE"] !== undefined;
const ROWS = IS_EXHAUSTIVE ? 500_000 : 50_000;
const DOCUMENT_MIB = IS_EXHAUSTIVE ? 55 : 6;
const MAX_MIB = 600;

const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);

/** Rows as a report has them, and a document that does not shrink. */
const SCRIPT = `
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
const { bundleOf, DIGEST_A, DISTRICT_KEY, PROVINCE_ID, replayState, submissionDraft, trustList } = await import(${url("./test-fixtures.ts")});
const { verifierOfTrustList } = await import(${url("./verifier.ts")});
const { verifyBundle } = await import(${url("./verify-bundle.ts")});
function* rows() {
  for (let n = 0; n < ${ROWS}; n += 1)
    yield { unit: "01900000-0000-7000-8000-" + String(n % 2000).padStart(12, "0"), element: "DE-A" + (n % 97), period: "2024-M05",
      state: "value", value: (n * 7919) % 100003, is_estimate: n % 11 === 0, as_of: null };
}
const document = { name: "phu-luc.bin", mediaType: "application/octet-stream", role: "attachment", bytes: randomBytes(${DOCUMENT_MIB} * 1024 * 1024) };
const written = bundleOf(submissionDraft(), DISTRICT_KEY, { tables: [{ name: "entries", schema: "entries.v1", rows: rows() }], documents: [document] });
const verifier = { ...verifierOfTrustList(trustList(), DIGEST_A), ownUnitId: PROVINCE_ID, replay: replayState() };
const result = await verifyBundle(written.bytes, verifier);
let sum = 0;
if (result.ok) for (const row of result.rows("data/entries.jsonl.gz")) sum += row.value;
console.log(JSON.stringify({ code: result.ok ? "accepted" : result.code, bytes: written.bytes.length, sum, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
`;

const Said = z.strictObject({ code: z.string(), bytes: z.int(), sum: z.int(), peak: z.int() });

it(`${ROWS.toLocaleString("en")} rows and ${DOCUMENT_MIB} MiB beside them are written and verified in under ${MAX_MIB} MiB of memory`, () => {
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT], {
    cwd: join(import.meta.dirname, "..", ".."),
    env: { ...process.env, NODE_OPTIONS: "--disable-warning=ExperimentalWarning" },
  });
  expect(run.stderr.toString()).toBe("");
  const said = Said.parse(JSON.parse(run.stdout.toString()));
  let sum = 0;
  for (let n = 0; n < ROWS; n += 1) sum += (n * 7919) % 100_003;
  expect(said).toMatchObject({ code: "accepted", sum });
  expect(said.bytes).toBeGreaterThan(DOCUMENT_MIB * 1024 * 1024);
  expect(said.peak).toBeLessThan(MAX_MIB);
}, 300_000);
