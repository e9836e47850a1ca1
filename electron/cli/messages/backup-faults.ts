// Why a backup is refused: what is wrong, and what to do next.
import type { BackupFaultCode } from "../../../shared/domain/backup-fault.ts";

const BACKUP_FAULT_WORDS: Readonly<Record<BackupFaultCode, string>> = {
  NOT_A_BACKUP: "Tệp này không phải bản sao lưu của Sổ Công Đoàn. Kiểm tra xem có chọn đúng tệp không.",
  BACKUP_CUT:
    "Bản sao lưu thiếu hoặc thừa phần cuối, có thể do chép dở. Chép lại từ nơi lưu, hoặc dùng bản khác.",
  BACKUP_DAMAGED: "Nội dung bản sao lưu đã bị thay đổi hoặc hỏng. Dùng bản sao lưu khác.",
  BACKUP_ENCRYPTED:
    "Bản sao lưu có mật khẩu. Đặt mật khẩu vào biến môi trường SCD_BACKUP_PASSPHRASE rồi chạy lại.",
  BACKUP_PASSPHRASE: "Mật khẩu không mở được bản sao lưu. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
  BACKUP_NEWER: "Bản sao lưu do bản chương trình mới hơn tạo ra. Cài bản chương trình mới rồi khôi phục.",
  BACKUP_FOREIGN:
    "Cơ sở dữ liệu bên trong không phải do Sổ Công Đoàn lập. Không dùng tệp này; tìm bản sao lưu khác.",
  BACKUP_INTEGRITY: "Cơ sở dữ liệu bên trong đã hỏng. Dùng bản sao lưu khác.",
  BACKUP_AUDIT:
    "Chuỗi nhật ký bên trong bị đứt hoặc không khớp. Dùng bản sao lưu khác và báo người phụ trách.",
  BACKUP_COUNTS:
    "Số dòng bên trong không khớp với bản kê của tệp. Dùng bản sao lưu khác và báo người phụ trách.",
  BACKUP_EMPTY: "Bản sao lưu chưa có đơn vị nào. Dùng bản sao lưu khác.",
};

const isBackupFault = (code: string): code is BackupFaultCode => Object.hasOwn(BACKUP_FAULT_WORDS, code);

export function backupFaultOf(code: string): string {
  return isBackupFault(code) ? BACKUP_FAULT_WORDS[code] : "";
}
