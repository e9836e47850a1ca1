import type { ConsolidatedVerdict, ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { EVALUATION_STATUSES } from "../../../shared/domain/evaluation.ts";
import { COUNTED_REGISTER_LABELS } from "../../../shared/domain/labels.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printReached, titleBeside } from "../../text/print-programme.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

/** The province's programmes over all reports: shares of the sums, and how many offices for what they answer themselves. */
export function ConsolidatedVerdicts({ view }: { readonly view: ConsolidationView }) {
  const t = useText();
  const words = useDataWords();
  const language = useLanguage();
  const columns: readonly Column<ConsolidatedVerdict>[] = [
    { id: "target", header: t("evaluation.column.code"), cell: ({ target }) => target, width: 92 },
    {
      id: "title",
      header: t("evaluation.column.target"),
      cell: ({ title, displayTarget }) => titleBeside(title, displayTarget),
      isRowHeader: true,
    },
    {
      id: "asked",
      header: t("evaluation.column.asked"),
      cell: words.askedBy,
      width: 140,
    },
    {
      id: "value",
      header: t("evaluation.column.value"),
      cell: (row) => (
        <span>
          {words.result(row)}
          {row.numerator !== null && row.denominator !== null && (
            <small className="desk-note">
              {formatInteger(row.numerator)}/{formatInteger(row.denominator)}
            </small>
          )}
        </span>
      ),
      width: 150,
      align: "end",
    },
    {
      id: "units",
      header: t("desk.consolidation.answering"),
      cell: ({ unitsCounted, unitsMissing, officesMissing, isByOffice, register }) => (
        <span>
          {register === null
            ? t(isByOffice ? "desk.consolidation.ofOffices" : "desk.consolidation.ofUnits", {
                number: unitsCounted,
                of: unitsCounted + unitsMissing,
              })
            : COUNTED_REGISTER_LABELS[register][language]}
          {officesMissing > 0 && !isByOffice && (
            <small className="desk-note">{t("desk.consolidation.without", { number: officesMissing })}</small>
          )}
        </span>
      ),
      width: 170,
      align: "end",
    },
    {
      id: "status",
      header: t("evaluation.column.status"),
      cell: ({ status }) => (
        <EvaluationMark status={status}>{t(`labels.evaluationStatus.${status}`)}</EvaluationMark>
      ),
      sortValue: ({ status }) => EVALUATION_STATUSES.indexOf(status),
      width: 170,
    },
  ];
  if (view.programmes.length === 0)
    return (
      <EmptyState title={t("desk.consolidation.noProgramme.title")}>
        {t("desk.consolidation.noProgramme.lead")}
      </EmptyState>
    );
  return (
    <div className="desk-part">
      {view.programmes.map(({ code, title, outside, reached, rows }) => (
        <section key={code} className="desk-part">
          <h2>{title}</h2>
          <p>{printReached({ outside, reached, total: rows.length }, t)}</p>
          <DataTable label={title} columns={columns} rows={rows} rowKey={({ target }) => target} />
        </section>
      ))}
    </div>
  );
}
