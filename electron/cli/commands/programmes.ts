import type { Command } from "../command.ts";
import { withOffice } from "../session.ts";
import { saveOffer, ticketFor } from "./files.ts";

export const programmeCommands: readonly Command[] = [
  {
    name: "programmes list",
    usage: "",
    options: {},
    async run(args, output) {
      const programmes = await withOffice(args.required("data"), ({ client }) => client.programmes.list());
      output.result(
        programmes,
        programmes.map((programme) =>
          [
            programme.code,
            programme.title,
            `${programme.targets} chỉ tiêu`,
            programme.adoptedAt ? "đã nhận" : "",
          ].join("\t"),
        ),
      );
      return 0;
    },
  },
  {
    name: "programmes show",
    usage: "CODE",
    options: {},
    async run(args, output) {
      const shown = await withOffice(args.required("data"), ({ client }) =>
        client.programmes.show({ code: args.positional(0, "CODE") }),
      );
      output.result(shown.programme, [
        shown.programme.title,
        ...shown.programme.targets.map((target) => `${target.id}\t${target.title}`),
      ]);
      return 0;
    },
  },
  {
    name: "programmes adopt",
    usage: "CODE [--owner-unit C]",
    options: { "owner-unit": "string" },
    async run(args, output) {
      const ownerUnitCode = args.values["owner-unit"];
      const summary = await withOffice(args.required("data"), ({ client }) =>
        client.programmes.adopt({
          code: args.positional(0, "CODE"),
          ...(ownerUnitCode ? { ownerUnitCode } : {}),
        }),
      );
      output.result(summary, [`Đã nhận ${summary.code}: ${summary.targets} chỉ tiêu.`]);
      return 0;
    },
  },
  {
    name: "programmes unadopt",
    usage: "CODE",
    options: {},
    async run(args, output) {
      const summary = await withOffice(args.required("data"), ({ client }) =>
        client.programmes.unadopt({ code: args.positional(0, "CODE") }),
      );
      output.result(summary, [`Đã ngừng dùng ${summary.code}. Nhận lại được bất cứ lúc nào.`]);
      return 0;
    },
  },
  {
    name: "programmes export",
    usage: "CODE --out FILE.json",
    options: { out: "string" },
    async run(args, output) {
      const path = await withOffice(args.required("data"), async ({ client, tickets }) =>
        saveOffer(tickets, await client.programmeEditing.exportFile({ code: args.positional(0, "CODE") }), {
          file: args.required("out"),
        }),
      );
      output.result({ path }, [`Đã ghi ${path}.`]);
      return 0;
    },
  },
  {
    name: "programmes import",
    usage: "FILE.json",
    options: {},
    async run(args, output) {
      const summary = await withOffice(args.required("data"), ({ client, tickets }) =>
        client.programmes.importFile({ ticket: ticketFor(tickets, args.positional(0, "FILE.json")).ticket }),
      );
      output.result(summary, [`Đã nhập ${summary.code}: ${summary.targets} chỉ tiêu.`]);
      return 0;
    },
  },
];
