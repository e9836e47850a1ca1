// Why an answer or a file was not taken, in the words of the sheet that goes back and of the command line. The window
// has its own words for the same codes.
import type { AnswerReason, TemplateFault } from "./read-template.ts";

/** Codes that only the office can find: what a sheet asks against what stands in the register. */
type OfficeReason = "UNIT_UNKNOWN" | "UNIT_NOT_ACTIVE" | "NOT_APPLICABLE" | "VALUE_REFUSED";

type CollectFaultCode =
  | TemplateFault
  | "OTHER_OFFICE"
  | "TEMPLATE_NEWER"
  | "WRONG_FORM"
  | "WRONG_PERIOD"
  | "PERIOD_LOCKED"
  | "SAME_FILE"
  | "EMPTY_ANSWER"
  | "UNIT_UNKNOWN"
  | "UNIT_NOT_ACTIVE";

const ANSWERS: Readonly<Record<AnswerReason | OfficeReason, string>> = {
  EMPTY: "Ô trống.",
  NOT_A_NUMBER: "Không phải số. Ghi số nguyên, ví dụ 1250.",
  NEGATIVE: "Không nhận số âm.",
  NOT_WHOLE: "Phải là số nguyên. Hàng nghìn viết liền hoặc dùng dấu chấm: 1250, 1.250.",
  AMBIGUOUS_SEPARATOR: "Có thể đọc thành hai số khác nhau. Viết liền không dấu: 1250.",
  TOO_LARGE: "Số quá lớn.",
  OUT_OF_RANGE: "Số nằm ngoài khoảng cho phép.",
  NOT_YES_NO: "Ghi Có hoặc Không.",
  NOT_A_GRADE: "Không phải mức xếp loại. Chọn trong danh sách.",
  FORMULA: "Ô chứa công thức. Ghi thẳng con số.",
  CELL_ERROR: "Ô báo lỗi. Ghi thẳng con số.",
  VALUE_WITH_STATE: "Vừa có số vừa chọn chữ. Chỉ để một.",
  STATE_UNKNOWN: "Chọn Không phát sinh, Không áp dụng hoặc Chưa thu thập.",
  ROW_DUPLICATE: "Dòng này có hai lần trong tệp. Giữ lại một.",
  ROW_MOVED: "Dòng bị xáo trộn: tên dòng không khớp với ô. Điền lại trên tệp này.",
  NOTE_TOO_LONG: "Ghi chú dài hơn 500 ký tự.",
  NOT_ASKED: "Ô này không hỏi đơn vị. Để trống.",
  ELEMENT_UNKNOWN: "Biểu hiện nay không còn dòng này.",
  UNIT_UNKNOWN: "Không có đơn vị này trong sổ, hoặc dòng bị xáo trộn.",
  UNIT_NOT_ACTIVE: "Đơn vị không hoạt động trong kỳ này.",
  NOT_APPLICABLE: "Chỉ tiêu không áp dụng cho loại hình của đơn vị. Để trống.",
  VALUE_REFUSED: "Giá trị không hợp lệ.",
};

const FILES: Readonly<Record<CollectFaultCode, string>> = {
  FILE_TOO_LARGE: "Tệp quá lớn.",
  HEADER_DUPLICATE: "Có hai cột cùng tên.",
  CSV_ENCODING: "Tệp không phải sổ Excel.",
  CSV_MALFORMED: "Tệp không phải sổ Excel.",
  CSV_EMPTY: "Tệp trống.",
  XLSX_NOT_A_WORKBOOK: "Tệp không phải sổ Excel hoặc đã hỏng.",
  XLSX_OLD_FORMAT: "Tệp Excel 97–2003 (.xls). Lưu thành .xlsx.",
  XLSX_ENCRYPTED: "Tệp đặt mật khẩu mở. Bỏ mật khẩu rồi gửi lại.",
  XLSX_BOMB: "Tệp nở ra lớn bất thường khi mở, có thể đã bị làm giả.",
  XLSX_MACRO: "Tệp có macro. Lưu thành .xlsx không có macro.",
  XLSX_EXTERNAL: "Tệp lấy dữ liệu từ tệp khác. Chỉ để lại con số.",
  XLSX_EMBEDDED: "Tệp có tệp khác nhúng bên trong.",
  XLSX_DTD: "Tệp có phần không được phép.",
  XLSX_TOO_LARGE: "Tệp lớn hơn mức cho phép (10 MB, 200.000 ô).",
  XLSX_EMPTY: "Tệp không có số liệu.",
  XLSX_TIMEOUT: "Đọc tệp quá lâu nên đã dừng.",
  NOT_A_TEMPLATE: "Không phải tệp mẫu thu thập, hoặc số liệu đã bị chép sang tệp khác.",
  IDENTITY_EDITED: "Phần nhận dạng ẩn của tệp đã bị sửa. Gửi lại tệp mẫu cho đơn vị.",
  LAYOUT_BROKEN: "Hàng hoặc cột ẩn của tệp mẫu đã bị xóa. Gửi lại tệp mẫu cho đơn vị.",
  OTHER_OFFICE: "Tệp mẫu do nơi khác lập.",
  TEMPLATE_NEWER: "Tệp mẫu do bản chương trình mới hơn lập. Cập nhật chương trình.",
  WRONG_FORM: "Tệp của biểu khác.",
  WRONG_PERIOD: "Tệp của kỳ khác.",
  PERIOD_LOCKED: "Kỳ đã khóa, không nhận số liệu mới.",
  SAME_FILE: "Trùng hoàn toàn với một tệp khác đã chọn.",
  EMPTY_ANSWER: "Chưa điền ô nào.",
  UNIT_UNKNOWN: "Không có đơn vị này trong sổ.",
  UNIT_NOT_ACTIVE: "Đơn vị không hoạt động trong kỳ này.",
};

/** The sentence for a cell that was not taken. */
export function answerReasonWords(code: string): string {
  return wordsOf(ANSWERS, code) ?? ANSWERS.VALUE_REFUSED;
}

/** The sentence for a file that was not taken. */
export function fileFaultWords(code: string): string {
  return wordsOf(FILES, code) ?? FILES.XLSX_NOT_A_WORKBOOK;
}

export const ANSWER_REASONS: readonly string[] = Object.keys(ANSWERS);
export const FILE_FAULTS: readonly string[] = Object.keys(FILES);

function wordsOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
