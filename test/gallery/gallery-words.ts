import type { WidgetWords } from "../../renderer/components/widget-words.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";

export const galleryWords: WidgetWords = {
  close: "Đóng",
  cancel: "Hủy",
  clear: "Xóa chữ đã gõ",
  showChoices: "Mở danh sách",
  noMatch: "Không tìm thấy",
  dateForm: "dd/mm/yyyy",
  dateRefused: "Không có ngày này. Gõ ngày/tháng/năm.",
  numberRefused: "Chỉ gõ số nguyên, ví dụ 1.250.",
  numberRange: (minimum, maximum) =>
    `Phải từ ${formatInteger(minimum ?? 0)} đến ${maximum === undefined ? "…" : formatInteger(maximum)}.`,
  chooseFile: "Chọn tệp",
  dropFile: "hoặc thả tệp vào đây",
  messages: "Thông báo",
  rowCount: (count) => `${formatInteger(count)} dòng`,
  stepDone: "đã xong",
  leaveTitle: "Bỏ phần vừa gõ?",
  leaveLead: "Phần vừa gõ chưa được lưu.",
  stay: "Tiếp tục gõ",
  leave: "Bỏ phần vừa gõ",
};
