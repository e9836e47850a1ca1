import { isContractProcedure } from "@orpc/contract";
import { expect, it } from "vitest";
import { contract } from "../../shared/contract/index.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

function declaredCodes(node: unknown, codes = new Set<string>()): ReadonlySet<string> {
  if (isContractProcedure(node)) {
    for (const code of Object.keys(node["~orpc"].errorMap)) codes.add(code);
  } else if (typeof node === "object" && node !== null) {
    for (const child of Object.values(node)) declaredCodes(child, codes);
  }
  return codes;
}

/** Keys of a tree of words, with dots. */
function keysOf(node: object, prefix = ""): string[] {
  return Object.entries(node).flatMap(([key, child]) =>
    typeof child === "string" ? [`${prefix}${key}`] : keysOf(child as object, `${prefix}${key}.`),
  );
}

function placeholdersOf(node: object, prefix = ""): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, child]) =>
      typeof child === "string"
        ? [
            [
              `${prefix}${key}`,
              Array.from(child.matchAll(/\{\{(\w+)[^}]*\}\}/g), ([, name = ""]) => name).sort(),
            ],
          ]
        : Object.entries(placeholdersOf(child as object, `${prefix}${key}.`)),
    ),
  );
}

it("has a sentence for every error the contract declares, and for no other", () => {
  const declared = [...declaredCodes(contract)].sort();
  expect(declared.length).toBeGreaterThan(40);
  expect(Object.keys(vi.errors).sort()).toEqual(declared);
});

it("says the same things in both languages, with the same figures in them", () => {
  expect(keysOf(en).sort()).toEqual(keysOf(vi).sort());
  expect(placeholdersOf(en)).toEqual(placeholdersOf(vi));
});

it("a count that stands with its words has one for 1 and one for other numbers", () => {
  const forms = Array.from(
    JSON.stringify([vi, en]).matchAll(/\{\{\w+,([^}]*)\}\}/g),
    ([, words = ""]) => words,
  );
  expect(forms.length).toBeGreaterThan(100);
  for (const words of forms) expect(words).toMatch(/^ [^|,]+\|[^|,]+$/);
});

it("never shows a bare code and never says we", () => {
  const sentences = JSON.stringify(vi).replaceAll(/"[A-Z_0-9]+":/g, "");
  expect(sentences).not.toMatch(/[A-Z]{3,}_[A-Z]{3,}/);
  expect(sentences).not.toMatch(/chúng tôi|chúng ta/i);
});

it("is stored in NFC", () => {
  expect(JSON.stringify(vi)).toBe(JSON.stringify(vi).normalize("NFC"));
});
