import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ComparedCell, ProgrammeComparison } from "../../../shared/contract/history.ts";
import { unitsAsked } from "../../../shared/domain/evaluation.ts";
import { api } from "../../api/api.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printResultValue, printTerm, titleOf } from "../../text/print-programme.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { Coverage } from "./Coverage.tsx";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { VerdictCounts } from "./VerdictCounts.tsx";

/** Programmes and terms beside each other: how much of each was reached, and the same thing asked with other values. */
export function ComparisonPage() {
  const t = useText();
  const asked = useQuery(api.history.compareProgrammes.queryOptions());
  return (
    <HistoryFrame lead={t("history.comparison.lead")} isPending={asked.isPending} error={asked.error}>
      {asked.data && (
        <>
          <VerdictCounts programmes={asked.data.programmes} />
          <Measures comparison={asked.data} />
        </>
      )}
    </HistoryFrame>
  );
}

function Measures({ comparison }: { readonly comparison: ProgrammeComparison }) {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const [onlyShared, setOnlyShared] = useState(true);
  const rows = comparison.measures.filter(
    ({ cells }) => !onlyShared || cells.filter((cell) => cell !== null).length > 1,
  );
  // A programme that asks for none of it would be an empty column.
  const columns = comparison.programmes.flatMap((programme, index) =>
    rows.some(({ cells }) => (cells[index] ?? null) !== null) ? [{ programme, index }] : [],
  );
  if (rows.length === 0)
    return (
      <EmptyState
        title={t("history.comparison.nothing.title")}
        action={
          <Link className="link-button" to="/programmes">
            {t("history.comparison.nothing.action")}
          </Link>
        }
      >
        {t("history.comparison.nothing.lead")}
      </EmptyState>
    );
  return (
    <section className="history-part" aria-labelledby="history-measures">
      <h2 id="history-measures">{t("history.comparison.measures")}</h2>
      <div className="history-choice">
        <Checkbox isSelected={onlyShared} onChange={setOnlyShared}>
          {t("history.comparison.onlyShared")}
        </Checkbox>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is reached by keys */}
      <div className="history-scroll" tabIndex={0} role="region" aria-labelledby="history-measures">
        <table className="plain-table" aria-label={t("history.comparison.measures")}>
          <thead>
            <tr>
              <th scope="col">{t("history.comparison.measure")}</th>
              {columns.map(({ programme }) => (
                <th key={programme.code} scope="col">
                  <Link to="/history/programmes/$code" params={{ code: programme.code }}>
                    {programme.code}
                  </Link>
                  <small>{printTerm(programme.term, t)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, title, titleEnglish, cells }) => (
              <tr key={key}>
                <th scope="row">{isEnglish ? titleEnglish : titleOf(title)}</th>
                {columns.map(({ programme, index }) => (
                  <td key={programme.code}>
                    <Cell programme={programme.code} cell={cells[index] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ programme, cell }: { readonly programme: string; readonly cell: ComparedCell | null }) {
  const t = useText();
  const words = useDataWords();
  if (cell === null) return null;
  const { target, asked, evaluated, published, measureUnit } = cell;
  return (
    <>
      {target !== null && asked && (
        <div>
          {words.asked({ ...asked, measureUnit })}{" "}
          <Link to="/history/series" search={{ programme, target }}>
            {target}
          </Link>
        </div>
      )}
      {evaluated && (
        <div className="nowrap">
          {target === null ? (
            words.result(evaluated)
          ) : (
            <Link
              to="/evaluation/$programme/$period/$target"
              params={{ programme, period: evaluated.period, target }}
            >
              {words.result(evaluated)}
            </Link>
          )}{" "}
          <EvaluationMark status={evaluated.status}>
            {t(`labels.evaluationStatus.${evaluated.status}`)}
          </EvaluationMark>
          {evaluated.numerator !== null && (
            <Coverage
              reporting={evaluated.unitsReporting}
              asked={unitsAsked(evaluated)}
              register={evaluated.register}
            />
          )}
        </div>
      )}
      {published.map((value) => (
        <div key={`${value.bound} ${value.amount}`}>
          {t("history.comparison.publishedValue", { value: printResultValue(value, t) })}
        </div>
      ))}
    </>
  );
}
