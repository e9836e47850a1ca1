// Why a file, a line of a file or a value is not taken: one sentence each, telling also how to mend it.
// Those of lines and values follow the name of their column ("Ngày thành lập: …"), so they begin in lower case.
export const fileReasons = {
  FILE_TOO_LARGE: "Tệp quá lớn để đọc. Chia thành nhiều tệp nhỏ hơn.",
  CSV_ENCODING:
    "Tệp CSV không phải mã UTF-8, nên chữ Việt sẽ hỏng. Trong Excel chọn Lưu thành, loại “CSV UTF-8”.",
  CSV_MALFORMED: "Dòng {{line}} có dấu nháy lạc hoặc số ô khác với hàng đầu.",
  CSV_EMPTY: "Tệp CSV không có dòng nào.",
  HEADER_DUPLICATE: "Có hai cột cùng tên “{{detail}}”. Giữ lại một cột.",
  COLUMNS_MISSING: "Thiếu cột: {{detail}}. Hàng đầu của tệp phải ghi tên cột.",
  XLSX_NOT_A_WORKBOOK: "Tệp không phải sổ Excel hoặc đã hỏng. Mở lại bằng Excel và lưu thành .xlsx.",
  XLSX_EMPTY: "Trang tính đầu tiên không có dòng nào.",
  XLSX_TOO_LARGE: "Sổ Excel quá lớn. Chỉ giữ trang tính cần nhập.",
  XLSX_BOMB: "Tệp nở ra lớn bất thường khi mở, có thể đã bị làm giả. Không mở tệp này.",
  XLSX_MACRO: "Sổ Excel có macro. Lưu thành .xlsx không có macro.",
  XLSX_EXTERNAL: "Sổ Excel lấy dữ liệu từ tệp khác. Sao chép giá trị sang một sổ mới.",
  XLSX_EMBEDDED: "Sổ Excel có tệp nhúng bên trong. Sao chép giá trị sang một sổ mới.",
  XLSX_DTD: "Sổ Excel có phần không được phép. Lưu lại bằng Excel rồi chọn lại.",
  XLSX_TIMEOUT: "Đọc tệp quá lâu nên đã dừng. Chỉ giữ trang tính cần nhập.",
  XLSX_ENCRYPTED: "Sổ Excel đặt mật khẩu mở. Bỏ mật khẩu rồi lưu lại.",
  XLSX_OLD_FORMAT: "Đây là tệp Excel 97–2003 (.xls). Lưu thành .xlsx.",
  OTHER: "Tệp hỏng hoặc không đúng định dạng.",
} as const;

export const lineReasons = {
  VALUE_MISSING: "còn trống; cần điền.",
  CELL_ERROR: "“{{value}}” là ô lỗi của Excel hoặc công thức chưa tính; sửa trong tệp.",
  TEXT_TOO_LONG: "quá dài (hơn 500 ký tự).",
  DATE_INVALID: "“{{value}}” không phải ngày. Viết dd/mm/yyyy hoặc yyyy-mm-dd.",
  CHANGE_AHEAD: "đơn vị đã có thay đổi ghi sẵn từ ngày {{value}}; sửa đơn vị này ở sổ đơn vị.",
  END_ALREADY_RECORDED:
    "đơn vị đã ghi sáp nhập hoặc chia tách, ngày cuối là {{value}}; hoàn tác rồi ghi lại ở sổ đơn vị.",
  DATES_REVERSED: "“{{value}}” sớm hơn ngày thành lập.",
  KIND_UNKNOWN: "“{{value}}” không phải loại tổ chức được nhận (công đoàn cơ sở, nghiệp đoàn).",
  EMPLOYER_TYPE_UNKNOWN: "“{{value}}” không phải loại hình được nhận.",
  SELF_FINANCING_UNKNOWN: "“{{value}}” không phải mức tự chủ được nhận.",
  NUMBER_INVALID: "“{{value}}” không phải số nguyên từ 0 trở lên.",
  CODE_DUPLICATE_IN_FILE: "“{{value}}” đã có ở dòng trên của tệp.",
  ROW_DUPLICATE_IN_FILE: "đơn vị, chỉ tiêu và kỳ này đã có ở dòng trên của tệp.",
  UNIT_UNKNOWN: "không có đơn vị mang mã “{{value}}”.",
  CELL_CLOSED:
    "của báo cáo bị trả lại chỉ sửa được các ô được mở; ô này không được mở, mở ô với lý do trước.",
  UNIT_NOT_ACTIVE: "đơn vị không hoạt động trong kỳ này.",
  ELEMENT_UNKNOWN: "không có chỉ tiêu “{{value}}”.",
  PERIOD_UNKNOWN: "“{{value}}” không phải kỳ báo cáo, ví dụ 2024-M05, 2024-Q2, 2024-H1, 2024-9M, 2024.",
  PERIOD_LOCKED: "kỳ đã khóa, không nhận số liệu mới.",
  STATE_UNKNOWN: "“{{value}}” không phải trạng thái được nhận.",
  VALUE_WITH_STATE: "có cả trạng thái và giá trị “{{value}}”; chỉ để một.",
  NOT_APPLICABLE: "chỉ tiêu không áp dụng cho loại hình của đơn vị.",
  RHYTHM_TOO_SHORT: "chỉ tiêu này không thu thập ở kỳ ngắn như vậy.",
  DATE_BEFORE_ESTABLISHMENT: "“{{value}}” sớm hơn ngày thành lập của đơn vị.",
  DATE_BEFORE_LAST_CHANGE: "đơn vị đã có thay đổi ghi sau ngày này.",
  UNIT_ALREADY_ENDED: "đơn vị đã kết thúc hoạt động.",
  FIGURES_AFTER_END:
    "đơn vị có số liệu của kỳ bắt đầu sau ngày này ({{value}}); xóa số liệu ấy trước hoặc ghi ngày khác.",
  FIGURES_BEFORE_START: "đơn vị có số liệu của kỳ trước ngày này ({{value}}); ghi ngày sớm hơn.",
  CODE_TAKEN: "mã “{{value}}” đã dùng cho đơn vị khác.",
  OTHER: "giá trị “{{value}}” không được nhận.",
} as const;

export const valueReasons = {
  EMPTY: "ô trống không phải giá trị.",
  NOT_A_NUMBER: "“{{value}}” không phải số.",
  NEGATIVE: "số không được âm.",
  NOT_WHOLE: "phải là số nguyên.",
  AMBIGUOUS_SEPARATOR: "“{{value}}” có thể đọc thành hai số khác nhau. Hàng nghìn dùng dấu chấm: 1.250.",
  TOO_LARGE: "số quá lớn: số đếm có nhiều nhất 9 chữ số, số tiền nhiều nhất 15 chữ số.",
  OUT_OF_RANGE: "số nằm ngoài khoảng cho phép.",
  NOT_YES_NO: "“{{value}}” không phải có/không (ghi có, không, 1 hoặc 0).",
  NOT_A_GRADE: "“{{value}}” không phải mức xếp loại.",
  OTHER: "giá trị không hợp với ô này.",
} as const;
