import type { ImportKind, ImportPreview } from "../../../shared/contract/imports.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import type { Command } from "../command.ts";
import { columnWord } from "../messages/file-faults.ts";
import { lineReasonOf } from "../messages/line-reasons.ts";
import { finish, withOffice } from "../session.ts";
import { ticketFor } from "./files.ts";

/** Imports a file: preview, then everything but rejected lines; possible duplicates only with --accept-similar. */
function importCommand(name: string, kind: ImportKind): Command {
  return {
    name,
    usage: "FILE [--dry-run] [--accept-similar]",
    options: { "dry-run": "boolean", "accept-similar": "boolean" },
    async run(args, output) {
      const path = args.positional(0, "FILE");
      const outcome = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const preview = await client.imports.preview({ ...ticketFor(tickets, path), kind });
        const isDry = args.flags.has("dry-run");
        const held = args.flags.has("accept-similar")
          ? []
          : preview.lines.filter((line) => line.similarTo.length > 0).map((line) => line.line);
        const result = isDry
          ? null
          : await finish(await client.imports.apply({ previewId: preview.previewId, skipLines: held }));
        return { preview, result, held };
      });
      const { preview, result, held } = outcome;
      for (const notice of noticesOf(preview)) output.message(notice);
      const rejected = preview.lines
        .filter((line) => line.outcome === "rejected")
        .map(({ line, code, reasons }) => ({ line, code, reasons }));
      for (const line of rejected)
        output.message(`Dòng ${line.line} ${line.code}: ${line.reasons.map(lineReasonOf).join("; ")}`);
      const similar = preview.lines
        .filter((line) => line.similarTo.length > 0)
        .map(({ line, code, name, similarTo }) => ({ line, code, name, similarTo }));
      for (const line of similar)
        output.message(
          `Dòng ${line.line} ${line.code} có thể trùng với ${line.similarTo.map((other) => `${other.code} ${other.name}`).join("; ")}${held.includes(line.line) ? " (chưa nhập; thêm --accept-similar để nhập)" : ""}`,
        );
      output.result(
        {
          counts: preview.counts,
          applied: result?.applied ?? 0,
          skipped: result?.skipped ?? 0,
          rejected,
          similar,
          batch: result?.batchUid ?? null,
          ignoredSheets: preview.ignoredSheets,
          unreadColumns: preview.unreadColumns,
          formulas: preview.formulas,
        },
        [
          `Mới ${preview.counts.new}, thay đổi ${preview.counts.changed}, giữ nguyên ${preview.counts.same}, không nhận ${preview.counts.rejected}; đã ghi ${result?.applied ?? 0}.`,
        ],
      );
      return 0;
    },
  };
}

/** What of the file was not read, or not typed by a person. */
function noticesOf({ ignoredSheets, unreadColumns, formulas }: ImportPreview): string[] {
  return [
    ...(ignoredSheets.length > 0 ? [`Không đọc các trang tính khác: ${ignoredSheets.join(", ")}.`] : []),
    ...(unreadColumns.length > 0 ? [`Không đọc các cột: ${unreadColumns.join(", ")}.`] : []),
    ...formulas.map(
      ({ column, lines }) =>
        `Cột ${columnWord(column)} có công thức ở ${lines} dòng; lấy giá trị lần lưu cuối. Kiểm tra lại các số này.`,
    ),
  ];
}

export const registerCommands: readonly Command[] = [
  importCommand("units import", "units"),
  importCommand("employers import", "employers"),
  importCommand("entries import", "entries"),
  {
    name: "units list",
    usage: "[--as-of YYYY-MM-DD] [--all]",
    options: { "as-of": "string", all: "boolean" },
    async run(args, output) {
      const asOf = args.values["as-of"];
      const { units } = await withOffice(args.required("data"), ({ client }) =>
        client.units.list({ ...(asOf ? { asOf } : {}), includeEnded: args.flags.has("all") }),
      );
      output.result(
        units,
        units.map((unit) =>
          [
            unit.code,
            unit.name,
            unit.employerType === null ? "" : EMPLOYER_TYPE_LABELS[unit.employerType].vi,
            unit.workforce ?? "",
          ].join("\t"),
        ),
      );
      return 0;
    },
  },
  {
    name: "import undo",
    usage: "BATCH",
    options: {},
    async run(args, output) {
      const batchUid = args.positional(0, "BATCH");
      const undone = await withOffice(args.required("data"), ({ client }) =>
        client.imports.undo({ batchUid }),
      );
      const { cells, units, employers } = undone;
      output.result(undone, [
        `Đã hoàn tác: ${cells} ô số liệu, ${units} đơn vị, ${employers} đơn vị sử dụng lao động.`,
      ]);
      return 0;
    },
  },
];
