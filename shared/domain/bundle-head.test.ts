import { expect, it } from "vitest";
import { isNamedBundle, looksLikeBundle } from "./bundle-head.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const header = `PK\u0003\u0004${"\0".repeat(26)}mimetype`;

it.each([
  ["a bundle", `${header}application/vnd.socongdoan+zip`, true],
  ["an encrypted bundle", "age-encryption.org/v1\n-> X25519 abc", true],
  ["a workbook", `PK\u0003\u0004${"\0".repeat(26)}[Content_Types].xml`, false],
  ["an office document", `${header}application/vnd.oasis.opendocument.text`, false],
  ["a text", "Kính gửi LĐLĐ tỉnh", false],
  ["nothing", "", false],
])("%s is told by its first bytes", (_, text, isBundle) => {
  expect(looksLikeBundle(bytes(text))).toBe(isBundle);
});

it.each([
  ["B_submission_2025.goi", true],
  ["BAO CAO (1).GOI", true],
  ["bao-cao.goi.zip", true],
  ["bao-cao.goi.age", true],
  ["anh.jpg", false],
  ["goi.txt", false],
])("%s calls itself a bundle: %s", (name, isNamed) => {
  expect(isNamedBundle(name)).toBe(isNamed);
});
