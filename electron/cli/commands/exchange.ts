import { readFile } from "node:fs/promises";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";

import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { CODES, exitClassOf } from "../../exchange/codes.ts";
import { runCryptoSelfTest } from "../../exchange/crypto-self-test.ts";
import {
  type Verifier,
  verifierOfPublicKey,
  verifierOfTrustList,
  verifierWithoutTrust,
} from "../../exchange/verifier.ts";
import { openGivenTrustList, type Verification, verifyBundle } from "../../exchange/verify-bundle.ts";
import { checkSubmissionContent } from "../../api/bundle/content-check.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";

import type { Output } from "../output.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { isDelivery, receiveDelivery } from "./desk.ts";
import { saveOffer, ticketFor } from "./files.ts";
import { correctionCommands } from "./corrections.ts";
import { formAndPeriod } from "./results.ts";
import { rootSecrets } from "./trust.ts";

/** What `bundle verify --json` says (design.md §6). */
function verdictOf(verification: Verification) {
  const { manifest } = verification;
  return {
    ok: verification.ok,
    code: verification.ok ? "OK" : verification.code,
    kind: manifest?.kind ?? null,
    issuer: manifest
      ? {
          unit_id: manifest.issuer.unit_id,
          unit_code: manifest.issuer.unit_code,
          unit_name: manifest.issuer.unit_name,
        }
      : null,
    seq: manifest?.seq ?? null,
    digest: verification.digest,
    warnings: verification.ok ? verification.warnings.map((warning) => warning.code) : [],
    detail: verification.ok ? null : verification.detail,
  };
}

function sayVerdict(output: Output, verification: Verification, extra: Record<string, unknown> = {}): number {
  if (verification.ok) {
    output.result({ ...verdictOf(verification), ...extra }, [
      `Gói hợp lệ. ${verification.kind} của ${verification.manifest.issuer.unit_name}, mã ${verification.digest}`,
      ...verification.warnings.map((warning) => `! ${warning.code} ${CODE_TEXTS[warning.code].sentence}`),
    ]);
    return 0;
  }
  const { sentence, advice } = CODE_TEXTS[verification.code];
  output.message(
    `${sentence} ${advice} (${verification.code}${verification.detail ? ` ${verification.detail}` : ""})`,
  );
  output.result({ ...verdictOf(verification), ...extra }, []);
  return exitClassOf(verification);
}

async function verifierFor(args: Arguments): Promise<Verifier> {
  const trust = args.values["trust"];
  const key = args.values["key"];
  if (trust !== undefined) {
    const { list, digest } = await openGivenTrustList(await readFile(trust));
    return verifierOfTrustList(list, digest);
  }
  if (key !== undefined) return verifierOfPublicKey(await readFile(key, "utf8"));
  throw new UsageError("cần --trust FILE.goi hoặc --key PUB.pem");
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  submission: "báo cáo",
  receipt: "biên nhận",
  return: "bản trả lại",
  trustlist: "danh sách khóa",
  programme: "chương trình",
};

