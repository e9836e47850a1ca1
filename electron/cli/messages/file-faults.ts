// Why a spreadsheet is not read at all, and how to mend it.
import { EMPLOYER_COLUMNS, UNIT_COLUMNS } from "../../files/register-words.ts";
import { ENTRY_COLUMNS } from "../../files/entry-rows.ts";
import type { TableFault } from "../../files/table.ts";
import { type Fields, textOf } from "./sentence.ts";

export const FILE_FAULTS: Readonly<Record<TableFault | "COLUMNS_MISSING", string>> = {
  FILE_TOO_LARGE: "Tệp quá lớn. Chia thành nhiều tệp nhỏ hơn.",
  HEADER_DUPLICATE: "Có hai cột cùng tên: {detail}. Giữ lại một cột.",
  COLUMNS_MISSING: "Thiếu cột {detail}. Hàng đầu của tệp phải ghi tên cột; thêm cột rồi chạy lại.",
  CSV_ENCODING: "Tệp CSV không phải mã UTF-8. Trong Excel chọn Lưu thành, loại “CSV UTF-8”.",
  CSV_MALFORMED: "Dòng {line} có dấu nháy lạc hoặc số ô khác với hàng đầu. Sửa dòng ấy.",
  CSV_EMPTY: "Tệp CSV không có dòng nào. Kiểm tra xem có chọn đúng tệp không.",
  XLSX_NOT_A_WORKBOOK: "Tệp không phải sổ Excel hoặc đã hỏng. Mở lại bằng Excel và lưu thành .xlsx.",
  XLSX_OLD_FORMAT: "Đây là tệp Excel 97–2003 (.xls). Lưu thành .xlsx.",
  XLSX_ENCRYPTED: "Sổ Excel đặt mật khẩu mở. Bỏ mật khẩu rồi lưu lại.",
  XLSX_BOMB: "Tệp nở ra lớn bất thường khi mở, có thể đã bị làm giả. Không mở tệp này; xin lại tệp gốc.",
  XLSX_MACRO: "Sổ Excel có macro. Lưu thành .xlsx không có macro.",
  XLSX_EXTERNAL: "Sổ Excel lấy dữ liệu từ tệp khác. Sao chép giá trị sang một sổ mới.",
  XLSX_EMBEDDED: "Sổ Excel có tệp nhúng bên trong. Sao chép giá trị sang một sổ mới.",
  XLSX_DTD: "Sổ Excel có phần không được phép. Lưu lại bằng Excel rồi chạy lại.",
  XLSX_TOO_LARGE: "Sổ Excel quá lớn. Chỉ giữ trang tính cần nhập.",
  XLSX_EMPTY: "Các trang tính không có dòng nào. Kiểm tra xem có chọn đúng tệp không.",
  XLSX_TIMEOUT: "Đọc tệp quá lâu nên đã dừng. Chỉ giữ trang tính cần nhập.",
};

const isFileFault = (code: string): code is keyof typeof FILE_FAULTS => Object.hasOwn(FILE_FAULTS, code);

/** The sentence for the data of FILE_REFUSED. */
export function fileFaultOf({ code, line, detail }: Fields): string {
  const name = textOf(code);
  if (!isFileFault(name)) return "Tệp hỏng hoặc không đúng định dạng. Kiểm tra lại tệp.";
  const words =
    name === "COLUMNS_MISSING" ? textOf(detail).split(", ").map(columnWord).join(", ") : textOf(detail);
  return FILE_FAULTS[name].replace("{line}", () => textOf(line)).replace("{detail}", () => words);
}

/** A column as people head it, with its identifier: “Mã đơn vị” (unit_code). */
export function columnWord(column: string): string {
  const heading = headingOf(column);
  return heading === undefined ? column : `“${heading}” (${column})`;
}

/** The heading people write for a column; undefined for one that is none of ours. */
export function headingOf(column: string): string | undefined {
  return [ENTRY_COLUMNS, UNIT_COLUMNS, EMPLOYER_COLUMNS].find((names) => Object.hasOwn(names, column))?.[
    column
  ]?.[0];
}
