// The printed report and the paper forms without a window.
import { REPORT_FILES } from "../../../shared/contract/report.ts";
import { parseDocumentNumber } from "../../../shared/domain/report/lines.ts";
import { isBundleCode } from "../../exchange/bundle-code.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import { type Command, CommandFailure } from "../command.ts";
import { sentenceOf } from "../messages.ts";
import type { Output } from "../output.ts";
import { finish, type Session, withOffice } from "../session.ts";
import { saveOffer } from "./files.ts";
import { formAndPeriod } from "./results.ts";

const OPTIONS = { form: "string", period: "string", out: "string" } as const;

export const reportCommands: readonly Command[] = [
  {
    name: "report write",
    usage: `--form F --period P --out DIR [--files ${REPORT_FILES.join(",")}] | --submission MA_GOI|DIGEST --out DIR`,
    options: { ...OPTIONS, files: "string", submission: "string" },
    async run(args, output) {
      const submission = args.values["submission"];
      if (submission !== undefined) return writeSigned(submission, args, output);
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
          signedAs: sheet.signedAs,
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

/** Every document of a report that was sent or received, as its bundle holds it. */
async function writeSigned(submission: string, args: Arguments, output: Output): Promise<number> {
  const folder = args.required("out");
  const { signed, paths } = await withOffice(args.required("data"), async ({ client, tickets }) => {
    const known = [...(await client.submissions.list()), ...(await client.submissions.received())];
    const found = known.find(
      ({ digest }) => digest === submission.trim().toLowerCase() || isBundleCode(submission, digest),
    );
    if (!found) throw new CommandFailure(7, sentenceOf("BUNDLE_UNKNOWN"));
    const written: string[] = [];
    for (const offer of await client.report.writeSigned({ digest: found.digest }))
      written.push(await saveOffer(tickets, offer, { folder }));
    return { signed: await client.report.signed({ digest: found.digest }), paths: written };
  });
  const { digest, documents } = signed;
  output.result(
    { files: paths, isSigned: true, signedAs: digest, sha256: documents.map(({ sha256 }) => sha256) },
    paths,
  );
  return 0;
}

/** Writes `--number` and `--date` on the report that is about to be signed; what is not given stays. */
export async function writeNumber(
  client: Session["client"],
  asked: ReturnType<typeof formAndPeriod>,
  args: Arguments,
): Promise<void> {
  const given = args.values["number"];
  const issuedOn = args.values["date"];
  const number = given === undefined ? undefined : parseDocumentNumber(given);
  if (given !== undefined && !number) throw new UsageError("--number viết như 12 hoặc 12/BC-LĐLĐ");
  const wanted: Readonly<Record<string, string | undefined>> = {
    number: number?.number,
    symbolSuffix: number?.suffix,
    issuedOn,
  };
  const { parts } = await client.report.open(asked);
  const changed = parts.flatMap(({ part, text, revision }) => {
    const next = wanted[part];
    return next === undefined || next === text ? [] : [{ part, text: next, expectedRevision: revision }];
  });
  if (changed.length > 0) await client.report.save({ ...asked, parts: changed });
}

function filesAsked(names: string | undefined): (typeof REPORT_FILES)[number][] {
  if (names === undefined) return [...REPORT_FILES];
  return names.split(",").map((name) => {
    const file = REPORT_FILES.find((candidate) => candidate === name.trim());
    if (!file) throw new UsageError(`--files phải là ${REPORT_FILES.join(", ")}`);
    return file;
  });
}
