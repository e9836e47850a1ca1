// Answering a report, and correcting one that came back, at the command line.
import { readFile } from "node:fs/promises";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import { parseReplyFile } from "../../api/corrections/reply-file.ts";
import type { Rehearsal } from "../../../shared/contract/corrections.ts";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { isBundleCode } from "../../exchange/bundle-code.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";
import { describeDeclared } from "../messages.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { saveOffer } from "./files.ts";
import { formAndPeriod } from "./results.ts";

async function readReply(path: string) {
  const file = parseReplyFile(await readFile(path, "utf8"));
  if (file) return file;
  throw new UsageError(
    `${path}: cần JSON dạng {"due_date": "2026-05-20", "issues": [{"unit": "MÃ", "element": "membersTotal", "period": "2026-M03", "message": "…", "suggestion": "…"}]}`,
  );
}

async function findReport({ client }: Session, typed: string) {
  const rows = (await client.submissions.received()).filter(({ kind }) => kind === "submission");
  const found = rows.find(
    ({ digest }) => digest === typed.trim().toLowerCase() || isBundleCode(typed, digest),
  );
  if (!found) throw new CommandFailure(7, describeDeclared("BUNDLE_UNKNOWN", {}));
  return found;
}

/** The signed reply of a report: the one it has, or a new one from a file. */
async function replyOffer(session: Session, args: Arguments) {
  const { digest } = await findReport(session, args.required("submission"));
  return (
    (await answerFromFile(session, args, digest)) ??
    session.client.submissions.download({ digest, part: "receipt" })
  );
}

/**
 * Signs the answer that `--return FILE` or `--remarks FILE` holds, to a report that was taken in or is verified and waits.
 * @returns undefined when neither is given
 */
export async function answerFromFile({ client }: Session, args: Arguments, digest: string) {
  const returning = args.values["return"];
  const path = returning ?? args.values["remarks"];
  if (path === undefined) return undefined;
  const { due_date: dueOn, issues } = await readReply(path);
  const report: ReportView = await finish(await client.submissions.open({ digest }));
  const { units, issuer, period: reported } = report;
  const uids = new Map(units.map(({ code, uid }) => [code, uid]));
  const result = returning === undefined ? "accepted_with_warnings" : "returned";
  const remarks = issues.map(({ unit, element, period, severity, message, suggestion }) => {
    const isCell = unit !== undefined && element !== undefined;
    if (!isCell && (unit !== undefined || element !== undefined))
      throw new UsageError(`"${message}": cần cả unit và element, hoặc không có cả hai`);
    const place = isCell ? { unit: uids.get(unit) ?? unit, element, period: period ?? reported } : null;
    if (
      place &&
      !uids.has(unit ?? "") &&
      !units.some(({ uid }) => uid === unit) &&
      !/^[0-9a-f-]{36}$/.test(place.unit)
    )
      throw new UsageError(`báo cáo của ${issuer.name} không có đơn vị ${unit}`);
    return { place, severity, message, suggestion: suggestion === "" ? null : suggestion };
  });
  const verdict = { result, remarks, dueOn: returning === undefined ? null : dueOn } as const;
  const { offer } = await client.corrections.reply({
    digest,
    verdict,
    passphrase: passphraseFromEnvironment(),
  });
  return offer;
}

function printFigure(entry: EntryValue | null): string {
  return entry === null ? "chưa nhập" : formatEntry(entry, "count");
}

function entryOf(text: string): EntryValue | null {
  const state = ENTRY_STATES.find((name) => name === text && name !== "value");
  if (state && state !== "value") return { state };
  if (text === "") return null;
  if (!/^\d{1,15}$/.test(text)) throw new UsageError("--value cần số nguyên, noOccurrence, hoặc để trống");
  return { state: "value", value: Number(text) };
}

