// The desk of an office that receives: a whole folder of bundles, who has reported, and the consolidation.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { MOST_DESK_FILES_AT_ONCE, type DeskBatch, type DeskFile } from "../../../shared/contract/desk.ts";
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { BUNDLE_HEAD_BYTES, isNamedBundle, looksLikeBundle } from "../../../shared/domain/bundle-head.ts";
import { CODES } from "../../exchange/codes.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";
import { sentenceOf } from "../messages.ts";
import type { Output } from "../output.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { attachBeside, isCountersignatureFile } from "./countersign.ts";
import { headOf, saveOffer } from "./files.ts";
import { reachedLine } from "./reached-line.ts";

const OUTCOME_WORDS: Readonly<Record<DeskFile["outcome"], string>> = {
  waiting: "chưa kiểm tra",
  clean: "hợp lệ",
  attention: "hợp lệ, cần đọc",
  confirm: "máy mới, cần xác nhận",
  locked: "đã mã hóa, cần mật khẩu",
  fork: "trùng số thứ tự với gói khác",
  refused: "không nhận",
  other: "loại gói khác, nhận riêng",
  repeated: "lặp trong đợt",
  duplicate: "đã nhận trước đây",
  returned: "đã trả lại",
  accepted: "đã nhận",
};

/** Whether `receive` was given a folder or several files. */
export function isDelivery(args: Arguments): boolean {
  const [first, ...others] = args.positionals;
  return (
    others.length > 0 ||
    (first !== undefined && statSync(first, { throwIfNoEntry: false })?.isDirectory() === true)
  );
}

/** Verifies a whole delivery; takes in what is sound only with `--accept`. */
export async function receiveDelivery(session: Session, args: Arguments, output: Output): Promise<number> {
  const { client, tickets } = session;
  const { paths, ignored: others } = bundlesIn(args.positionals);
  const beside = others.filter((path) => isCountersignatureFile(path, "named"));
  const ignored = others.filter((path) => !beside.includes(path));
  for (const path of beside) await attachBeside(session, path);
  if (paths.length === 0) throw new CommandFailure(7, "Không thấy gói nào trong những gì đã nêu.");
  let batchId: string | null = null;
  for (let start = 0; start < paths.length; start += MOST_DESK_FILES_AT_ONCE)
    ({ batchId } = await client.desk.add({
      batchId,
      files: paths
        .slice(start, start + MOST_DESK_FILES_AT_ONCE)
        .map((path) => ({ ticket: tickets.fromPath(resolve(path)), fileName: basename(path) })),
    }));
  const id = batchId ?? "";
  const typed = process.env["SCD_PASSPHRASE"];
  let batch: DeskBatch = await finish(
    await client.desk.verify({ batchId: id, ...(typed ? { passphrase: typed } : {}) }),
  );
  // Whoever vouches for one computer of a sender vouches for all its files: each is asked about once.
  for (let unsure = confirmable(batch, args); unsure; unsure = confirmable(batch, args))
    batch = await finish(await client.desk.confirmInstance({ batchId: id, file: unsure.id }));
  const sound = batch.files.filter(({ outcome }) => outcome === "clean" || outcome === "attention");
  if (args.flags.has("accept") && sound.length > 0)
    batch = await finish(
      await client.desk.accept({
        batchId: id,
        files: sound.map((file) => file.id),
        passphrase: passphraseFromEnvironment(),
      }),
    );
  const receipts = await saveReceipts(session, batch, args.values["out"]);
  await client.desk.dismiss({ batchId: id });
  output.result(
    { files: batch.files, ignored, receipts, countersignatures: beside.length, memoryBytes: peakMemory() },
    [
      ...batch.files.map(lineOf),
      summaryOf(batch, ignored.length),
      ...(beside.length > 0 ? [`Đã giữ ${beside.length} tệp chữ ký số đi kèm.`] : []),
      ...(receipts.length > 0
        ? [
            `Đã chép ${receipts.length} biên nhận và đọc lại đúng, có thể rút USB: ${args.values["out"] ?? ""}`,
          ]
        : []),
      ...(args.flags.has("accept") || sound.length === 0
        ? []
        : ["Chưa nhận gói nào. Chạy lại với --accept để nhận các gói hợp lệ."]),
    ],
  );
  return exitOf(batch);
}

function confirmable({ files }: DeskBatch, args: Arguments): DeskFile | undefined {
  return args.flags.has("confirm") ? files.find(({ outcome }) => outcome === "confirm") : undefined;
}

