// What the disk, the database and the system say: not declared by the contract, and met all the same.
import type { DatabaseErrorCode } from "../../database/database-error.ts";
import type { DurableWriteCode } from "../../files/durable-write.ts";
import { CONTRACT_ERRORS } from "./contract-errors.ts";
import type { Sentence } from "./sentence.ts";

const DATABASE_ERRORS: Readonly<
  Record<Exclude<DatabaseErrorCode, "E_CRYPTO_SELFTEST" | "OFFICE_EXISTS">, string>
> = {
  OFFICE_LOCKED: "Văn phòng đang được mở ở cửa sổ hoặc chương trình khác. Đóng chương trình đó rồi thử lại.",
  OFFICE_MISSING: "Thư mục này chưa có văn phòng nào. Chạy lệnh init hoặc demo trước.",
  DATABASE_FOREIGN: "Tệp office.sqlite không phải của Sổ Công Đoàn. Không có gì thay đổi. Kiểm tra --data.",
  DATABASE_NEWER: "Dữ liệu do bản mới hơn ghi. Không có gì thay đổi. Cập nhật chương trình rồi mở lại.",
  DATABASE_DAMAGED: "Tệp dữ liệu bị hỏng. Không có gì thay đổi. Giữ nguyên tệp và khôi phục từ bản sao lưu.",
  DATABASE_UNSUITABLE:
    "Thư viện dữ liệu trên máy này không giữ được an toàn số liệu. Không có gì thay đổi. Cài lại chương trình.",
};

const WRITE_ERRORS: Readonly<Record<DurableWriteCode, Sentence>> = {
  DISK_FULL: CONTRACT_ERRORS["DISK_FULL"] ?? "",
  WRITE_FAILED: CONTRACT_ERRORS["WRITE_FAILED"] ?? "",
  FILE_EXISTS: "Đã có tệp trùng tên ở nơi ghi. Không ghi đè. Chọn thư mục khác.",
  READ_BACK_DIFFERS:
    "Ổ đĩa không giữ đúng những gì vừa ghi; không để lại tệp dở dang. Thay USB hoặc ổ đĩa khác rồi chạy lại.",
};

const OFFICE_DISK_FULL =
  "Ổ đĩa chứa dữ liệu đã đầy. Không có gì thay đổi. Giải phóng chỗ ở ổ đĩa của --data rồi chạy lại.";

/** Codes of SQLite; the extended ones (SQLITE_IOERR_WRITE) begin with these. */
export const SQLITE_ERRORS: Readonly<Record<string, string>> = {
  SQLITE_FULL: OFFICE_DISK_FULL,
  // Opening makes a file of 32 KiB beside the database; that it cannot grow is how a full disk shows then.
  SQLITE_IOERR_SHMSIZE: OFFICE_DISK_FULL,
  SQLITE_IOERR:
    "Ổ đĩa chứa dữ liệu báo lỗi đọc, ghi. Không có gì thay đổi. Sao thư mục dữ liệu sang ổ khác rồi chạy lại.",
  SQLITE_BUSY:
    "Dữ liệu đang bận ở chương trình khác. Không có gì thay đổi. Đóng chương trình đó rồi chạy lại.",
  SQLITE_READONLY: "Thư mục dữ liệu chỉ cho đọc. Không có gì thay đổi. Kiểm tra quyền ghi của --data.",
  SQLITE_CANTOPEN: "Không mở được tệp dữ liệu. Không có gì thay đổi. Kiểm tra --data và quyền đọc, ghi.",
  SQLITE_CORRUPT: "Tệp dữ liệu bị hỏng. Không có gì thay đổi. Giữ nguyên tệp và khôi phục từ bản sao lưu.",
  SQLITE_NOTADB: "Tệp office.sqlite không phải của Sổ Công Đoàn. Không có gì thay đổi. Kiểm tra --data.",
};

/** Codes of the system. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "Không có tệp hoặc thư mục này. Không có gì thay đổi. Kiểm tra đường dẫn.",
  EACCES: "Không có quyền đọc hoặc ghi ở đây. Không có gì thay đổi. Chọn nơi khác hoặc xin quyền.",
  EPERM: "Không có quyền đọc hoặc ghi ở đây. Không có gì thay đổi. Chọn nơi khác hoặc xin quyền.",
  EISDIR: "Đây là thư mục, không phải tệp. Không có gì thay đổi. Kiểm tra đường dẫn.",
  ENOTDIR: "Đường dẫn đi qua một tệp, không phải thư mục. Không có gì thay đổi. Kiểm tra đường dẫn.",
  EEXIST: "Ở đó đã có tệp trùng tên. Không có gì thay đổi. Chọn tên hoặc nơi khác.",
  EROFS: "Ổ đĩa chỉ cho đọc. Không có gì thay đổi. Chọn nơi khác.",
  ENOSPC: "Ổ đĩa đầy. Không có gì thay đổi. Giải phóng chỗ rồi chạy lại.",
  EIO: "Ổ đĩa báo lỗi đọc, ghi. Không có gì thay đổi. Cắm lại hoặc thay ổ đĩa rồi chạy lại.",
};

export const MACHINE_ERRORS: Readonly<Record<string, Sentence>> = {
  ...DATABASE_ERRORS,
  ...WRITE_ERRORS,
  OFFICE_DISK_FULL,
  ...SQLITE_ERRORS,
  ...SYSTEM_ERRORS,
  FILE_TOO_LARGE: "Tệp quá lớn. Chưa có gì được nhập. Chia thành nhiều tệp nhỏ hơn.",
  BAD_REQUEST: "Tham số của lệnh không đúng. Không có gì thay đổi. Kiểm tra các giá trị sau:",
};
