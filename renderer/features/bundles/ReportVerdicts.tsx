import type { ReportView } from "../../../shared/contract/submissions.ts";
import { printedResultIn } from "../../../shared/domain/evaluate/display.ts";
import { COUNTED_REGISTER_LABELS } from "../../../shared/domain/labels.ts";
import { Badge } from "../../components/Badge.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Verdict } from "./Verdict.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printReached } from "../../text/print-programme.ts";
import { printNumber } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

type Line = ReportView["programmes"][number]["lines"][number];

/** Every target as the sender judged it. */
export function ReportVerdicts({ report }: { readonly report: ReportView }) {
  const t = useText();
  const words = useDataWords();
  // Vietnamese reads as the sender printed it.
  const language = useLanguage();
  const isPrinted = language === "vi";
  const columns: readonly Column<Line>[] = [
    { id: "target", header: t("bundles.report.target"), cell: (row) => row.target, width: 100 },
    { id: "title", header: t("bundles.report.content"), cell: (row) => row.title, isRowHeader: true },
    {
      id: "wanted",
      header: t("bundles.report.wanted"),
      cell: (row) => (isPrinted || !row.asked ? row.displayTarget : words.asked(row.asked)),
      width: 130,
    },
    {
      id: "display",
      header: t("bundles.report.result"),
      cell: (row) => printedResultIn(row.display, language),
      width: 150,
    },
    {
      id: "status",
      header: t("bundles.column.state"),
      cell: (row) => (
        <>
          <Verdict status={row.status} />{" "}
          {row.isProvisional && <Badge tone="warn">{t("bundles.report.provisional")}</Badge>}
        </>
      ),
      sortValue: (row) => row.status,
      width: 220,
    },
    {
      id: "units",
      header: t("bundles.report.unitsComplete"),
      cell: (row) =>
        row.register === null
          ? `${printNumber(row.unitsCounted)}/${printNumber(row.unitsCounted + row.unitsMissing)}`
          : COUNTED_REGISTER_LABELS[row.register][language],
      align: "end",
      width: 100,
    },
  ];
  if (report.programmes.length === 0)
    return (
      <EmptyState title={t("bundles.report.noVerdicts")}>{t("bundles.report.noVerdictsLead")}</EmptyState>
    );
  return (
    <div className="bundles-step">
      {report.programmes.map((programme) => (
        <section key={programme.code}>
          <h2>{programme.title}</h2>
          <p>
            {printReached(
              {
                outside: programme.outside,
                reached: programme.lines.filter(({ status }) => status === "met" || status === "exceeded")
                  .length,
                total: programme.lines.length,
              },
              t,
            )}
          </p>
          <DataTable
            label={programme.title}
            columns={columns}
            rows={programme.lines}
            rowKey={(row) => row.target}
          />
        </section>
      ))}
    </div>
  );
}
