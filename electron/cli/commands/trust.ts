// Keeping the trust list, keys that follow one another, and what goes down to the units.
import type { TrustChange, TrustDetails } from "../../../shared/contract/trust.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";
import type { Output } from "../output.ts";
import { type Session, withOffice } from "../session.ts";
import { saveOffer, ticketFor } from "./files.ts";

/** Codes of root keys on paper never stand on a command line. */
function rootSecrets(): { passphrase?: string; paperCodes: string[] } {
  const passphrase = process.env["SCD_PASSPHRASE"];
  const paperCodes = (process.env["SCD_ROOT_CODES"] ?? "").split(",").filter((code) => code.trim() !== "");
  if (!passphrase && paperCodes.length === 0) passphraseFromEnvironment();
  return { ...(passphrase ? { passphrase } : {}), paperCodes };
}

function newPassphrase(): string {
  const passphrase = process.env["SCD_NEW_PASSPHRASE"];
  if (!passphrase)
    throw new CommandFailure(1, "Đặt mật khẩu của khóa mới vào biến môi trường SCD_NEW_PASSPHRASE.");
  return passphrase;
}

function linesOf(list: TrustDetails): string[] {
  return [
    `Danh sách khóa số ${list.version} của ${list.provinceName}`,
    `Dấu vân tay khóa gốc: ${list.rootFingerprint} (gốc số ${list.root.version}, cần ${list.root.threshold}/${list.root.keys.length} khóa)`,
    ...list.units.flatMap((unit) =>
      unit.keys.map(({ keyid, status, revokedReason }) =>
        [unit.code, keyid, status, revokedReason ?? ""].join("\t").trimEnd(),
      ),
    ),
  ];
}

async function issue(args: Arguments, output: Output, change: TrustChange): Promise<number> {
  const list = await withOffice(args.required("data"), ({ client }) =>
    client.trust.change({ ...rootSecrets(), change }),
  );
  output.result(list, linesOf(list));
  return 0;
}

async function sendProgramme({ client, tickets }: Session, args: Arguments) {
  const year = args.whole("year", 0);
  const offer = await client.downward.exportProgramme({
    code: args.positional(0, "MA"),
    year,
    unitCodes: args.required("units").split(","),
    effectiveFrom: args.values["from"] ?? `${year}-01-01`,
    isEncrypted: args.flags.has("encrypt"),
    passphrase: passphraseFromEnvironment(),
  });
  const path = await saveOffer(tickets, offer, { folder: args.required("out") });
  return { path, digest: offer.digest, code: offer.code, version: offer.version, units: offer.units };
}

