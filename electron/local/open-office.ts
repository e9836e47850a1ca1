// Opens the folder a host works on, and fills it with the demo when that was asked for and nothing is there yet.
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import type { Clock } from "../../shared/domain/clock.ts";
import { type Host, openHost } from "../api/host.ts";
import { sentenceOf } from "../cli/messages.ts";
import { DatabaseError } from "../database/database-error.ts";
import { openFaultLog } from "../files/fault-log.ts";
import type { FaultLog } from "../transport/mask-errors.ts";

interface OpenOffice {
  readonly host: Host;
  readonly log: FaultLog;
}

interface OpenOfficeOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly program: "electron" | "local";
  readonly isDemo: boolean;
  readonly onDemo: () => void;
}

/** @throws {DatabaseError} when the office cannot be opened; nothing is shown on a half-open one */
export async function openOffice(options: OpenOfficeOptions): Promise<OpenOffice> {
  const { dataFolder, clock, program } = options;
  const host = await openHost({ dataFolder, clock, program });
  if (options.isDemo && !host.context.workspace.office) {
    options.onDemo();
    const job = await createRouterClient(host.router, { context: host.context }).office.createDemo({});
    while (!(await job.next()).done);
  }
  return { host, log: openFaultLog(join(dataFolder, "logs", "faults.jsonl"), clock) };
}

/** One Vietnamese sentence for why the program cannot start, with its code for the telephone. */
export function startFailureSentence(error: unknown): string {
  if (error instanceof DatabaseError) {
    const detail = error.detail ? ` ${error.detail}` : "";
    return `${sentenceOf(error.code)} (${error.code}${detail})`;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "INTERNAL";
  const reason = START_REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return `Không mở được: ${reason} (${code})`;
}

const START_REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "cổng đang có chương trình khác dùng. Chọn cổng khác bằng --port.",
  EACCES: "không có quyền ghi vào thư mục dữ liệu. Chọn thư mục khác bằng --data.",
  EROFS: "ổ đĩa chỉ cho đọc. Chọn thư mục khác bằng --data.",
  ENOSPC: "ổ đĩa đầy. Giải phóng chỗ rồi mở lại.",
  SQLITE_FULL: "ổ đĩa đầy. Giải phóng chỗ rồi mở lại.",
  // A file of 32 KiB beside the database could not grow.
  SQLITE_IOERR_SHMSIZE: "ổ đĩa đầy. Giải phóng chỗ rồi mở lại.",
  ENOTDIR: "đường dẫn dữ liệu không phải là thư mục. Kiểm tra --data.",
};
