// A report going up, files coming in, and who has not sent.
import { existsSync } from "node:fs";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { CODES } from "../../exchange/codes.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";
import { describeDeclared, sentenceOf } from "../messages.ts";
import type { Output } from "../output.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { isCountersignatureFile, receiveCountersignature, saveCountersignatures } from "./countersign.ts";
import { answerFromFile } from "./corrections.ts";
import { isDelivery, receiveDelivery } from "./desk.ts";
import { saveOffer, ticketFor } from "./files.ts";
import { writeNumber } from "./report.ts";
import { formAndPeriod } from "./results.ts";

const KIND_WORDS: Readonly<Record<string, string>> = {
  submission: "báo cáo",
  receipt: "biên nhận",
  return: "bản trả lại",
  trustlist: "danh sách khóa",
  programme: "chương trình",
};

/** Looks at a file inside the office and takes it in. */
async function receive({ client, tickets }: Session, args: Arguments, output: Output): Promise<number> {
  const look = async (passphrase: string | undefined): Promise<BundlePreview> =>
    finish(
      await client.submissions.inspect({
        ...ticketFor(tickets, args.positional(0, "FILE")),
        confirmInstance: args.flags.has("confirm"),
        ...(passphrase ? { passphrase } : {}),
      }),
    );
  let preview = await look(undefined);
  // Of this office's keys, and of the file itself: each is tried only where it may open something.
  const { SCD_PASSPHRASE: ofKeys, SCD_FILE_PASSPHRASE: ofFile } = process.env;
  if (preview.needs === "decryption" && ofKeys) preview = await look(ofKeys);
  if (preview.needs === "filePassphrase" && ofFile) preview = await look(ofFile);
  if (preview.needs === "filePassphrase") throw new CommandFailure(8, sentenceOf("FILE_PASSPHRASE_WRONG"));
  if (preview.needs === "decryption") passphraseFromEnvironment();
  if (preview.fault) return refused(preview, output);
  if (isAnswered(args)) return answer({ client, tickets }, preview, args, output);
  const rootFingerprint = args.values["root-fingerprint"];
  if (preview.needs === "rootFingerprint" && rootFingerprint === undefined)
    throw new UsageError("danh sách khóa đầu tiên cần --root-fingerprint, chép từ văn bản giấy");
  const accepted = await client.submissions.accept({
    previewId: preview.previewId,
    ...(preview.needs === "passphrase" ? { passphrase: passphraseFromEnvironment() } : {}),
    ...(rootFingerprint ? { rootFingerprint } : {}),
  });
  const out = args.values["out"];
  const receipt =
    accepted.receipt && out ? await saveOffer(tickets, accepted.receipt, { folder: out }) : null;
  output.result(
    {
      ok: true,
      code: accepted.outcome === "duplicate" ? "W_DUPLICATE" : "OK",
      kind: accepted.kind,
      digest: accepted.digest,
      outcome: accepted.outcome,
      receipt,
      state: accepted.submission?.state ?? null,
      warnings: preview.warnings.map((warning) => warning.code),
    },
    [
      accepted.outcome === "duplicate"
        ? "Gói này đã nhận trước đây. Không có gì thay đổi."
        : `Đã nhận ${KIND_WORDS[accepted.kind] ?? accepted.kind} của ${preview.issuer?.name ?? ""}.`,
    ],
  );
  return 0;
}

/** Whether the one file named is no bundle but an official signature of one. */
function isCountersigned(args: Arguments): boolean {
  const path = args.positional(0, "FILE");
  return existsSync(path) && isCountersignatureFile(path, "any");
}

/** Whether a report is to be taken in with remarks, or sent back at once. */
function isAnswered(args: Arguments): boolean {
  return args.values["return"] !== undefined || args.values["remarks"] !== undefined;
}

/** Takes a report in and answers it, in one act and with one signature. */
async function answer(
  session: Session,
  preview: BundlePreview,
  args: Arguments,
  output: Output,
): Promise<number> {
  if (preview.kind !== "submission" || preview.digest === null)
    throw new UsageError("--return và --remarks chỉ dùng cho một báo cáo");
  const offer = await answerFromFile(session, args, preview.digest);
  const out = args.values["out"];
  const receipt = offer && out ? await saveOffer(session.tickets, offer, { folder: out }) : null;
  const isReturned = args.values["return"] !== undefined;
  output.result(
    {
      ok: true,
      code: "OK",
      kind: preview.kind,
      digest: preview.digest,
      outcome: isReturned ? "returned" : "accepted",
      receipt,
      warnings: preview.warnings.map((warning) => warning.code),
    },
    [
      isReturned
        ? `Đã trả lại báo cáo của ${preview.issuer?.name ?? ""}.`
        : `Đã nhận báo cáo của ${preview.issuer?.name ?? ""}, có lưu ý.`,
    ],
  );
  return 0;
}

function refused(preview: BundlePreview, output: Output): number {
  const { fault } = preview;
  if (!fault) return 0;
  output.message(
    `${fault.sentence} ${fault.advice} (${fault.code}${fault.detail ? ` ${fault.detail}` : ""})`,
  );
  output.result(
    {
      ok: false,
      code: fault.code,
      kind: preview.kind,
      digest: preview.digest,
      outcome: "refused",
      warnings: [],
    },
    [],
  );
  return CODES.find((entry) => entry.code === fault.code)?.exit ?? 7;
}

