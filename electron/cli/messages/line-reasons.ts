// Why a line of a file is not taken: what is wrong with the cell and how to mend it. `{value}` is what stood there.
import type { NumberFault } from "../../../shared/domain/number-input.ts";
import type { CellRefusal } from "../../api/cell-writer.ts";
import type { Reason } from "../../files/register-rows.ts";
import { headingOf } from "./file-faults.ts";

type LineReason =
  | Reason["code"]
  | CellRefusal
  | NumberFault
  | "ROW_DUPLICATE_IN_FILE"
  | "PERIOD_UNKNOWN"
  | "PERIOD_LOCKED"
  | "CELL_CLOSED"
  | "STATE_UNKNOWN"
  | "VALUE_WITH_STATE"
  | "CHANGE_AHEAD"
  | "END_ALREADY_RECORDED"
  | "FIGURES_AFTER_END"
  | "FIGURES_BEFORE_START"
  | "CODE_TAKEN";

export const LINE_REASONS: Readonly<Record<LineReason, string>> = {
  VALUE_MISSING: "còn trống; cần điền",
  CELL_ERROR: "là ô lỗi của bảng tính ({value}) hoặc công thức chưa tính; ghi giá trị vào ô",
  TEXT_TOO_LONG: "quá dài; rút còn nhiều nhất 500 ký tự",
  DATE_INVALID: "“{value}” không phải ngày; viết dd/mm/yyyy hoặc yyyy-mm-dd",
  DATES_REVERSED: "“{value}” sớm hơn ngày thành lập; kiểm tra lại hai ngày",
  CHANGE_AHEAD: "đơn vị đã có thay đổi ghi sẵn từ ngày {value}; sửa đơn vị này trong sổ đơn vị",
  END_ALREADY_RECORDED:
    "đơn vị đã ghi sáp nhập hoặc chia tách, ngày cuối là {value}; hoàn tác rồi ghi lại trong sổ đơn vị",
  FIGURES_AFTER_END:
    "đơn vị có số liệu của kỳ bắt đầu sau ngày này ({value}); xóa số liệu ấy trước hoặc ghi ngày khác",
  FIGURES_BEFORE_START: "đơn vị có số liệu của kỳ trước ngày này ({value}); ghi ngày sớm hơn",
  KIND_UNKNOWN: "“{value}” không phải loại tổ chức được nhận; ghi công đoàn cơ sở hoặc nghiệp đoàn",
  EMPLOYER_TYPE_UNKNOWN: "“{value}” không phải loại hình được nhận; ghi theo danh mục loại hình",
  SELF_FINANCING_UNKNOWN: "“{value}” không phải mức tự chủ được nhận; ghi theo danh mục",
  NUMBER_INVALID: "“{value}” không phải số nguyên từ 0 trở lên; ghi lại số",
  CODE_DUPLICATE_IN_FILE: "mã “{value}” đã có ở dòng trên của tệp; bỏ một dòng hoặc đổi mã",
  CODE_TAKEN: "mã “{value}” đã dùng cho đơn vị khác; đổi mã",
  ROW_DUPLICATE_IN_FILE: "đơn vị, chỉ tiêu và kỳ này đã có ở dòng trên của tệp; bỏ một dòng",
  UNIT_UNKNOWN: "không có đơn vị mang mã “{value}”; xem units list",
  CELL_CLOSED:
    "của báo cáo bị trả lại chỉ sửa được các ô được mở; ô này không được mở; mở bằng correct --reason",
  UNIT_NOT_ACTIVE: "đơn vị không hoạt động trong kỳ này; kiểm tra ngày thành lập, ngày kết thúc",
  ELEMENT_UNKNOWN: "không có chỉ tiêu “{value}”; dùng mã trong danh mục chỉ tiêu",
  PERIOD_UNKNOWN: "“{value}” không phải kỳ; ví dụ 2024-M05, 2024-Q2, 2024-H1, 2024-9M, 2024",
  PERIOD_LOCKED: "kỳ đã khóa; mở lại kỳ hoặc lập đính chính",
  STATE_UNKNOWN: "“{value}” không phải trạng thái được nhận; để trống nếu là con số",
  VALUE_WITH_STATE: "có cả trạng thái và giá trị “{value}”; chỉ để một",
  VALUE_REFUSED: "“{value}” nằm ngoài khoảng cho phép; kiểm tra lại số",
  NOT_APPLICABLE: "chỉ tiêu không áp dụng cho loại hình của đơn vị; bỏ dòng này",
  RHYTHM_TOO_SHORT: "chỉ tiêu không thu thập ở kỳ ngắn như vậy; ghi ở kỳ dài hơn",
  EMPTY: "còn trống; cần điền",
  NOT_A_NUMBER: "“{value}” không phải số; ghi lại số",
  NEGATIVE: "“{value}” là số âm; ghi số từ 0 trở lên",
  NOT_WHOLE: "“{value}” không phải số nguyên; ghi số nguyên",
  AMBIGUOUS_SEPARATOR: "“{value}” đọc được thành hai số khác nhau; hàng nghìn dùng dấu chấm, ví dụ 1.250",
  TOO_LARGE:
    "“{value}” quá lớn, số đếm có nhiều nhất 9 chữ số, số tiền nhiều nhất 15 chữ số; kiểm tra lại đơn vị tính",
  OUT_OF_RANGE: "“{value}” nằm ngoài khoảng cho phép; kiểm tra lại số",
  NOT_YES_NO: "“{value}” không phải có/không; ghi có, không, 1 hoặc 0",
  NOT_A_GRADE: "“{value}” không phải mức xếp loại; ghi theo danh mục xếp loại",
};

const isLineReason = (code: string): code is LineReason => Object.hasOwn(LINE_REASONS, code);

/** "Giá trị: “abc” không phải số; ghi lại số (NOT_A_NUMBER)". */
export function lineReasonOf({
  column,
  code,
  value,
}: {
  readonly column: string | null;
  readonly code: string;
  readonly value: string;
}): string {
  const sentence = isLineReason(code)
    ? LINE_REASONS[code].replace("{value}", () => value)
    : `“${value}” không được nhận`;
  const place = column === null ? "" : `${headingOf(column) ?? column}: `;
  return `${place}${sentence} (${code})`;
}