/** Looks at a file inside the office and takes it in. */
async function receive({ client, tickets }: Session, args: Arguments, output: Output): Promise<number> {
  const preview = await client.submissions.inspect({
    ...ticketFor(tickets, args.positional(0, "FILE")),
    confirmInstance: args.flags.has("confirm"),
    // Also tried on a file that came encrypted.
    ...(process.env["SCD_PASSPHRASE"] ? { passphrase: process.env["SCD_PASSPHRASE"] } : {}),
  });
  if (preview.needs === "decryption") passphraseFromEnvironment();
  if (preview.fault) return refused(preview, output);
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

export const exchangeCommands: readonly Command[] = [
  {
    name: "keys create",
    usage: "",
    options: {},
    async run(args, output) {
      const key = await withOffice(args.required("data"), ({ client }) =>
        client.keys.create({ passphrase: passphraseFromEnvironment() }),
      );
      output.result({ keyid: key.keyid, alg: key.alg, spki: key.spki }, [`Đã tạo khóa ký ${key.keyid}`]);
      return 0;
    },
  },
  {
    name: "keys show",
    usage: "",
    options: {},
    async run(args, output) {
      const { keys } = await withOffice(args.required("data"), ({ client }) => client.keys.status());
      const key = keys.find((candidate) => candidate.use === "sign");
      if (!key) throw new CommandFailure(7, "Chưa có khóa ký. Chạy keys create trước.");
      output.result({ keyid: key.keyid, alg: key.alg, spki: key.spki }, [key.keyid]);
      return 0;
    },
  },
  {
    name: "keys public",
    usage: "--out FILE.pem",
    options: { out: "string" },
    async run(args, output) {
      const path = await withOffice(args.required("data"), async ({ client, tickets }) =>
        saveOffer(tickets, await client.keys.publicKey(), { file: args.required("out") }),
      );
      output.result({ path }, [path]);
      return 0;
    },
  },
  {
    name: "keys enrol",
    usage: "--out FILE",
    options: { out: "string" },
    async run(args, output) {
      const outcome = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const offer = await client.keys.enrol({ passphrase: passphraseFromEnvironment() });
        return { path: await saveOffer(tickets, offer, { file: args.required("out") }), keyid: offer.keyid };
      });
      output.result(outcome, [`Phiếu đăng ký khóa: ${outcome.path}`, `Mã khóa: ${outcome.keyid}`]);
      return 0;
    },
  },
  {
    name: "trust create",
    usage: "",
    options: {},
    async run(args, output) {
      const trust = await withOffice(args.required("data"), ({ client }) =>
        client.keys.createTrust({ passphrase: passphraseFromEnvironment() }),
      );
      output.result(trust, [`Danh sách khóa số ${trust.version}`, `Vân tay gốc: ${trust.rootFingerprint}`]);
      return 0;
    },
  },
  {
    name: "trust add",
    usage: "FILE.goi --keyid HEX [--lost KEYID --reason LY_DO] | FILE.goi --vouched",
    options: { keyid: "string", lost: "string", reason: "string", vouched: "boolean" },
    async run(args, output) {
      const trust = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const path = args.positional(0, "FILE.goi");
        // Taken from the file itself it would confirm nothing: whoever sends another's file sends another's keyid.
        const confirmedKeyid = args.values["keyid"];
        if (confirmedKeyid === undefined && !args.flags.has("vouched"))
          throw new UsageError(
            "thiếu --keyid: đọc mã khóa (64 ký tự) trên phiếu đăng ký khóa bằng giấy có chữ ký, đóng dấu của đơn vị; không chép từ tệp",
          );
        const lost = args.values["lost"];
        return client.keys.addToTrust({
          ticket: ticketFor(tickets, path).ticket,
          ...rootSecrets(),
          ...(confirmedKeyid === undefined ? {} : { confirmedKeyid }),
          ...(lost === undefined
            ? {}
            : { lost: { keyid: lost, status: "revoked" as const, reason: args.required("reason") } }),
        });
      });
      output.result(trust, [`Danh sách khóa số ${trust.version}: ${trust.units.length} đơn vị`]);
      return 0;
    },
  },
  {
    name: "trust export",
    usage: "--out FILE",
    options: { out: "string" },
    async run(args, output) {
      const path = await withOffice(args.required("data"), async ({ client, tickets }) =>
        saveOffer(tickets, await client.keys.exportTrust(), { file: args.required("out") }),
      );
      output.result({ path }, [path]);
      return 0;
    },
  },
  {
    name: "trust import",
    usage: "FILE [--root-fingerprint HEX]",
    options: { "root-fingerprint": "string" },
    run: (args, output) => withOffice(args.required("data"), (session) => receive(session, args, output)),
  },
  {
    name: "submit",
    usage: "--form F --period P --out DIR [--number SO] [--encrypt | --plain]",
    options: {
      form: "string",
      period: "string",
      out: "string",
      number: "string",
      encrypt: "boolean",
      plain: "boolean",
    },
    async run(args, output) {
      const outcome = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const wanted = formAndPeriod(args);
        const known = (await client.submissions.prepare(wanted)).submission;
        // One that was returned is answered by the next correction.
        const isSigned = known !== null && known.state !== "returned";
        const row = isSigned
          ? known
          : await finish(
              await client.submissions.submit({
                ...wanted,
                passphrase: passphraseFromEnvironment(),
                documentNumber: args.values["number"] ?? null,
              }),
            );
        if (isSigned) output.message("Kỳ này đã ký; xuất lại đúng gói đó.");
        const encryption = args.flags.has("encrypt") ? "on" : args.flags.has("plain") ? "off" : "auto";
        const offer = await client.submissions.download({ digest: row.digest, encryption });
        const path = await saveOffer(tickets, offer, { folder: args.required("out") });
        return { path, digest: row.digest, code: row.code };
      });
      output.result(outcome, [`Đã xuất ${outcome.path}`, `Mã gói: ${outcome.code}`]);
      return 0;
    },
  },
  {
    name: "bundle verify",
    usage: "FILE --trust FILE.goi | --key PUB.pem",
    options: { trust: "string", key: "string" },
    async run(args, output) {
      runCryptoSelfTest();
      const bytes = await readFile(args.positional(0, "FILE"));
      const verification = await verifyBundle(bytes, {
        ...(await verifierFor(args)),
        checkContent: checkSubmissionContent,
      });
      return sayVerdict(output, verification);
    },
  },
  {
    name: "bundle inspect",
    usage: "FILE [--trust FILE.goi | --key PUB.pem]",
    options: { trust: "string", key: "string" },
    async run(args, output) {
      runCryptoSelfTest();
      const bytes = await readFile(args.positional(0, "FILE"));
      const hasKey = args.values["trust"] !== undefined || args.values["key"] !== undefined;
      const verifier = hasKey ? await verifierFor(args) : verifierWithoutTrust(null);
      const verification = await verifyBundle(bytes, verifier);
      return sayVerdict(output, verification, { manifest: verification.manifest });
    },
  },
  {
    name: "receive",
    usage: "FILE [--confirm] [--out DIR] | DIR|FILE... [--accept] [--confirm] [--out DIR]",
    options: { confirm: "boolean", accept: "boolean", out: "string", "root-fingerprint": "string" },
    run: (args, output) =>
      withOffice(args.required("data"), (session) =>
        isDelivery(args) ? receiveDelivery(session, args, output) : receive(session, args, output),
      ),
  },
  {
    name: "unreported",
    usage: "[--period P]",
    options: { period: "string" },
    async run(args, output) {
      const period = args.values["period"];
      const view = await withOffice(args.required("data"), ({ client }) =>
        // The contract checks the period; its input type is branded.
        client.submissions.reporting(period === undefined ? {} : { period: period }),
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
  ...correctionCommands,
];
