// The printed report and the paper forms without a window.
import { REPORT_FILES } from "../../../shared/contract/report.ts";
import { UsageError } from "../arguments.ts";
import { type Command, CommandFailure } from "../command.ts";
import { sentenceOf } from "../messages.ts";
import { finish, withOffice } from "../session.ts";
import { saveOffer } from "./files.ts";
import { formAndPeriod } from "./results.ts";

const OPTIONS = { form: "string", period: "string", out: "string" } as const;

export const reportCommands: readonly Command[] = [
  {
    name: "report write",
    usage: `--form F --period P --out DIR [--files ${REPORT_FILES.join(",")}]`,
    options: { ...OPTIONS, files: "string" },
    async run(args, output) {
      const asked = formAndPeriod(args);
      const folder = args.required("out");
      const files = filesAsked(args.values["files"]);
      const { paths, sheet } = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const written: string[] = [];
        for (const offer of await client.report.write({ ...asked, files }))
          written.push(await saveOffer(tickets, offer, { folder }));
        return { paths: written, sheet: await client.report.open(asked) };
      });
      const missing = sheet.missing.map(({ name }) => name);
      if (!sheet.isFrozen && sheet.unwritten.length > 0)
        output.message(`Còn ${sheet.unwritten.length} mục chưa viết: ${sheet.unwritten.join("; ")}.`);
      if (!sheet.isFrozen && missing.length > 0)
        output.message(`Còn ${missing.length} số liệu trong câu chưa có: ${missing.join("; ")}.`);
      output.result(
        {
          files: paths,
          isSigned: sheet.isFrozen,
          isAsSigned: sheet.isAsSigned,
          unwritten: sheet.unwritten,
          missing,
        },
        paths,
      );
      return 0;
    },
  },
  {
    name: "report forms",
    usage: "--form F --period P --out DIR [--units C1,C2 | --all] [--filled]",
    options: { ...OPTIONS, units: "string", all: "boolean", filled: "boolean" },
    async run(args, output) {
      const asked = formAndPeriod(args);
      const folder = args.required("out");
      const codes = args.values["units"]?.split(",").map((code) => code.trim());
      const isFilled = args.flags.has("filled");
      const path = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const isNamed = codes !== undefined || args.flags.has("all") || isFilled;
        const { units } = await client.entries.open(asked);
        const wanted = codes?.map((code) => {
          const unit = units.find((candidate) => candidate.code === code);
          if (!unit) throw new CommandFailure(7, `${sentenceOf("UNIT_UNKNOWN")} (${code})`);
          return unit.uid;
        });
        const offer = await finish(
          await client.report.writeEntryForm({
            ...asked,
            units: isNamed ? (wanted ?? units.map(({ uid }) => uid)) : null,
            isFilled,
          }),
        );
        return saveOffer(tickets, offer, { folder });
      });
      output.result({ files: [path] }, [path]);
      return 0;
    },
  },
];

function filesAsked(names: string | undefined): (typeof REPORT_FILES)[number][] {
  if (names === undefined) return [...REPORT_FILES];
  return names.split(",").map((name) => {
    const file = REPORT_FILES.find((candidate) => candidate === name.trim());
    if (!file) throw new UsageError(`--files phải là ${REPORT_FILES.join(", ")}`);
    return file;
  });
}
