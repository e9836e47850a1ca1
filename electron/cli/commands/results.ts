import { unapprovedText } from "../../api/bundle/summary-text.ts";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { printSpread } from "../../../shared/domain/evaluate/average.ts";
import { printCoverage } from "../../../shared/domain/evaluate/print-coverage.ts";
import { outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { EVALUATION_STATUS_LABELS } from "../../../shared/domain/labels.ts";
import { periodOf, RHYTHMS, type Rhythm } from "../../../shared/domain/period.ts";
import { findingSentence } from "../../../shared/domain/validation/finding-sentence.ts";
import { readTableBytes } from "../../files/read-table.ts";
import type { Table } from "../../files/table.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import type { Command } from "../command.ts";
import { finish, withOffice } from "../session.ts";
import { reachedLine } from "./reached-line.ts";

/** `--form` and `--period` of a command. @throws {UsageError} */
export function formAndPeriod(args: Arguments): { form: Rhythm; period: string } {
  const form = RHYTHMS.find((rhythm) => rhythm === args.required("form"));
  if (!form) throw new UsageError(`--form phải là ${RHYTHMS.join(", ")}`);
  // The contract checks the period; its input type is branded.
  return { form, period: args.required("period") };
}

/** Each line of a table by its headings. */
function objectsOf({ header, rows }: Table): Record<string, string>[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index]?.text ?? ""])),
  );
}

const FORM_OPTIONS = { form: "string", period: "string" } as const;

/** What a report contains that nobody has approved, said before and when it is approved. */
function unapprovedLines({
  period,
  unapproved,
}: {
  period: string;
  unapproved: readonly string[];
}): string[] {
  return unapproved.length === 0
    ? []
    : [`Trong đó có số liệu chưa duyệt: ${unapprovedText(periodOf(period), unapproved)}.`];
}

