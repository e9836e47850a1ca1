// What is wrong with a programme file, one line for each fault: where it lies, and how to mend it.
import type { ProgrammeFault, ProgrammeFaultCode } from "../../../shared/catalogue/programme-faults.ts";

const PROGRAMME_FAULT_SENTENCES: Readonly<Record<ProgrammeFaultCode, string>> = {
  FILE_TOO_LARGE: "tệp lớn hơn 4 MB nên không phải tệp chương trình; chọn tệp khác",
  NOT_JSON: "tệp không phải JSON mã UTF-8, hoặc thiếu dấu ngoặc, dấu phẩy; mở bằng trình soạn thảo và sửa",
  FIELD_MISSING: "còn thiếu hoặc để trống; điền mục này",
  FIELD_UNKNOWN: "có mục không thuộc mẫu ({detail}); xóa hoặc sửa tên mục",
  TYPE_WRONG: "ghi sai kiểu; phải là {detail}",
  CHOICE_UNKNOWN: "không phải giá trị được nhận; chọn một trong: {detail}",
  TOO_SMALL: "nhỏ hơn mức được nhận; ít nhất là {detail}",
  TOO_LARGE: "vượt mức được nhận; nhiều nhất là {detail}",
  DATE_INVALID: "không phải ngày; viết năm-tháng-ngày, ví dụ 2024-05-31",
  TEXT_INVALID: "viết không đúng mẫu; mã chỉ gồm chữ không dấu, số, gạch nối",
  ELEMENT_UNKNOWN: "không có chỉ tiêu thống kê “{detail}”; dùng mã trong danh mục",
  TARGET_ID_REPEATED: "có hai chỉ tiêu cùng mã ({detail}); mỗi chỉ tiêu một mã riêng",
  TERM_REVERSED: "năm kết thúc sớm hơn năm bắt đầu; đổi lại hai năm",
  DENOMINATOR_MISSING: "tính theo phần trăm hoặc bình quân mà không có mẫu số; thêm mẫu số vào công thức",
  FORMULA_UNSUPPORTED:
    "tử số và mẫu số không tính được với nhau; đếm đơn vị chia cho đếm đơn vị, tổng chia cho tổng",
  FORMULA_MIXES_MEASURES: "công thức cộng các số khác đơn vị tính; chỉ cộng số cùng một đơn vị tính",
  PERSONS_OVER_YEARS:
    "công thức đếm người lũy kế từ đầu năm: không cộng qua nhiều năm; đổi thời hạn hoặc dùng số phát sinh",
  AVERAGE_NOT_FORMED:
    "bình quân mỗi năm chỉ tính cho số phát sinh, đơn vị thành lập mới và số thực tăng; đổi thời hạn",
  RANGE_REVERSED: "khoảng từ–đến có mức trên nhỏ hơn mức dưới; đổi lại hai mức",
  NET_EXCEEDS_GROSS:
    "đoàn viên thực tăng không thể cao hơn đoàn viên phát triển mới ở chỉ tiêu {detail}; kiểm tra lại hai mức",
  WHOLE_UNKNOWN: "ghi là một phần của “{detail}”, nhưng không có chỉ tiêu ấy; sửa mã ở ofWhich",
  PART_EXCEEDS_WHOLE: "phần “trong đó” lớn hơn chỉ tiêu {detail} chứa nó; kiểm tra lại hai mức",
};

const isFault = (code: string): code is ProgrammeFaultCode => Object.hasOwn(PROGRAMME_FAULT_SENTENCES, code);

/** "Chỉ tiêu T1 (targets.0.value): ghi sai kiểu … (TYPE_WRONG)"; places are those of the file, which its writer has open. */
export function programmeFaultOf({
  path,
  message,
  item,
  detail,
}: Omit<ProgrammeFault, "message"> & { readonly message: string }): string {
  const sentence = isFault(message)
    ? PROGRAMME_FAULT_SENTENCES[message].replace("{detail}", () => detail)
    : "không đúng mẫu";
  const place = path === "" ? "Cả tệp" : item === null ? path : `${item} (${path})`;
  return `${place}: ${sentence} (${message})`;
}
