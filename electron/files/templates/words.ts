// The Vietnamese words that stand in a sheet for the grassroots.
import { GRADES, type GradeWords, type ValueType } from "../../../shared/domain/data-element.ts";
import { STATES_WITHOUT_VALUE } from "../../../shared/domain/entry.ts";
import { ENTRY_STATE_LABELS } from "../../../shared/domain/labels.ts";

/** "Không phát sinh", "Không áp dụng", "Chưa thu thập". */
export const STATE_WORDS: readonly string[] = STATES_WITHOUT_VALUE.map(
  (state) => ENTRY_STATE_LABELS[state].vi,
);

/** What may be chosen where there is no number to type; nothing for numbers. */
export function choicesOf(type: ValueType, grades: GradeWords): readonly string[] {
  if (type === "yesNo") return ["Có", "Không"];
  return type === "grade" ? GRADES.map((grade) => grades[grade][0]) : [];
}

export const SHEET_NAME = "Số liệu";
/** ASCII, so that no program has to quote it. */
export const IDENTITY_SHEET_NAME = "_scd";

export const HEADINGS = {
  number: "TT",
  label: "Chỉ tiêu",
  measureUnit: "Đơn vị tính",
  value: "Số liệu kỳ này",
  word: "Hoặc chọn",
  note: "Ghi chú, giải trình",
  code: "Mã",
  name: "Đơn vị",
  reason: "Lý do không nhận",
} as const;

export const CUMULATIVE = "lũy kế từ 1/1";
export const OPTIONAL = "không bắt buộc";
export const COMPUTED = "tự tính";
export const NEVER_ASKED = "không hỏi";

export const INPUT_LIMITS: Readonly<
  Record<"whole" | "score" | "choice" | "word" | "note" | "mixed", string>
> = {
  whole:
    "Chỉ nhận số nguyên từ 0 trở lên, ví dụ 1250. Không có số thì chọn ở cột “Hoặc chọn”. Để trống nghĩa là chưa báo cáo.",
  score: "Chỉ nhận điểm từ 0 đến 100, nhiều nhất hai số lẻ.",
  choice: "Chọn một mục trong danh sách.",
  word: "Chọn một trong: không phát sinh, không áp dụng, chưa thu thập; hoặc để trống.",
  note: "Ghi chú dài nhất 500 ký tự.",
  mixed:
    "Chỉ nhận số nguyên từ 0 trở lên, hoặc chữ: Không phát sinh, Không áp dụng, Chưa thu thập (viết tắt -, x, ?). Để trống nghĩa là chưa báo cáo.",
};
