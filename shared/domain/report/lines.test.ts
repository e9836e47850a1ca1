// Expected lines: the printed example and rules of domain.md §e.1 and §e.2.
import { expect, it } from "vitest";
import { periodOf } from "../period.ts";
import {
  cutoffLine,
  dateInWords,
  letterheadLine,
  numberLine,
  periodInTitle,
  placeOf,
  readDocumentNumber,
  symbolSuffixOf,
} from "./lines.ts";

it("writes days below 10 and the months 1 and 2 with a leading zero", () => {
  expect(dateInWords("2025-02-05")).toBe("ngày 05 tháng 02 năm 2025");
  expect(dateInWords("2024-06-05")).toBe("ngày 05 tháng 6 năm 2024");
  expect(dateInWords("2019-10-11")).toBe("ngày 11 tháng 10 năm 2019");
  expect(dateInWords(null)).toBe("ngày …… tháng …… năm ………");
});

it("writes number and symbol, and leaves room for a number not given yet", () => {
  expect(numberLine("12", "LĐLĐ")).toBe("Số: 12/BC-LĐLĐ");
  expect(numberLine("1", "LĐLĐ")).toBe("Số: 01/BC-LĐLĐ");
  expect(numberLine("", "CĐX")).toBe("Số: ……/BC-CĐX");
});

it("says up to when figures are counted and up to when estimated", () => {
  expect(cutoffLine("2024-05-31", "2024-06-30")).toBe(
    "(Số liệu tính đến ngày 31/5/2024; số liệu ước thực hiện đến 30/6/2024)",
  );
  expect(cutoffLine("2024-12-31", "2024-12-31")).toBe("(Số liệu tính đến ngày 31/12/2024)");
  expect(cutoffLine("2024-05-31", null)).toBe("(Số liệu tính đến ngày 31/5/2024)");
});

it.each([
  ["2024-H1", "6 tháng đầu năm 2024"],
  ["2024-M05", "tháng 5 năm 2024"],
  ["2024-Q3", "quý III năm 2024"],
  ["2024-9M", "9 tháng năm 2024"],
  ["2024", "năm 2024"],
])("names the period %s in the title", (code, words) => {
  expect(periodInTitle(periodOf(code))).toBe(words);
});

it.each([
  ["districtFederation", "LĐLĐ huyện B", "B", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B", "LĐLĐ"],
  ["communeUnion", "Công đoàn xã B1", "B1", "CÔNG ĐOÀN XÃ B1", "CĐX"],
  ["communeUnion", "Công đoàn phường Rạch Giá", "Rạch Giá", "CÔNG ĐOÀN PHƯỜNG RẠCH GIÁ", "CĐP"],
  ["communeUnion", "Công đoàn đặc khu Phú Quốc", "Phú Quốc", "CÔNG ĐOÀN ĐẶC KHU PHÚ QUỐC", "CĐĐK"],
  [
    "provincialFederation",
    "Liên đoàn Lao động tỉnh Đắk Lắk",
    "Đắk Lắk",
    "LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐẮK LẮK",
    "LĐLĐ",
  ],
] as const)("derives the letterhead of %s %s", (kind, name, place, line, suffix) => {
  expect(placeOf(name)).toBe(place);
  expect(letterheadLine(name)).toBe(line);
  expect(symbolSuffixOf(kind, name)).toBe(suffix);
});

it.each([
  ["12", 12],
  [" 007 ", 7],
  ["99999", 99_999],
  ["12a", undefined],
  ["0", undefined],
  ["1,5", undefined],
  ["100000", undefined],
  ["", undefined],
])("a number typed as %j is read as %s", (typed, number) => {
  expect(readDocumentNumber(typed)).toBe(number);
});
