import { expect, it } from "vitest";
import { outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { programmeLine } from "./desk.ts";

it.each([
  ["2020-M12", "Chương trình: chương trình bắt đầu từ năm 2021, sau kỳ này"],
  ["2021-Q1", "Chương trình: 0/0 chỉ tiêu đạt và vượt"],
  ["2025", "Chương trình: 0/0 chỉ tiêu đạt và vượt"],
  ["2026-M01", "Chương trình: giai đoạn của chương trình đã hết trước kỳ này"],
])("a consolidation of %s says of a programme of 2021–2025: %s", (period, words) => {
  const asked = {
    term: { from: 2021, to: 2025 },
    targets: [{ time: { kind: "annual", stated: true } }],
  } as const;
  const outside = outsideProgramme(asked, periodOf(period)) ?? null;
  expect(programmeLine({ title: "Chương trình", outside, reached: 0, rows: [] })).toBe(words);
});

it("a consolidation says that every target is for another year", () => {
  const outside = { reason: "noTarget", year: 2024, term: { from: 2023, to: 2028 } } as const;
  expect(programmeLine({ title: "Chương trình", outside, reached: 0, rows: [] })).toBe(
    "Chương trình: kỳ này không hỏi chỉ tiêu nào, năm cuối có chỉ tiêu là năm 2024",
  );
});
