// The office's own signing key and its registration.
import { type Command, CommandFailure, passphraseFromEnvironment } from "../command.ts";
import { withOffice } from "../session.ts";
import { saveOffer } from "./files.ts";

export const keyCommands: readonly Command[] = [
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
];
