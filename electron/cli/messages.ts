// Vietnamese sentences of the command line for the errors of the contract: what happened, what was kept, what to do.

const SENTENCES: Readonly<Record<string, string>> = {
  NO_OFFICE: "Thư mục này chưa có đơn vị nào. Chạy lệnh init hoặc demo trước.",
  OFFICE_EXISTS: "Thư mục này đã có đơn vị. Không có gì thay đổi. Chọn thư mục khác bằng --data.",
  OFFICE_LOCKED: "Đơn vị đang được mở ở chương trình khác. Đóng chương trình đó rồi thử lại.",
  DATABASE_FOREIGN: "Tệp office.sqlite không phải của Sổ Công Đoàn. Không có gì thay đổi. Kiểm tra --data.",
  DATABASE_NEWER: "Dữ liệu do bản mới hơn ghi. Không có gì thay đổi. Cập nhật chương trình rồi mở lại.",
  DATABASE_DAMAGED: "Tệp dữ liệu bị hỏng. Không có gì thay đổi. Giữ nguyên tệp và khôi phục từ bản sao lưu.",
  FILE_REFUSED: "Không đọc được tệp. Chưa có gì được nhập.",
  HANDLE_UNKNOWN: "Không mở được tệp. Kiểm tra đường dẫn.",
  PERIOD_LOCKED: "Kỳ đã duyệt hoặc đã nộp nên không ghi được. Mở lại kỳ trước khi sửa.",
  PREVIEW_STALE: "Dữ liệu đã thay đổi từ lúc xem trước. Chưa có gì được ghi. Chạy lại lệnh.",
  PROGRAMME_UNKNOWN: "Không có chương trình mang mã này. Xem programmes list.",
  PROGRAMME_INVALID: "Tệp chương trình có lỗi. Chưa có gì được nhập.",
  PROGRAMME_EXISTS: "Đã có chương trình mang mã này. Không có gì thay đổi.",
  UNIT_UNKNOWN: "Không có đơn vị mang mã này. Xem units list.",
  FORM_MISMATCH: "Biểu và kỳ không khớp. Ví dụ: --form half --period 2024-H1.",
  CHECKS_FAILED: "Chưa duyệt được: còn lỗi chặn hoặc cảnh báo chưa giải trình. Xem check.",
  NO_ENTRIES: "Kỳ này chưa có số liệu nào. Chưa duyệt được.",
  APPROVER_NEEDED: "Người này không có quyền duyệt. Chọn người có vai trò duyệt.",
  APPROVAL_STALE: "Số liệu hoặc sổ đơn vị đã thay đổi sau khi duyệt. Mở lại kỳ, xem lại rồi duyệt lần nữa.",
  SECOND_PERSON_NEEDED: "Cần một người khác người nhập duyệt kỳ này.",
  NOT_APPROVED: "Kỳ chưa được duyệt. Chạy approve trước.",
  ALREADY_SUBMITTED: "Kỳ này đã nộp. Gói đã ký vẫn còn nguyên.",
  NO_PARENT: "Đơn vị chưa có cấp trên để nộp. Tạo đơn vị với --parent-code.",
  NO_KEY: "Chưa có khoá ký. Chạy keys create trước.",
  KEY_EXISTS: "Đơn vị đã có khoá ký. Không có gì thay đổi.",
  PASSPHRASE_WRONG: "Sai mật khẩu khoá. Không có gì thay đổi. Kiểm tra biến SCD_PASSPHRASE.",
  PASSPHRASE_WEAK: "Mật khẩu khoá quá yếu: cần ít nhất 12 ký tự và không phải câu thường gặp.",
  NO_TRUST: "Chưa có danh sách khoá. Chạy trust create (tỉnh) hoặc trust import (đơn vị).",
  TRUST_EXISTS: "Đã có danh sách khoá. Không có gì thay đổi.",
  NOT_A_PROVINCE: "Chỉ Liên đoàn Lao động tỉnh, thành phố lập danh sách khoá.",
  KEYID_MISMATCH: "Mã khoá trên phiếu không khớp với tệp. Chưa có gì được nhập. So lại phiếu đăng ký khoá.",
  DISK_FULL:
    "Ổ đĩa đầy nên không ghi được tệp. Gói đã ký vẫn còn trong dữ liệu. Giải phóng chỗ rồi chạy lại.",
  WRITE_FAILED:
    "Không ghi được tệp. Gói đã ký vẫn còn trong dữ liệu. Kiểm tra ổ đĩa và quyền ghi rồi chạy lại.",
  FILE_EXISTS: "Đã có tệp trùng tên ở nơi ghi. Không ghi đè. Chọn thư mục khác.",
  BUNDLE_REFUSED: "Gói bị từ chối. Chưa có gì được nhập.",
  BUNDLE_UNKNOWN: "Không có gói mang mã này.",
  BATCH_UNKNOWN: "Không có lần nhập này.",
  UNDO_CONFLICT: "Không hoàn tác được: có dữ liệu đã sửa sau lần nhập. Không có gì thay đổi.",
  ENOENT: "Không có tệp hoặc thư mục này. Kiểm tra đường dẫn.",
};

/** The sentence for a code; an unknown one is a fault of the program and says so. */
export function sentenceOf(code: string): string {
  return SENTENCES[code] ?? "Có lỗi ngoài dự kiến. Không có gì thay đổi. Báo mã này cho người phụ trách.";
}
