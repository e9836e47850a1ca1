import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, unescapeText } from "./escape-text.ts";

const HOSTILE = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE, "'", " ", "\u00a0", "cmd|' /C calc'!A0"), fc.string()), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""));

describe("text that a spreadsheet could run", () => {
  it.each(HOSTILE)("gets an apostrophe when it begins with %j", (mark) => {
    expect(escapeText(`${mark}1`)).toBe(`'${mark}1`);
    expect(escapeText(`a${mark}1`)).toBe(`a${mark}1`);
  });

  it("never begins with a dangerous character afterwards, blanks aside", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeText(text);
        // Written apart from the rule under test: by character, not by pattern.
        expect(HOSTILE).not.toContain(escaped[0] ?? "");
        expect(["=", "+", "-", "@", "＝", "＋", "－", "＠"]).not.toContain(escaped.trim()[0] ?? "");
      }),
    );
  });

  it("comes back as it was", () => {
    fc.assert(fc.property(nasty, (text) => unescapeText(escapeText(text)) === text));
  });
});
