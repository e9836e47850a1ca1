import { expect, it } from "vitest";
import { outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { reachedLine } from "./reached-line.ts";

it.each([
  ["2020-M12", "chương trình bắt đầu từ năm 2021, sau kỳ này"],
  ["2021-Q1", "1/2 chỉ tiêu đạt và vượt"],
  ["2025", "1/2 chỉ tiêu đạt và vượt"],
  ["2026-M01", "giai đoạn của chương trình đã hết trước kỳ này"],
])("%s says of a programme of 2021–2025: %s", (period, words) => {
  const asked = {
    term: { from: 2021, to: 2025 },
    targets: [{ time: { kind: "annual", stated: true } }],
  } as const;
  const outside = outsideProgramme(asked, periodOf(period)) ?? null;
  expect(reachedLine({ outside, reached: 1, total: 2 })).toBe(words);
});

it("every target of another year is said, not counted as missed", () => {
  const outside = { reason: "noTarget", year: 2024, term: { from: 2023, to: 2028 } } as const;
  expect(reachedLine({ outside, reached: 0, total: 6 })).toBe(
    "kỳ này không hỏi chỉ tiêu nào, năm cuối có chỉ tiêu là năm 2024",
  );
});
