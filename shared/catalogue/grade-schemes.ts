// The schemes of domain.md §d.6. The point bands of 1294 are not confirmed by a source and stay editable.
import type { GradeScheme } from "../domain/grade-scheme.ts";

export const GRADE_SCHEMES: readonly GradeScheme[] = [
  {
    code: "before-2019",
    name: "Xếp loại trước năm 2019",
    validFrom: "1990-01-01",
    validTo: "2019-08-13",
    bands: [
      { code: "strong", name: "vững mạnh", from: 8500 },
      { code: "fair", name: "khá", from: 7000 },
      { code: "average", name: "trung bình", from: 5000 },
      { code: "weak", name: "yếu", from: 0 },
    ],
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
    conditions: [],
    monthsSinceEstablished: 12,
    monthsSinceReorganised: 6,
    provenance: "S0,S3,F15; thang điểm: K",
  },
];
