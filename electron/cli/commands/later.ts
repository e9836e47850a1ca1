import { type Command, CommandFailure } from "../command.ts";

/** Commands of design.md §6 whose feature does not exist yet: they say so and fail. */
export const laterCommands: readonly Command[] = ["backup create", "backup verify", "restore"].map(
  (name) => ({
    name,
    usage: "",
    options: {},
    run() {
      return Promise.reject(
        new CommandFailure(
          7,
          `Lệnh ${name} chưa có trong bản này. Để sao lưu, đóng chương trình rồi chép cả thư mục dữ liệu.`,
        ),
      );
    },
  }),
);