export const trustCommands: readonly Command[] = [
  {
    name: "trust create",
    usage: "",
    options: {},
    async run(args, output) {
      const trust = await withOffice(args.required("data"), ({ client }) =>
        client.keys.createTrust({ passphrase: passphraseFromEnvironment() }),
      );
      output.result(trust, [
        `Danh sách khóa số ${trust.version}`,
        `Dấu vân tay khóa gốc: ${trust.rootFingerprint}`,
      ]);
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
    name: "trust show",
    usage: "",
    options: {},
    async run(args, output) {
      const list = await withOffice(args.required("data"), ({ client }) => client.trust.open());
      output.result(list, list ? linesOf(list) : ["Chưa có danh sách khóa."]);
      return 0;
    },
  },
  {
    name: "trust retire",
    usage: "KEYID [--in-transit SO_BAO_CAO]",
    options: { "in-transit": "string" },
    run: (args, output) =>
      issue(args, output, {
        kind: "retire",
        keyid: args.positional(0, "KEYID"),
        inTransit: args.whole("in-transit", 0),
      }),
  },
  {
    name: "trust revoke",
    usage: "KEYID --reason LY_DO [--known-good DIGEST,DIGEST]",
    options: { reason: "string", "known-good": "string" },
    run: (args, output) =>
      issue(args, output, {
        kind: "revoke",
        keyid: args.positional(0, "KEYID"),
        reason: args.required("reason"),
        knownGood: (args.values["known-good"] ?? "").split(",").filter((digest) => digest !== ""),
      }),
  },
  {
    name: "trust renew",
    usage: "[--review-after YYYY-MM-DD]",
    options: { "review-after": "string" },
    run: (args, output) =>
      issue(args, output, { kind: "renew", reviewAfter: args.values["review-after"] ?? null }),
  },
  {
    name: "trust rotate",
    usage: "[--keys N --threshold N] | --own",
    options: { keys: "string", threshold: "string", own: "boolean" },
    async run(args, output) {
      if (args.flags.has("own"))
        return issue(args, output, { kind: "rotateOwn", newPassphrase: newPassphrase() });
      const code = await issue(args, output, {
        kind: "rotateRoot",
        keys: args.whole("keys", 1),
        threshold: args.whole("threshold", 1),
        newPassphrase: newPassphrase(),
      });
      output.message(
        "Gửi bản này cho mọi đơn vị. Đơn vị nào bỏ lỡ bản này thì gửi bản kế tiếp (trust renew): bản ấy mang theo cả lần đổi gốc.",
      );
      return code;
    },
  },
  {
    name: "keys rotate",
    usage: "--out FILE",
    options: { out: "string" },
    async run(args, output) {
      const outcome = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const offer = await client.keys.rotate({
          passphrase: passphraseFromEnvironment(),
          newPassphrase: newPassphrase(),
        });
        return { path: await saveOffer(tickets, offer, { file: args.required("out") }), keyid: offer.keyid };
      });
      output.result(outcome, [`Phiếu đăng ký khóa mới: ${outcome.path}`, `Mã khóa: ${outcome.keyid}`]);
      return 0;
    },
  },
  {
    name: "keys paper",
    usage: "KEYID",
    options: {},
    async run(args, output) {
      const printed = await withOffice(args.required("data"), ({ client }) =>
        client.keys.paper({ keyid: args.positional(0, "KEYID"), passphrase: passphraseFromEnvironment() }),
      );
      output.result(printed, [printed.code]);
      return 0;
    },
  },
  {
    name: "keys pem",
    usage: "KEYID --out FILE.pem",
    options: { out: "string" },
    async run(args, output) {
      const filePassphrase = process.env["SCD_PEM_PASSPHRASE"];
      if (!filePassphrase)
        throw new CommandFailure(1, "Đặt mật khẩu của tệp PEM vào biến môi trường SCD_PEM_PASSPHRASE.");
      const path = await withOffice(args.required("data"), async ({ client, tickets }) =>
        saveOffer(
          tickets,
          await client.keys.rootPem({
            keyid: args.positional(0, "KEYID"),
            passphrase: passphraseFromEnvironment(),
            filePassphrase,
          }),
          { file: args.required("out") },
        ),
      );
      output.result({ path }, [path]);
      return 0;
    },
  },
  {
    name: "keys restore",
    usage: "",
    options: {},
    async run(args, output) {
      const code = process.env["SCD_PAPER_CODE"];
      if (!code) throw new CommandFailure(1, "Đặt mã khóa trên giấy vào biến môi trường SCD_PAPER_CODE.");
      const restored = await withOffice(args.required("data"), ({ client }) =>
        client.keys.restorePaper({ code, passphrase: passphraseFromEnvironment() }),
      );
      output.result(restored, [
        restored.wasHere ? `Khóa ${restored.keyid} đã có trên máy.` : `Đã khôi phục khóa ${restored.keyid}.`,
      ]);
      return 0;
    },
  },
  {
    name: "programmes share",
    usage: "MA --year Y --unit MA_DON_VI --target CHI_TIEU --amount SO",
    options: { year: "string", unit: "string", target: "string", amount: "string" },
    async run(args, output) {
      const outcome = await withOffice(args.required("data"), ({ client }) =>
        client.downward.setShares({
          code: args.positional(0, "MA"),
          year: args.whole("year", 0),
          shares: [
            {
              unitCode: args.required("unit"),
              target: args.required("target"),
              amount: args.whole("amount", 0),
            },
          ],
        }),
      );
      output.result(outcome, [outcome.changed > 0 ? "Đã giao." : "Không có gì thay đổi."]);
      return 0;
    },
  },
  {
    name: "programmes send",
    usage: "MA --year Y --units MA,MA --out DIR [--from YYYY-MM-DD] [--encrypt]",
    options: { year: "string", units: "string", out: "string", from: "string", encrypt: "boolean" },
    async run(args, output) {
      const sent = await withOffice(args.required("data"), (session) => sendProgramme(session, args));
      output.result(sent, [`Đã ghi ${sent.path}`, `Phiên bản ${sent.version}, mã gói ${sent.code}`]);
      return 0;
    },
  },
];
