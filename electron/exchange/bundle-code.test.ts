import { expect, it } from "vitest";
import { bundleCode, isBundleCode, suggestedFileName } from "./bundle-code.ts";
import { submissionDraft, trustList, trustlistDraft } from "./test-fixtures.ts";

const DIGEST = "d3f4e5286b74b091630300a1197fa6eef13a0eb45af26f35f74dbdbf2ea7925d";

it("prints the first twenty bytes in eight groups of four", () => {
  // Second calculation: bits as text, five at a time.
  const bits = Array.from(DIGEST.slice(0, 40), (digit) =>
    Number.parseInt(digit, 16).toString(2).padStart(4, "0"),
  ).join("");
  const symbols = bits
    .match(/.{5}/g)
    ?.map((five) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Number.parseInt(five, 2)));
  expect(bundleCode(DIGEST).replaceAll("-", "")).toBe(symbols?.join(""));
  expect(bundleCode(DIGEST)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(bundleCode("0".repeat(64))).toBe("0000-0000-0000-0000-0000-0000-0000-0000");
});

it("recognises a code as people type it", () => {
  const digest = `0421${"0".repeat(60)}`;
  expect(bundleCode(digest)).toMatch(/^0GGG-/);
  expect(isBundleCode(" oggg oooo-oooo 0000 0000 0000 0000 0000", digest)).toBe(true);
  expect(isBundleCode("0GGG-0000-0000-0000-0000-0000-0000-0001", digest)).toBe(false);
});

it("suggests an ASCII file name, without a period where there is none", () => {
  expect(suggestedFileName(submissionDraft(), DIGEST)).toBe("LDLD-PT_submission_2024-H1_1_d3f4e528.goi");
  expect(suggestedFileName(trustlistDraft(trustList()), DIGEST)).toBe("LDLD-AG_trustlist_2_d3f4e528.goi");
});
