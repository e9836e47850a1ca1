// Why a file, a line of a file or a value is not taken: one sentence each, telling also how to mend it.
export const fileReasons = {
  OTHER: "Tệp hỏng hoặc không đúng định dạng.",
} as const;
export const lineReasons = {
  OTHER: "Giá trị không được nhận.",
} as const;
export const valueReasons = {
  OTHER: "Giá trị không hợp với ô này.",
} as const;
