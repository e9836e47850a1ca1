import { t, use as withPlugin } from "i18next";
import { beforeAll, expect, it } from "vitest";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { outsideTime } from "../../shared/domain/evaluate/window.ts";
import { periodOf } from "../../shared/domain/period.ts";
import {
  needsOfWhich,
  printAdopted,
  printReached,
  printResultValue,
  printTerm,
  printTermOver,
  printTime,
  programmeState,
  titleBeside,
} from "./print-programme.ts";
import { VALUE_PRINTER } from "./print-values.ts";
import { TEXT_OPTIONS } from "./text-options.ts";

beforeAll(async () => {
  await withPlugin(VALUE_PRINTER).init({ lng: "vi", ...TEXT_OPTIONS });
});

const targets = PROGRAMMES.flatMap((programme) => programme.targets);
const results = PROGRAMMES.flatMap((programme) => programme.results);

// As the source of domain.md §b.4 words them: 4.132 cuộc, trên 95%, hơn 39 tỷ đồng, 45/45.
it.each([
  ["R003-01", "4.132 cuộc", "620.333 người", "95 %"],
  ["R003-02", "trên 95 %"],
  ["R003-03a", "306 bản"],
  ["R003-03b", "1.006.708 lượt"],
  ["R003-03c", "hơn 39 tỷ đồng"],
  ["R003-04a", "1.572 CĐCS"],
  ["R003-04b", "170.947 người"],
  ["R003-05a", "trên 93 %"],
  ["R003-05b", "trên 55 %"],
  ["R003-05c", "45/45 (100 %)"],
  ["R003-06", "7 đề án", "30 đơn vị"],
  ["R003-07"],
  ["R003-08"],
])("prints %s as it was published: a bound stays a bound, what has no figure gets none", (id, ...values) => {
  expect(results).toHaveLength(13);
  const result = results.find((candidate) => candidate.id === id);
  expect(result?.values.map((value) => printResultValue(value, t))).toEqual(values);
});

it("has words for the time rule of every target", () => {
  for (const target of targets) expect(printTime(target.time, t)).toMatch(/\p{L}/u);
});

it.each([
  ["inForce", 2025, "2025-12-31", "Đang thực hiện"],
  ["inForce", 2025, "2026-01-01", "Giai đoạn 2021–2025 đã hết"],
  ["issued", 2025, "2026-11-21", "Giai đoạn 2021–2025 đã hết"],
  ["revised", 2025, "2026-11-21", "Giai đoạn 2021–2025 đã hết"],
  ["closed", 2025, "2026-11-21", "Đã kết thúc"],
  ["underComment", 2025, "2026-11-21", "Đang lấy ý kiến"],
  ["inForce", null, "2099-12-31", "Đang thực hiện"],
  ["inForce", 2025, "", "Đang thực hiện"],
])("a programme %s until %s reads on %s: %s", (state, to, today, words) => {
  expect(programmeState({ state, term: { from: 2021, to } }, today, t)).toBe(words);
});

it("the day a programme was received is the office's, not that of UTC; one issued here is not received", () => {
  // 01:30 on 22 November in Viet Nam.
  const adoptedAt = "2026-11-21T18:30:00Z";
  expect(printAdopted({ adoptedAt, isIssuedHere: false }, t)).toBe("nhận ngày 22/11/2026");
  expect(printAdopted({ adoptedAt, isIssuedHere: true }, t)).toBe("ban hành tại đây ngày 22/11/2026");
  expect(printAdopted({ adoptedAt: null, isIssuedHere: false }, t)).toBe("Chưa nhận");
});

it.each([
  ["2020-M12", "Chương trình bắt đầu từ năm 2021, sau kỳ này."],
  ["2021-Q1", "10/14 chỉ tiêu đạt và vượt"],
  ["2025", "10/14 chỉ tiêu đạt và vượt"],
  ["2026-M01", "Giai đoạn 2021–2025 của chương trình đã hết trước kỳ này."],
])("a report for %s says of a programme of 2021–2025: %s", (period, words) => {
  const outside = outsideTime({ from: 2021, to: 2025 }, periodOf(period)) ?? null;
  expect(printReached({ outside, reached: 10, total: 14 }, t)).toBe(words);
});

it("a programme of one year is of a year, not of a term from it to itself", () => {
  const term = { from: 2025, to: 2025 };
  expect(printTerm(term, t)).toBe("năm 2025");
  expect(printTermOver(term, t)).toBe("Năm 2025 đã hết");
  const outside = outsideTime(term, periodOf("2026-M01")) ?? null;
  expect(printReached({ outside, reached: 0, total: 6 }, t)).toBe(
    "Chương trình chỉ đặt ra cho năm 2025, đã hết trước kỳ này.",
  );
});

it("where every target is for another year, names the last such year instead of counting none", () => {
  const outside = { reason: "noTarget", year: 2024, term: { from: 2023, to: 2028 } } as const;
  expect(printReached({ outside, reached: 0, total: 6 }, t)).toBe(
    "Kỳ này không hỏi chỉ tiêu nào của chương trình: năm cuối có chỉ tiêu là năm 2024.",
  );
});

it("says of a part once that it is one", () => {
  const part = { ofWhich: "T1" };
  expect(needsOfWhich(part, "Trong đó khu vực phi chính thức", t)).toBe(false);
  expect(needsOfWhich(part, "Đoàn viên nữ", t)).toBe(true);
  expect(needsOfWhich({}, "Đoàn viên nữ", t)).toBe(false);
});

it.each([
  ["Doanh nghiệp đối thoại: từ 70 % trở lên", "từ 70\u00a0% trở lên", "Doanh nghiệp đối thoại"],
  // A value that was revised since, and a title of the office's own: both are read whole.
  [
    "Doanh nghiệp đối thoại: từ 70 % trở lên",
    "từ 80\u00a0% trở lên",
    "Doanh nghiệp đối thoại: từ 70 % trở lên",
  ],
  ["Chăm lo: đoàn viên khó khăn", "đủ 100\u00a0%", "Chăm lo: đoàn viên khó khăn"],
])("%s beside %s is %s", (title, asked, words) => {
  expect(titleBeside(title, asked)).toBe(words);
});
