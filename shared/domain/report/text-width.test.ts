import { expect, it } from "vitest";
import { linesOf, textWidth, widestWord } from "./text-width.ts";

const POINT = 25.4 / 72;

it("a figure is as wide as Times New Roman prints it: half its size each, a point half of that", () => {
  expect(textWidth("14.800.992.000", 10)).toBeCloseTo((11 * 5 + 3 * 2.5) * POINT, 6);
});

it("marks on letters take no room, however they are written", () => {
  expect(textWidth("Nguyễn", 11)).toBeCloseTo(textWidth("Nguyen", 11), 6);
  expect(textWidth("hoà".normalize("NFD"), 11)).toBe(textWidth("hoa", 11));
});

it("the widest word decides, wherever it stands", () => {
  expect(widestWord("Có TƯLĐTT", 11)).toBe(textWidth("TƯLĐTT", 11));
  expect(widestWord("", 11)).toBe(0);
});

it("words go to the next line whole", () => {
  const width = textWidth("một hai", 11) + 0.01;
  expect(linesOf("một hai ba", width, 11)).toBe(2);
  expect(linesOf("một hai", width, 11)).toBe(1);
  expect(linesOf("", width, 11)).toBe(1);
});

it("a word wider than its column takes as many lines as it fills", () => {
  expect(linesOf("x".repeat(30), textWidth("x".repeat(10), 11), 11)).toBe(3);
});
