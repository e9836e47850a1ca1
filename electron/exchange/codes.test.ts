import { expect, it } from "vitest";
import { CODE_TEXTS } from "./code-texts.ts";
import { CODES, exitClassOf } from "./codes.ts";

it("has every code once, each with one sentence and one advice", () => {
  const codes = CODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(CODE_TEXTS).sort()).toEqual(codes.toSorted());
});

it.each(CODES)("$code has short Vietnamese words in NFC", ({ code, exit }) => {
  const { sentence, advice } = CODE_TEXTS[code];
  for (const text of [sentence, advice]) {
    expect(text).toBe(text.normalize("NFC"));
    expect(text).toMatch(/\.$/);
    expect(text.length).toBeLessThanOrEqual(140);
  }
  // What the person fears is that half of it went in.
  if (exit > 0 && !code.startsWith("E_KEY_") && !code.startsWith("E_PASS") && !code.startsWith("E_CRYPTO")) {
    expect(sentence).toContain("hưa có gì được nhập.");
  }
});

it("gives the exit classes of bundle.md §2.9", () => {
  const classOf = (code: string) => CODES.find((entry) => entry.code === code)?.exit;
  expect(["E_EMPTY", "E_ENC_NO_KEY", "E_ZIP_CD", "E_MIMETYPE", "E_SIG_FORMAT"].map(classOf)).toEqual([
    2, 2, 2, 2, 2,
  ]);
  expect(["E_KEY_UNKNOWN", "E_KEY_ROLE", "E_MANIFEST_SCHEMA", "E_AUDIENCE"].map(classOf)).toEqual([
    3, 3, 3, 3,
  ]);
  expect(["E_ENTRY_HASH", "E_GZIP"].map(classOf)).toEqual([4, 4]);
  expect(["E_SEQ_FORK", "E_TL_ROLLBACK"].map(classOf)).toEqual([5, 5]);
  expect(["E_TOTALS", "E_DB_FULL", "E_INSTANCE_CONFIRM", "W_DUPLICATE"].map(classOf)).toEqual([6, 7, 8, 0]);
  expect(exitClassOf({ code: "E_VERSION_UNSUPPORTED", step: "V7" })).toBe(3);
});
