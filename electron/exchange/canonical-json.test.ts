import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CanonicalJsonError, decodeCanonical, encodeCanonical, type JsonValue } from "./canonical-json.ts";

const faultOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CanonicalJsonError) return error.code;
    throw error;
  }
  return "accepted";
};
const decodeFault = (text: string | Uint8Array): string =>
  faultOf(() => decodeCanonical(typeof text === "string" ? Buffer.from(text, "utf8") : text));

const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const text = fc.string({ unit: "binary", maxLength: 20 }).map((s) => s.toWellFormed().normalize("NFC"));
const documents: fc.Arbitrary<JsonValue> = fc.letrec<{ node: JsonValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, "", [], {}),
    fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
    text,
    fc.array(tie("node"), { maxLength: 4 }),
    fc.dictionary(key, tie("node"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).node;

describe("canonical JSON", () => {
  it("gives back every document it wrote, and its bytes", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const bytes = encodeCanonical(document);
        expect(decodeCanonical(bytes)).toEqual(document);
        expect(encodeCanonical(decodeCanonical(bytes))).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with JSON.stringify over sorted keys, a second calculation", () => {
    const sorted = (value: unknown): unknown =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => a.localeCompare(b, "en"))
              .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
          )
        : value;
    fc.assert(
      fc.property(documents, (document) => {
        const second = JSON.stringify(document, (_key, value: unknown) => sorted(value));
        expect(Buffer.from(encodeCanonical(document)).toString("utf8")).toBe(second);
      }),
      { numRuns: 2000 },
    );
  });

  const python = spawnSync("python3", ["--version"]);
  it.skipIf(python.status !== 0)(
    `agrees with Python json.dumps${python.status === 0 ? "" : " (skipped: no python3 on this machine)"}`,
    () => {
      const sample = fc.sample(documents, { numRuns: 2000, seed: 7 });
      const ours = sample.map((document) => Buffer.from(encodeCanonical(document)).toString("hex"));
      const script =
        "import json,sys\nfor line in sys.stdin.buffer:\n o=json.loads(line)\n" +
        " print(json.dumps(o,sort_keys=True,separators=(',',':'),ensure_ascii=False).encode('utf8').hex())";
      // Handed over as ordinary ASCII JSON, so that Python parses it itself.
      const input = sample.map((document) => asciiJson(document)).join("\n");
      const run = spawnSync("python3", ["-c", script], { input, maxBuffer: 64 * 1024 * 1024 });
      expect(run.stderr.toString()).toBe("");
      expect(run.stdout.toString().trim().split("\n")).toEqual(ours);
    },
  );

  it.each([
    [Buffer.from([0x22, 0xff, 0x22]), "E_JSON_UTF8"],
    [Buffer.from("\ufeff{}", "utf8"), "E_JSON_UTF8"],
    [Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), "E_JSON_UTF8"],
    ["", "E_JSON_SYNTAX"],
    ["{", "E_JSON_SYNTAX"],
    ["{} {}", "E_JSON_SYNTAX"],
    ["NaN", "E_JSON_SYNTAX"],
    ["01", "E_JSON_SYNTAX"],
    ['{"a":1,"a":2}', "E_JSON_NONCANONICAL"],
    ['{"b":1,"a":2}', "E_JSON_NONCANONICAL"],
    ['{"a": 1}', "E_JSON_NONCANONICAL"],
    ["{}\n", "E_JSON_NONCANONICAL"],
    ['"\\u0041"', "E_JSON_NONCANONICAL"],
    ['"\\/"', "E_JSON_NONCANONICAL"],
    ["1.0", "E_JSON_NUMBER"],
    ["1e3", "E_JSON_NUMBER"],
    ["1.5", "E_JSON_NUMBER"],
    ["-0", "E_JSON_NUMBER"],
    ["1e400", "E_JSON_NUMBER"],
    ["9007199254740992", "E_JSON_NUMBER"],
    ["9007199254740993", "E_JSON_NUMBER"],
    ["-9007199254740992", "E_JSON_NUMBER"],
    ["9007199254740991", "accepted"],
    ["-9007199254740991", "accepted"],
    ['{"A":1}', "E_JSON_KEY"],
    ['{"":1}', "E_JSON_KEY"],
    ['{"__proto__":1}', "E_JSON_KEY"],
    ['{"constructor":1}', "accepted"],
    [`{"${"a".repeat(64)}":1}`, "accepted"],
    [`{"${"a".repeat(65)}":1}`, "E_JSON_KEY"],
    [`"${"Công đoàn".normalize("NFD")}"`, "E_JSON_NOT_NFC"],
    ['"\\ud800"', "E_JSON_SURROGATE"],
    ["[".repeat(16) + "]".repeat(16), "accepted"],
    ["[".repeat(17) + "]".repeat(17), "E_JSON_DEPTH"],
    ["[".repeat(400_000) + "]".repeat(400_000), "E_JSON_DEPTH"],
  ])("reads %j as %s", (bytes, fault) => {
    expect(decodeFault(bytes)).toBe(fault);
  });

  it.each([[undefined], [{ a: undefined }], [new Date(0)], [new Map()], [10n], [Symbol("x")], [() => 1]])(
    "will not write %s",
    (value) => {
      expect(faultOf(() => encodeCanonical(value))).toBe("E_JSON_SYNTAX");
    },
  );

  it("will not write what it would not read", () => {
    expect(faultOf(() => encodeCanonical(-0))).toBe("E_JSON_NUMBER");
    expect(faultOf(() => encodeCanonical(0.5))).toBe("E_JSON_NUMBER");
    expect(faultOf(() => encodeCanonical(Number.NaN))).toBe("E_JSON_NUMBER");
    expect(faultOf(() => encodeCanonical("\udc00"))).toBe("E_JSON_SURROGATE");
    expect(faultOf(() => encodeCanonical({ camelCase: 1 }))).toBe("E_JSON_KEY");
  });

  it("accepts any bytes only when they are the canonical text of their value", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const fault = decodeFault(json);
        if (fault === "accepted")
          expect(Buffer.from(encodeCanonical(JSON.parse(json))).toString()).toBe(json);
      }),
      { numRuns: 2000 },
    );
  });
});

function asciiJson(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