/** Says before anything is signed that its file could not be encrypted; `--plain` is how a person decides otherwise. */
async function requireEncryptable(
  client: Session["client"],
  wanted: ReturnType<typeof formAndPeriod>,
  encryption: "auto" | "on" | "off" | "passphrase",
): Promise<void> {
  if (encryption === "off" || encryption === "passphrase") return;
  const { isNeeded, missing } = await client.submissions.encryption(wanted);
  if ((isNeeded || encryption === "on") && missing.length > 0)
    throw new CommandFailure(8, describeDeclared("RECIPIENTS_MISSING", { changed: missing }));
}

function encryptionOf({ flags }: Arguments): "auto" | "on" | "off" | "passphrase" {
  const ways = (["encrypt", "file-passphrase", "plain"] as const).filter((way) => flags.has(way));
  if (ways.length > 1) throw new UsageError("chỉ chọn một trong --encrypt, --file-passphrase, --plain");
  switch (ways[0]) {
    case "encrypt":
      return "on";
    case "file-passphrase":
      return "passphrase";
    case "plain":
      return "off";
    default:
      return "auto";
  }
}

export const exchangeCommands: readonly Command[] = [
  {
    name: "trust import",
    usage: "FILE [--root-fingerprint HEX]",
    options: { "root-fingerprint": "string" },
    run: (args, output) => withOffice(args.required("data"), (session) => receive(session, args, output)),
  },
  {
    name: "submit",
    usage:
      "--form F --period P --out DIR [--number SO] [--date NGAY] [--encrypt | --file-passphrase | --plain]",
    options: {
      form: "string",
      period: "string",
      out: "string",
      number: "string",
      date: "string",
      encrypt: "boolean",
      "file-passphrase": "boolean",
      plain: "boolean",
    },
    async run(args, output) {
      const outcome = await withOffice(args.required("data"), async (session) => {
        const { client, tickets } = session;
        const wanted = formAndPeriod(args);
        const encryption = encryptionOf(args);
        await requireEncryptable(client, wanted, encryption);
        const known = (await client.submissions.prepare(wanted)).submission;
        // One that was returned is answered by the next correction.
        const isSigned = known !== null && known.state !== "returned";
        if (!isSigned) await writeNumber(client, wanted, args);
        const row = isSigned
          ? known
          : await finish(
              await client.submissions.submit({ ...wanted, passphrase: passphraseFromEnvironment() }),
            );
        if (isSigned) output.message("Kỳ này đã ký; xuất lại đúng gói đó.");
        const offer = await client.submissions.download({ digest: row.digest, encryption });
        const path = await saveOffer(tickets, offer, { folder: args.required("out") });
        const beside = await saveCountersignatures(session, row.digest, args.required("out"));
        return {
          path,
          digest: row.digest,
          code: row.code,
          countersignatures: beside,
          ...(offer.passphrase === null ? {} : { filePassphrase: offer.passphrase }),
        };
      });
      output.result(outcome, [
        `Đã xuất ${outcome.path}`,
        ...outcome.countersignatures.map((path) => `Chữ ký số đi kèm: ${path}`),
        `Mã gói: ${outcome.code}`,
        ...(outcome.filePassphrase === undefined
          ? []
          : [
              `Mật khẩu của tệp: ${outcome.filePassphrase} – đọc cho nơi nhận qua điện thoại, không gửi cùng tệp; không được lưu ở đâu.`,
            ]),
      ]);
      return 0;
    },
  },
  {
    name: "receive",
    usage:
      "FILE [--confirm] [--out DIR] [--return FILE.json | --remarks FILE.json] | DIR|FILE... [--accept] [--confirm] [--out DIR]",
    options: {
      confirm: "boolean",
      accept: "boolean",
      out: "string",
      return: "string",
      remarks: "string",
      "root-fingerprint": "string",
    },
    run: (args, output) =>
      withOffice(args.required("data"), (session) =>
        isDelivery(args)
          ? receiveDelivery(session, args, output)
          : isCountersigned(args)
            ? receiveCountersignature(session, args.positional(0, "FILE"), output)
            : receive(session, args, output),
      ),
  },
  {
    name: "unreported",
    usage: "[--period P]",
    options: { period: "string" },
    async run(args, output) {
      const period = args.values["period"];
      const view = await withOffice(args.required("data"), ({ client }) =>
        client.submissions.reporting(period === undefined ? {} : { period }),
      );
      const missing = view.units.filter(({ digest }) => digest === null);
      output.result(view, [
        `Kỳ ${view.period}, hạn nộp ${view.dueOn}: đã nhận ${view.units.length - missing.length}/${view.units.length} đơn vị.`,
        ...missing.map(
          ({ code, name, daysLate }) =>
            `${code}\t${name}\t${daysLate > 0 ? `muộn ${daysLate} ngày` : "chưa quá hạn"}`,
        ),
      ]);
      return 0;
    },
  },
];
