// A district's year through the command line, and the province's side of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { commandJson, commandLine } from "../support/command-line.ts";
import { entryRows, expectedVerdicts, UNITS } from "../support/year-of-figures.ts";

interface Evaluated {
  readonly target: string;
  readonly status: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

let folder: string;
const path = (...parts: string[]) => join(folder, ...parts);
const district = () => ["--data", path("district")];
const province = () => ["--data", path("province")];

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-cli-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("all 47 verdicts of a year entered from files agree with an independent calculation", () => {
  commandJson(
    "init",
    "--code",
    "LDLD-B",
    "--name",
    "Liên đoàn Lao động huyện B",
    "--kind",
    "districtFederation",
    "--parent-code",
    "LDLD-A",
    "--parent-name",
    "Liên đoàn Lao động tỉnh A",
    ...district(),
  );
  const units = [
    "code,name,kind,employer_type,workforce,parent_code,established_on,ended_on,tax_code,self_financing",
    ...UNITS.map(
      (unit) =>
        `${unit.code},CĐCS ${unit.code},grassrootsUnion,${unit.type},${unit.workers},LDLD-B,01/02/2015,,,`,
    ),
  ];
  writeFileSync(path("units.csv"), `\ufeff${units.join("\r\n")}`);
  expect(commandJson("units", "import", path("units.csv"), ...district())).toMatchObject({
    applied: UNITS.length,
    rejected: [],
  });
  const entries = [
    "unit_code;element;period;value;state;as_of;is_estimate;note",
    ...entryRows("LDLD-B").map((row) => `${row.join(";")};;;;`),
  ];
  writeFileSync(path("entries.csv"), entries.join("\n"));
  expect(commandJson("entries", "import", path("entries.csv"), ...district())).toMatchObject({
    applied: entries.length - 1,
    rejected: [],
  });

  const found: Record<string, Pick<Evaluated, "status" | "numerator" | "denominator">> = {};
  for (const [programme, period] of [
    ["TLD-2021", "2025"],
    ["AG-1979", "2025"],
    ["BT-2024", "2024"],
  ] as const) {
    commandJson("programmes", "adopt", programme, ...district());
    for (const { target, status, numerator, denominator } of commandJson<Evaluated[]>(
      "evaluate",
      "--programme",
      programme,
      "--period",
      period,
      ...district(),
    ))
      found[target] = { status, numerator, denominator };
  }
  const expected = expectedVerdicts();
  expect(Object.keys(expected)).toHaveLength(47);
  expect(found).toEqual(expected);
  const after = commandLine("evaluate", "--programme", "BT-2024", "--period", "2025", ...district()).out;
  expect(after).toContain("kỳ này không hỏi chỉ tiêu nào, năm cuối có chỉ tiêu là năm 2024");
  expect(after).not.toContain("chỉ tiêu đạt và vượt");
});

test("a report goes up signed, is verified by openssl, received, and its receipt comes back", () => {
  commandJson(
    "init",
    "--code",
    "LDLD-A",
    "--name",
    "Liên đoàn Lao động tỉnh A",
    "--kind",
    "provincialFederation",
    "--parent-code",
    "TLD",
    "--parent-name",
    "Tổng Liên đoàn",
    ...province(),
  );
  commandJson("keys", "create", ...province());
  const { rootFingerprint } = commandJson<{ rootFingerprint: string }>("trust", "create", ...province());
  commandJson("keys", "create", ...district());
  const { keyid } = commandJson<{ keyid: string }>(
    "keys",
    "enrol",
    "--out",
    path("enrol.goi"),
    ...district(),
  );
  // The keyid is read from paper: without it, or with another, nothing is added and the advice says where it stands.
  expect(commandLine("trust", "add", path("enrol.goi"), ...province())).toMatchObject({
    exit: 1,
    err: expect.stringContaining("bằng giấy"),
  });
  for (const wrong of ["1234", "0".repeat(64)])
    expect(commandLine("trust", "add", path("enrol.goi"), "--keyid", wrong, ...province())).toMatchObject({
      exit: 7,
      err: expect.stringContaining("KEYID_MISMATCH"),
    });
  commandJson("trust", "add", path("enrol.goi"), "--keyid", keyid, ...province());
  commandJson("trust", "export", "--out", path("trust.goi"), ...province());
  expect(
    commandLine("trust", "import", path("trust.goi"), "--root-fingerprint", "0".repeat(64), ...district())
      .err,
  ).toContain("E_TL_FINGERPRINT");
  expect(
    commandJson("trust", "import", path("trust.goi"), "--root-fingerprint", rootFingerprint, ...district()),
  ).toMatchObject({ kind: "trustlist" });

  expect(
    commandLine("submit", "--form", "month", "--period", "2025-M05", "--out", path("stick"), ...district())
      .exit,
  ).toBe(7);
  commandLine("explain", "--form", "month", "--period", "2025-M05", "--text", "đã kiểm tra", ...district());
  commandJson("approve", "--form", "month", "--period", "2025-M05", ...district());
  const sent = commandJson<{ path: string; digest: string; code: string }>(
    "submit",
    "--form",
    "month",
    "--period",
    "2025-M05",
    "--out",
    path("stick"),
    // It holds explanations, so it would leave encrypted; stock tools read it in the open.
    "--plain",
    ...district(),
  );
  const again = commandJson<{ path: string; digest: string }>(
    "submit",
    "--form",
    "month",
    "--period",
    "2025-M05",
    "--out",
    path("second"),
    "--plain",
    ...district(),
  );
  expect(readFileSync(again.path).equals(readFileSync(sent.path))).toBe(true);

  expect(commandJson("bundle", "verify", sent.path, "--trust", path("trust.goi"))).toMatchObject({
    ok: true,
    code: "OK",
    kind: "submission",
    seq: 1,
    digest: sent.digest,
  });
  commandJson("keys", "public", "--out", path("donvi.pem"), ...district());
  const script = `
    set -e; cd "${folder}"; rm -rf g; unzip -q "${sent.path}" -d g; cd g
    T=$(sed -E 's/.*"payload_type":"([^"]+)".*/\\1/' signatures.json)
    sed -E 's/.*"sig":"([^"]+)".*/\\1/' signatures.json | openssl base64 -d -A > sig.bin
    { printf 'DSSEv1 %d %s %d ' \${#T} "$T" $(wc -c < manifest.json); cat manifest.json; } > pae.bin
    openssl pkeyutl -verify -pubin -inkey ../donvi.pem -rawin -in pae.bin -sigfile sig.bin`;
  expect(execFileSync("bash", ["-c", script], { encoding: "utf8" })).toContain(
    "Signature Verified Successfully",
  );

  expect(commandJson("receive", sent.path, ...province())).toMatchObject({
    ok: true,
    kind: "submission",
    outcome: "accepted",
    digest: sent.digest,
  });
  expect(commandJson("receive", sent.path, ...province())).toMatchObject({
    outcome: "duplicate",
    code: "W_DUPLICATE",
  });
  // The code on the cover letter, as people type it, and the digest name the same bundle.
  expect(
    commandLine("reply", "--submission", "TFJY-A9VB", "--accept", "--out", path("back"), ...province()),
  ).toMatchObject({ exit: 7, err: expect.stringContaining("BUNDLE_UNKNOWN") });
  for (const name of [sent.digest, sent.code, sent.code.replaceAll("-", "").toLowerCase()])
    commandJson("reply", "--submission", name, "--accept", "--out", path("back"), ...province());
  expect(readdirSync(path("back"))).toHaveLength(1);
  expect(
    commandJson<{ units: object[] }>("unreported", "--period", "2025-M05", ...province()).units,
  ).toMatchObject([{ code: "LDLD-B", digest: sent.digest }]);
  const receipt = path("back", readdirSync(path("back"))[0] ?? "");
  expect(commandJson("receive", receipt, ...district())).toMatchObject({
    kind: "receipt",
    state: "receipted",
  });

  // Wrong addressee, changed byte, cut file: each a code and a sentence, nothing taken in.
  expect(commandLine("receive", sent.path, ...district())).toMatchObject({
    exit: 3,
    err: expect.stringContaining("E_AUDIENCE"),
  });
  const bytes = readFileSync(sent.path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(path("changed.goi"), bytes);
  expect(commandLine("bundle", "verify", path("changed.goi"), "--trust", path("trust.goi")).exit).not.toBe(0);
  writeFileSync(path("cut.goi"), bytes.subarray(0, 1000));
  expect(commandLine("receive", path("cut.goi"), ...province()).exit).toBe(2);
  expect(commandLine("doctor", ...district()).exit).toBe(0);
});

test("bad input gets a sentence and changes nothing", () => {
  writeFileSync(path("bad.csv"), 'code,name\nX1,"không đóng ngoặc\n');
  expect(commandLine("units", "import", path("bad.csv"), ...district())).toMatchObject({
    exit: 7,
    err: expect.stringContaining("CSV_MALFORMED"),
  });
  writeFileSync(path("not.xlsx"), "PK\u0003\u0004 không phải sổ tính");
  expect(commandLine("units", "import", path("not.xlsx"), ...district())).toMatchObject({
    exit: 7,
    err: expect.stringContaining("XLSX"),
  });
  expect(commandLine("entries", "import", path("missing.csv"), ...district()).exit).toBe(7);
  expect(commandLine("evaluate", "--programme", "KHONG-CO", "--period", "2025", ...district()).err).toContain(
    "PROGRAMME_UNKNOWN",
  );
  writeFileSync(path("not.saoluu"), "không phải bản sao lưu");
  for (const words of [
    ["backup", "verify", path("not.saoluu")],
    ["restore", path("not.saoluu"), "--replace", ...district()],
  ])
    expect(commandLine(...words)).toMatchObject({ exit: 7, err: expect.stringContaining("NOT_A_BACKUP") });
  expect(commandLine("evaluate").exit).toBe(1);
  const { exit, err } = commandLine(
    "init",
    "--code",
    "X",
    "--name",
    "X",
    "--kind",
    "districtFederation",
    ...district(),
  );
  expect({ exit, err }).toMatchObject({ exit: 7, err: expect.stringContaining("OFFICE_EXISTS") });
});
