// The schemes of domain.md §d.6. The point bands of 1294 are not confirmed by a source: every screen that judges by them says so.
import type { GradeWords } from "../domain/data-element.ts";
import { type GradeScheme, schemeOn } from "../domain/grade-scheme.ts";

const NOT_RATED: GradeWords["notRated"] = ["Chưa xếp loại", "chưa đủ điều kiện xếp loại", "cxl"];

export const GRADE_SCHEMES: readonly GradeScheme[] = [
  {
    code: "before-2019",
    name: "Xếp loại trước năm 2019",
    // Nothing is known of what came before.
    validFrom: "0000-01-01",
    validTo: "2019-08-13",
    bands: [
      { code: "strong", name: "vững mạnh", from: 8500 },
      { code: "fair", name: "khá", from: 7000 },
      { code: "average", name: "trung bình", from: 5000 },
      { code: "weak", name: "yếu", from: 0 },
    ],
    words: {
      excellent: ["Vững mạnh", "mạnh"],
      good: ["Khá"],
      completed: ["Trung bình"],
      notCompleted: ["Yếu"],
      notRated: NOT_RATED,
    },
    areBandsConfirmed: true,
    conditions: ["Loại vững mạnh: không tiêu chuẩn nào dưới 50 %; đủ điểm mà thiếu điều kiện thì xếp khá."],
    monthsSinceEstablished: 0,
    monthsSinceReorganised: 0,
    provenance: "F16",
  },
  {
    code: "1294",
    name: "Hướng dẫn 1294/HD-TLĐ (14/8/2019)",
    validFrom: "2019-08-14",
    validTo: null,
    bands: [
      { code: "excellent", name: "hoàn thành xuất sắc nhiệm vụ", from: 9000 },
      { code: "good", name: "hoàn thành tốt nhiệm vụ", from: 7000 },
      { code: "completed", name: "hoàn thành nhiệm vụ", from: 5000 },
      { code: "notCompleted", name: "không hoàn thành nhiệm vụ", from: 0 },
    ],
    words: {
      excellent: ["Xuất sắc", "hoàn thành xuất sắc nhiệm vụ", "hoàn thành xuất sắc", "xs"],
      good: ["Tốt", "hoàn thành tốt nhiệm vụ", "hoàn thành tốt", "t"],
      completed: ["Hoàn thành", "hoàn thành nhiệm vụ", "ht"],
      notCompleted: ["Không hoàn thành", "không hoàn thành nhiệm vụ", "kht"],
      notRated: NOT_RATED,
    },
    areBandsConfirmed: false,
    conditions: [],
    monthsSinceEstablished: 12,
    monthsSinceReorganised: 6,
    provenance: "S0,S3,F15; thang điểm: K",
  },
];

/** Grades are given for a year, by the scheme in force on its last day. @param period code of a period, or its year */
export function gradeSchemeOf(period: string | number): GradeScheme {
  return schemeOn(GRADE_SCHEMES, `${String(period).slice(0, 4)}-12-31`);
}

/** What grades of a year are called. @param period code of a period, or its year */
export function gradeWordsOf(period: string | number): GradeWords {
  return gradeSchemeOf(period).words;
}
