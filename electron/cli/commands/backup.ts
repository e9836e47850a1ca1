import { basename, join, resolve } from "node:path";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { isReceiptAwaited } from "../../api/backup/restored-state.ts";
import { restoreOver } from "../../api/backup/restore-over.ts";
import { type UnpackedBackup, unpackBackup } from "../../api/backup/unpack-backup.ts";
import { openHost } from "../../api/host.ts";
import { runCryptoSelfTest } from "../../exchange/crypto-self-test.ts";
import { type Command, CommandFailure } from "../command.ts";
import { sentenceOf } from "../messages.ts";
import { CLOCK, finish, withOffice } from "../session.ts";
import { saveOffer } from "./files.ts";

/** Nothing was decided: the person is asked first (bundle.md §2.9). */
const EXIT_CONFIRM = 8;

/** The passphrase of a backup is another than that of the keys, and never stands on a command line. */
function backupPassphrase(): string | null {
  return process.env["SCD_BACKUP_PASSPHRASE"] || null;
}

function existing(path: string): string {
  if (!existsSync(path)) throw new CommandFailure(7, sentenceOf("ENOENT"));
  if (!statSync(path).isFile()) throw new CommandFailure(7, sentenceOf("EISDIR"));
  return resolve(path);
}

type Facts = Pick<
  BackupReport,
  | "ok"
  | "fileName"
  | "size"
  | "sha256"
  | "isEncrypted"
  | "madeAt"
  | "office"
  | "lastActAt"
  | "counts"
  | "archived"
>;

function factsOf(path: string, { manifest, facts, ...file }: UnpackedBackup): Facts {
  return {
    ok: true,
    fileName: basename(path),
    size: file.size,
    sha256: file.sha256,
    isEncrypted: file.isEncrypted,
    madeAt: manifest?.created_at ?? null,
    office: { code: facts.office.code, name: facts.office.name },
    lastActAt: facts.auditHead.at,
    counts: facts.counts,
    archived: manifest?.archive.length ?? 0,
  };
}

function linesOf({ office, lastActAt, counts, madeAt }: Facts): string[] {
  return [
    `${office?.name ?? ""} (${office?.code ?? ""}), tạo lúc ${madeAt ?? "không rõ"}, việc cuối cùng lúc ${lastActAt ?? ""}.`,
    `${counts?.units ?? 0} đơn vị, ${counts?.entries ?? 0} số liệu, ${counts?.submissions ?? 0} báo cáo đã ký, ${counts?.received ?? 0} gói đã nhận.`,
  ];
}

export const backupCommands: readonly Command[] = [
  {
    name: "backup create",
    usage: "DIR",
    options: {},
    async run(args, output) {
      const folder = args.positional(0, "DIR");
      const passphrase = backupPassphrase();
      const made = await withOffice(args.required("data"), async ({ client, tickets }) => {
        mkdirSync(folder, { recursive: true });
        const { offer, ...result } = await finish(await client.backup.create({ passphrase }));
        return { ...result, path: await saveOffer(tickets, offer, { folder }) };
      });
      if (passphrase === null)
        output.message(
          "Tệp không có mật khẩu: ai có tệp cũng đọc được số liệu. Đặt SCD_BACKUP_PASSPHRASE để có mật khẩu.",
        );
      if (made.archiveFaults > 0)
        output.message(
          `${made.archiveFaults} gói đã nhận không còn nguyên vẹn nên không nằm trong bản sao lưu.`,
        );
      const { backup, path, sha256, archiveFaults } = made;
      output.result(
        {
          path,
          sha256,
          size: backup.size,
          isEncrypted: backup.isEncrypted,
          counts: backup.counts,
          archiveFaults,
        },
        [`Đã sao lưu vào ${path}`, `SHA-256 ${sha256}`],
      );
      return 0;
    },
  },
  {
    name: "backup verify",
    usage: "FILE",
    options: {},
    async run(args, output) {
      const path = existing(args.positional(0, "FILE"));
      runCryptoSelfTest();
      const into = mkdtempSync(join(tmpdir(), "scd-verify-"));
      try {
        const facts = factsOf(
          path,
          await unpackBackup(path, into, backupPassphrase(), undefined, () => undefined),
        );
        output.result(facts, ["Bản sao lưu nguyên vẹn.", ...linesOf(facts)]);
        return 0;
      } finally {
        rmSync(into, { recursive: true, force: true });
      }
    },
  },
  {
    name: "backup no-receipt",
    usage: "",
    options: {},
    async run(args, output) {
      const { restored } = await withOffice(args.required("data"), ({ client }) =>
        client.backup.declareNoReceipt(),
      );
      output.result(restored, ["Đã ghi nhận: không có biên nhận nào mới hơn bản sao lưu."]);
      return 0;
    },
  },
  {
    name: "restore",
    usage: "FILE [--replace]",
    options: { replace: "boolean" },
    async run(args, output) {
      const path = existing(args.positional(0, "FILE"));
      const data = args.required("data");
      runCryptoSelfTest();
      const outcome = await restoreOver({
        folder: data,
        path,
        passphrase: backupPassphrase(),
        clock: CLOCK,
        holder: `cli, ${process.pid}`,
        mayReplace: args.flags.has("replace"),
      });
      if (outcome.kind === "confirm") {
        output.message(`${sentenceOf("CONFIRMATION_NEEDED", { code: outcome.code })} (CONFIRMATION_NEEDED)`);
        return EXIT_CONFIRM;
      }
      // Opened once as everybody else will: what is said here has been seen to work.
      const host = await openHost({ dataFolder: data, clock: CLOCK, program: "cli" });
      try {
        const { office } = host.context.workspace;
        const facts = factsOf(path, outcome.backup);
        output.result(
          {
            ...facts,
            instanceId: office?.instanceId,
            previousInstanceId: office?.previousInstanceId,
            replaced: outcome.replaced,
          },
          [
            "Đã khôi phục.",
            ...linesOf(facts),
            ...(outcome.replaced ? ["Sổ trước đó được cất trong thư mục replaced/."] : []),
            ...(isReceiptAwaited(host.context.workspace.db)
              ? [
                  "Trước khi ký gói mới: nhận biên nhận mới nhất bằng receive, hoặc chạy backup no-receipt nếu chưa từng có.",
                ]
              : []),
          ],
        );
        return 0;
      } finally {
        await host.close();
      }
    },
  },
];