export const correctionCommands: readonly Command[] = [
  {
    name: "reply",
    usage: "--submission MA_GOI|DIGEST --accept | --return FILE.json | --remarks FILE.json --out DIR",
    options: {
      submission: "string",
      accept: "boolean",
      return: "string",
      remarks: "string",
      out: "string",
    },
    async run(args, output) {
      const ways = [args.flags.has("accept"), args.values["return"], args.values["remarks"]];
      if (ways.filter(Boolean).length !== 1)
        throw new UsageError("cần đúng một trong --accept, --return FILE.json, --remarks FILE.json");
      const path = await withOffice(args.required("data"), async (session) =>
        saveOffer(session.tickets, await replyOffer(session, args), { folder: args.required("out") }),
      );
      const word = args.values["return"] === undefined ? "Biên nhận" : "Bản trả lại";
      output.result({ path }, [`${word}: ${path}`]);
      return 0;
    },
  },
  {
    name: "corrections",
    usage: "--form F --period P",
    options: { form: "string", period: "string" },
    async run(args, output) {
      const view = await withOffice(args.required("data"), ({ client }) =>
        client.corrections.open(formAndPeriod(args)),
      );
      output.result(view, [
        ...(view?.isForgotten
          ? [
              view.returned
                ? `Báo cáo ${view.code} được gửi sau bản sao lưu đã khôi phục, không còn ở đây: nhập lại cả kỳ, duyệt và ký bản đính chính.`
                : `Báo cáo ${view.code} được gửi sau bản sao lưu đã khôi phục và đã được tiếp nhận: không ký lại.`,
            ]
          : []),
        view?.returned
          ? `Bị trả lại${view.returned.dueOn ? `, hạn ${view.returned.dueOn}` : ""}: ${view.cells.length} ô được mở.`
          : "Kỳ này không bị trả lại.",
        ...(view?.remarks ?? [])
          .filter(({ unit }) => unit === null)
          .map(({ message }) => `Cả báo cáo\t${message}`),
        ...(view?.cells ?? []).map(({ unit, element, period, reported, corrected, reason }) =>
          [
            unit.code,
            element.code,
            period,
            view?.isForgotten ? "không còn" : printFigure(reported),
            printFigure(corrected),
            reason,
          ].join("\t"),
        ),
      ]);
      return 0;
    },
  },
  {
    name: "correct",
    usage: "--form F --period P --unit CODE --element E --value N [--cell-period P] [--reason TEXT]",
    options: {
      form: "string",
      period: "string",
      unit: "string",
      element: "string",
      value: "string",
      "cell-period": "string",
      reason: "string",
    },
    async run(args, output) {
      const entry = entryOf(args.required("value"));
      const revision = await withOffice(args.required("data"), async ({ client }) => {
        const wanted = formAndPeriod(args);
        const code = args.required("unit");
        const unit = (await client.units.list({})).units.find((candidate) => candidate.code === code)?.uid;
        if (unit === undefined) throw new CommandFailure(7, describeDeclared("UNIT_UNKNOWN", {}));
        const place = {
          unit,
          element: args.required("element"),
          period: args.values["cell-period"] ?? wanted.period,
        };
        const reason = args.values["reason"];
        if (reason !== undefined) await client.corrections.openCells({ ...wanted, cells: [place], reason });
        const { revision: expectedRevision } = await client.entries.details(place);
        return (await client.entries.save({ ...place, entry, expectedRevision })).revision;
      });
      output.result({ revision }, ["Đã ghi số đính chính."]);
      return 0;
    },
  },
  {
    name: "rehearse",
    usage: "--form F --period P",
    options: { form: "string", period: "string" },
    async run(args, output) {
      const rehearsal: Rehearsal = await withOffice(args.required("data"), async ({ client }) =>
        finish(await client.corrections.rehearse(formAndPeriod(args))),
      );
      const isFine = rehearsal.verdict !== "returned";
      output.result(rehearsal, [
        isFine ? "Tỉnh sẽ chấp nhận." : "Tỉnh sẽ trả lại, vì:",
        ...rehearsal.reasons.map(({ code, message }) => `${code}\t${message}`),
      ]);
      return isFine ? 0 : 7;
    },
  },
];
