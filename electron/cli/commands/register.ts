import type { ImportKind } from "../../../shared/contract/imports.ts";
import type { Command } from "../command.ts";
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
      const rejected = preview.lines
        .filter((line) => line.outcome === "rejected")
        .map(({ line, code, reasons }) => ({ line, code, reasons }));
      for (const line of rejected)
        output.message(
          `Dòng ${line.line} ${line.code}: ${line.reasons.map((reason) => [reason.column, reason.code, reason.value].filter(Boolean).join(" ")).join("; ")}`,
        );
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
        },
        [
          `Mới ${preview.counts.new}, thay đổi ${preview.counts.changed}, giữ nguyên ${preview.counts.same}, không nhận ${preview.counts.rejected}; đã ghi ${result?.applied ?? 0}.`,
        ],
      );
      return 0;
    },
  };
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
        units.map((unit) => [unit.code, unit.name, unit.employerType ?? "", unit.workforce ?? ""].join("\t")),
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
      const { restored } = await withOffice(args.required("data"), ({ client }) =>
        client.imports.undo({ batchUid }),
      );
      output.result({ restored }, [`Đã hoàn tác ${restored} thay đổi.`]);
      return 0;
    },
  },
];
