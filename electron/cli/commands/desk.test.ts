import { expect, it } from "vitest";
import { programmeLine } from "./desk.ts";

it.each([
  ["2020-M12", "Chương trình: chương trình bắt đầu từ năm 2021, sau kỳ này"],
  ["2021-Q1", "Chương trình: 0/0 chỉ tiêu đạt và vượt"],
  ["2025", "Chương trình: 0/0 chỉ tiêu đạt và vượt"],
  ["2026-M01", "Chương trình: giai đoạn của chương trình đã hết trước kỳ này"],
])("a consolidation of %s says of a programme of 2021–2025: %s", (period, words) => {
  const programme = { title: "Chương trình", term: { from: 2021, to: 2025 }, reached: 0, rows: [] };
  expect(programmeLine(programme, period)).toBe(words);
});
