// templates write | import | undo | unanswered: collecting from the grassroots without a window.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type CollectPreview,
  MOST_FILES_AT_ONCE,
  MOST_SEPARATE_FILES,
} from "../../../shared/contract/collect.ts";
import { answerReasonWords, fileFaultWords } from "../../files/templates/reason-words.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure } from "../command.ts";
import { sentenceOf } from "../messages.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { saveOffer, ticketFor } from "./files.ts";
import { formAndPeriod } from "./results.ts";

const FORM_OPTIONS = { form: "string", period: "string" } as const;

export const collectCommands: readonly Command[] = [
  {
    name: "templates write",
    usage: "--form F --period P --out DIR [--many] [--units C1,C2]",
    options: { ...FORM_OPTIONS, out: "string", many: "boolean", units: "string" },
    async run(args, output) {
      const asked = formAndPeriod(args);
      const folder = args.required("out");
      const kind = args.flags.has("many") ? "many" : "single";
      const { paths, units } = await withOffice(args.required("data"), async (session) => {
        const uids = await unitsAsked(session, args, asked);
        const groups = kind === "many" ? [uids] : chunks(uids, MOST_SEPARATE_FILES);
        const written: string[] = [];
        for (const group of groups) {
          const { offers } = await finish(
            await session.client.collect.writeTemplates({ ...asked, units: group, kind, packaging: "files" }),
          );
          for (const offer of offers) written.push(await saveOffer(session.tickets, offer, { folder }));
        }
        return { paths: written, units: uids.length };
      });
      output.result({ units, files: paths }, [...paths, `${paths.length} tệp cho ${units} đơn vị.`]);
      return 0;
    },
  },
  {
    name: "templates import",
    usage: "FILES…|DIR [--dry-run] [--replace] [--form F --period P] [--rejected DIR]",
    options: { ...FORM_OPTIONS, "dry-run": "boolean", replace: "boolean", rejected: "string" },
    async run(args, output) {
      const paths = filesNamed(args.positionals);
      const expect = args.values["form"] === undefined ? null : formAndPeriod(args);
      const outcome = await withOffice(args.required("data"), async (session) => {
        const preview = await readFiles(session, paths, expect);
        const files = preview.files
          .filter(({ state }) => state === "ready")
          .map(({ id }) => ({
            id,
            conflicts: args.flags.has("replace") ? ("replace" as const) : ("keep" as const),
          }));
        const rejections = [];
        for (const { id, counts } of preview.files)
          if (counts.rejected > 0) {
            const { cells } = await session.client.collect.file({ previewId: preview.previewId, file: id });
            for (const { address, label, shown, reason, unit } of cells)
              if (reason !== null)
                rejections.push({ file: id, unit: unit.code, address, label, shown, reason });
          }
        const hasRefused = preview.files.some(({ fault, counts }) => fault !== null || counts.rejected > 0);
        const folder = args.values["rejected"];
        if (folder !== undefined && hasRefused)
          await saveOffer(
            session.tickets,
            await session.client.collect.rejectedFile({ previewId: preview.previewId, files: null }),
            { folder },
          );
        const isWriting =
          !args.flags.has("dry-run") &&
          preview.files.some(({ state, counts }) => state === "ready" && writesOf(counts, args) > 0);
        const result = isWriting
          ? await finish(await session.client.collect.apply({ previewId: preview.previewId, files }))
          : null;
        return { preview, rejections, result };
      });
      const { preview, rejections, result } = outcome;
      for (const { fileName, state, fault } of preview.files) {
        if (fault)
          output.message(
            `${fileName}: ${fileFaultWords(fault.code)} (${[fault.code, fault.detail].filter(Boolean).join(" ")})`,
          );
        else if (state === "choose")
          output.message(`${fileName}: có tệp khác trả lời cho cùng đơn vị; chưa nhập.`);
      }
      for (const { file, unit, address, shown, reason, label } of rejections)
        output.message(
          `${preview.files[file]?.fileName ?? ""} ${unit} ${address} ${label} “${shown}”: ${answerReasonWords(reason)} (${reason})`,
        );
      output.result(
        {
          files: preview.files.map(({ fileName, state, fault, form, period, units, counts }) => ({
            fileName,
            state,
            fault,
            form,
            period,
            units: units.map(({ code }) => code),
            counts,
          })),
          duplicates: preview.duplicates.map(({ unit, period, files }) => ({
            unit: unit.code,
            period,
            files: files.map((id) => preview.files[id]?.fileName ?? ""),
          })),
          rejected: rejections,
          applied: result?.applied ?? 0,
          kept: result?.kept ?? 0,
          batch: result?.batchUid ?? null,
        },
        [
          `${preview.files.length} tệp, đã ghi ${result?.applied ?? 0} ô từ ${result?.files ?? 0} tệp; không nhận ${rejections.length} ô.`,
        ],
      );
      return 0;
    },
  },
  {
    name: "templates undo",
    usage: "[BATCH]",
    options: {},
    async run(args, output) {
      const undone = await withOffice(args.required("data"), async ({ client }) => {
        const [named] = args.positionals;
        const latest = (await client.collect.history()).find(({ canUndo }) => canUndo);
        const batchUid = named ?? latest?.uid;
        if (batchUid === undefined) throw new CommandFailure(7, sentenceOf("BATCH_UNKNOWN"));
        return client.imports.undo({ batchUid });
      });
      output.result(undone, [`Đã hoàn tác ${undone.cells} ô.`]);
      return 0;
    },
  },
  {
    name: "templates unanswered",
    usage: "--form F --period P",
    options: FORM_OPTIONS,
    async run(args, output) {
      const asked = formAndPeriod(args);
      const result = await withOffice(args.required("data"), ({ client }) =>
        client.collect.unanswered(asked),
      );
      output.result(result, [result.message, result.partialMessage].filter(Boolean));
      return 0;
    },
  },
];

async function unitsAsked(
  { client }: Session,
  args: Arguments,
  asked: ReturnType<typeof formAndPeriod>,
): Promise<string[]> {
  const { units } = await client.entries.open(asked);
  const codes = args.values["units"]?.split(",").map((code) => code.trim());
  if (!codes) return units.map(({ uid }) => uid);
  return codes.map((code) => {
    const unit = units.find((candidate) => candidate.code === code);
    if (!unit) throw new CommandFailure(7, `${sentenceOf("UNIT_UNKNOWN")} (${code})`);
    return unit.uid;
  });
}

async function readFiles(
  { client, tickets }: Session,
  paths: readonly string[],
  expect: ReturnType<typeof formAndPeriod> | null,
): Promise<CollectPreview> {
  let preview: CollectPreview | undefined;
  for (const some of chunks(paths, MOST_FILES_AT_ONCE))
    preview = await finish(
      await client.collect.preview({
        previewId: preview?.previewId ?? null,
        files: some.map((path) => ticketFor(tickets, path)),
        expect,
      }),
    );
  if (!preview) throw new UsageError("thiếu FILES hoặc DIR");
  return preview;
}

/** Files as named; of a folder everything that is no lock file of an open workbook. */
function filesNamed(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name];
    return readdirSync(name, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
      .map((entry) => join(name, entry.name))
      .toSorted();
  });
}

function writesOf(counts: CollectPreview["files"][number]["counts"], args: Arguments): number {
  return counts.new + counts.changed + (args.flags.has("replace") ? counts.conflict : 0);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