export const resultCommands: readonly Command[] = [
  {
    name: "entries export",
    usage: "[--period P]",
    options: { period: "string" },
    async run(args, output) {
      const period = args.values["period"] ?? null;
      const bytes = await withOffice(args.required("data"), async ({ client, tickets }) => {
        const { offer } = await finish(await client.imports.exportEntries({ period }));
        return tickets.collect(offer.ticket)?.bytes ?? new Uint8Array();
      });
      if (output.isJson) output.result(objectsOf(await readTableBytes(bytes)), []);
      else process.stdout.write(bytes);
      return 0;
    },
  },
  {
    name: "evaluate",
    usage: "--programme CODE --period P",
    options: { programme: "string", period: "string" },
    async run(args, output) {
      const [code, period] = [args.required("programme"), args.required("period")];
      const { rows, last } = await withOffice(args.required("data"), async ({ client }) => {
        const { rows, summary } = await client.evaluation.evaluate({ programme: code, period });
        const { programme } = await client.programmes.show({ code });
        const { office } = await client.office.status();
        const outside = outsideProgramme(programme, periodOf(period)) ?? null;
        return {
          rows,
          // No sum of a register that stands beside the reports: the page says so, too.
          last:
            outside === null && office?.role === "receiver"
              ? `Chỉ tính sổ của chính cơ quan; đánh giá trên báo cáo đã tiếp nhận: consolidate --period ${period}`
              : reachedLine({ outside, reached: summary.reached, total: summary.total }),
        };
      });
      output.result(
        rows.map((row) => ({
          target: row.target,
          status: row.status,
          numerator: row.numerator,
          denominator: row.denominator,
          averagedMonths: row.averagedMonths,
          comparator: row.comparator,
          value: row.value,
          display: row.display,
          unitsCounted: row.unitsCounted,
          unitsReporting: row.unitsReporting,
          unitsMissing: row.unitsMissing,
          register: row.register,
          policy: row.policy,
          period: row.period,
          targetInForce: row.targetInForce,
        })),
        [
          ...rows.map((row) =>
            [
              row.target,
              EVALUATION_STATUS_LABELS[row.status].vi,
              row.averagedMonths === null || row.numerator === null
                ? row.display
                : `${row.display} (${printSpread(row.numerator, row.averagedMonths)})`,
              row.displayTarget,
              printCoverage(row),
            ].join("\t"),
          ),
          last,
        ],
      );
      return 0;
    },
  },
  {
    name: "check",
    usage: "--form F --period P",
    options: FORM_OPTIONS,
    async run(args, output) {
      const { check, prepared } = await withOffice(args.required("data"), async ({ client }) => ({
        check: await client.entries.check(formAndPeriod(args)),
        prepared: await client.submissions.prepare(formAndPeriod(args)),
      }));
      const { unitsExpected, unitsStarted, unitsComplete, unitsMissing, unapproved } = prepared;
      const standing = {
        unitsExpected,
        unitsStarted,
        unitsComplete,
        unitsMissing: unitsMissing.map(({ code }) => code),
        unapproved,
      };
      const findings = check.findings.map((finding) => ({
        ...finding,
        message: findingSentence(finding.said, "vi", elementByCode),
      }));
      output.result({ ...check, findings, ...standing }, [
        ...findings.map(
          ({ severity, rule, unitCode, message }) =>
            `${severity === "block" ? "✕" : "!"} ${rule} ${unitCode ?? ""} ${message}`,
        ),
        `${check.blocking} lỗi chặn, ${check.unexplained} cảnh báo chưa giải trình, ${check.unitsChecked} đơn vị.`,
        `Đã có số liệu ${unitsStarted}/${unitsExpected} đơn vị; ${unitsComplete} đơn vị đủ mọi ô.`,
        ...(unitsMissing.length === 0
          ? []
          : [`Chưa có số liệu: ${unitsMissing.map(({ code }) => code).join(", ")}.`]),
        ...unapprovedLines(prepared),
      ]);
      return 0;
    },
  },
  {
    name: "explain",
    usage: "--form F --period P --text T [--rule V21] [--unit C]",
    options: { ...FORM_OPTIONS, text: "string", rule: "string", unit: "string" },
    async run(args, output) {
      const { form, period } = formAndPeriod(args);
      const explained = await withOffice(args.required("data"), async ({ client }) => {
        const { findings } = await client.entries.check({ form, period });
        const wanted = findings.filter(
          (finding) =>
            finding.severity === "warn" &&
            finding.explanation === null &&
            (!args.values["rule"] || finding.rule === args.values["rule"]) &&
            (!args.values["unit"] || finding.unitCode === args.values["unit"]),
        );
        for (const finding of wanted)
          if (finding.unitUid)
            await client.entries.explain({
              form,
              period,
              unit: finding.unitUid,
              rule: finding.rule,
              elements: [...finding.elements],
              text: args.required("text"),
            });
        return wanted.length;
      });
      output.result({ explained }, [`Đã ghi giải trình cho ${explained} cảnh báo.`]);
      return 0;
    },
  },
  {
    name: "approve",
    usage: '--form F --period P [--incomplete "LY DO"]',
    options: { ...FORM_OPTIONS, incomplete: "string" },
    async run(args, output) {
      const incompleteReason = args.values["incomplete"];
      const prepared = await withOffice(args.required("data"), async ({ client }) =>
        finish(
          await client.submissions.approve({
            ...formAndPeriod(args),
            ...(incompleteReason === undefined ? {} : { incompleteReason }),
          }),
        ),
      );
      output.result(
        {
          form: prepared.form,
          period: prepared.period,
          state: prepared.state,
          approvedBy: prepared.approvedBy,
          unitsExpected: prepared.unitsExpected,
          unitsStarted: prepared.unitsStarted,
          unitsComplete: prepared.unitsComplete,
          incompleteReason: prepared.incompleteReason,
          unapproved: prepared.unapproved,
        },
        [
          `Đã duyệt và khóa kỳ ${prepared.period}: ${prepared.unitsStarted}/${prepared.unitsExpected} đơn vị có số liệu.`,
          ...unapprovedLines(prepared),
        ],
      );
      return 0;
    },
  },
];