/** Bytes of this process at its largest. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function lineOf({ fileName, outcome, issuer, period, fault, warnings }: DeskFile): string {
  const words = fault
    ? `${fault.sentence} ${fault.advice} (${fault.code}${fault.detail ? ` ${fault.detail}` : ""})`
    : warnings.map(({ sentence, code }) => `${sentence} (${code})`).join(" ");
  return [fileName, OUTCOME_WORDS[outcome], issuer?.name ?? "", period ?? "", words].join("\t").trimEnd();
}

function summaryOf({ files }: DeskBatch, ignored: number): string {
  const counts = new Map<DeskFile["outcome"], number>();
  for (const { outcome } of files) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = [...counts].map(([outcome, count]) => `${count} ${OUTCOME_WORDS[outcome]}`);
  return `${files.length} gói: ${parts.join(", ")}${ignored > 0 ? `; bỏ qua ${ignored} tệp không phải gói` : ""}.`;
}

/** 0 when nothing was refused; else the exit class of the first refused file (bundle.md §2.9). */
function exitOf({ files }: DeskBatch): number {
  const fault = files.find((file) => file.fault !== null)?.fault;
  if (fault) return CODES.find(({ code }) => code === fault.code)?.exit ?? 7;
  return files.some(({ outcome }) => outcome === "locked") ? 8 : 0;
}

async function saveReceipts({ client, tickets }: Session, batch: DeskBatch, out: string | undefined) {
  if (out === undefined) return [];
  const paths: string[] = [];
  for (const { digest, receiptFileName } of batch.files) {
    if (receiptFileName === null || digest === null) continue;
    const offer = await client.submissions.download({ digest, part: "receipt" });
    paths.push(await saveOffer(tickets, offer, { folder: out }));
  }
  return paths;
}

/** Bundles of folders and files, by what is in them; a stick also holds pictures. */
function bundlesIn(named: readonly string[]): { paths: string[]; ignored: string[] } {
  const paths: string[] = [];
  const ignored: string[] = [];
  for (const path of named) {
    if (!existsSync(path)) throw new CommandFailure(7, sentenceOf("ENOENT"));
    if (!statSync(path).isDirectory()) {
      paths.push(path);
      continue;
    }
    const names = readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted();
    for (const name of names) {
      const file = join(path, name);
      if (!statSync(file).isFile()) continue;
      (isNamedBundle(name) || looksLikeBundle(headOf(file, BUNDLE_HEAD_BYTES)) ? paths : ignored).push(file);
    }
  }
  return { paths, ignored };
}

export const deskCommands: readonly Command[] = [
  {
    name: "desk",
    usage: "[--period P]",
    options: { period: "string" },
    async run(args, output) {
      const period = args.values["period"];
      const board = await withOffice(args.required("data"), ({ client }) =>
        client.desk.board(period === undefined ? {} : { period }),
      );
      const words = {
        received: "đã nhận",
        receivedLate: "nhận muộn",
        late: "quá hạn",
        awaited: "chưa đến hạn",
      } as const;
      output.result(
        board,
        board.offices.map(({ code, name, state, daysLate, units, unitsAnswered }) =>
          [code, name, words[state], daysLate, units === null ? "" : `${unitsAnswered ?? 0}/${units}`].join(
            "\t",
          ),
        ),
      );
      return 0;
    },
  },
  {
    name: "desk term",
    usage: "CODE [--from D] [--until D]",
    options: { from: "string", until: "string" },
    async run(args, output) {
      const term = { fromOn: args.values["from"] ?? null, untilOn: args.values["until"] ?? null };
      await withOffice(args.required("data"), ({ client }) =>
        client.desk.setTerm({ code: args.positional(0, "CODE"), ...term }),
      );
      output.result({ ok: true, ...term }, ["Đã ghi ngày đầu, ngày cuối nộp báo cáo."]);
      return 0;
    },
  },
  {
    name: "consolidate",
    usage: "--period P [--out FILE.json|FILE.csv]",
    options: { period: "string", out: "string" },
    async run(args, output) {
      const period = args.required("period") as never;
      const out = args.values["out"];
      if (out !== undefined && !/\.(json|csv)$/.test(out))
        throw new UsageError("--out cần tệp .json hoặc .csv");
      const { view, path } = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const opened: ConsolidationView = await finish(await client.consolidation.open({ period }));
        if (out === undefined) return { view: opened, path: null };
        const format = out.endsWith(".csv") ? "table" : "canonical";
        const offer = await finish(await client.consolidation.exportFile({ period, format }));
        return { view: opened, path: await saveOffer(tickets, offer, { file: out }) };
      });
      output.result({ ...view, path }, [
        `Kỳ ${view.period}: ${view.reported}/${view.offices.length} đơn vị có báo cáo. Mã tổng hợp ${view.bundleCode}`,
        ...view.offices.filter(({ digest }) => digest === null).map(({ name }) => `Chưa có báo cáo: ${name}`),
        ...view.figures.map(({ element, label, yearToDate }) =>
          [element, label, yearToDate.reported, yearToDate.added, yearToDate.total].join("\t"),
        ),
        ...view.programmes.map(
          ({ title, outside, reached, rows }) =>
            `${title}: ${reachedLine({ outside, reached, total: rows.length })}`,
        ),
        ...(path === null ? [] : [path]),
      ]);
      return 0;
    },
  },
];
