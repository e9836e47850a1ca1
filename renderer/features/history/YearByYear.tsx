import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Evaluation, unitsAsked } from "../../../shared/domain/evaluation.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { SortableTable } from "../../components/SortableTable.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { Coverage } from "./Coverage.tsx";
import { JudgedToday } from "./JudgedToday.tsx";

interface YearByYearProps {
  readonly programme: Programme;
  readonly isAdopted: boolean;
}

interface Line {
  readonly target: Target;
  readonly years: readonly (Evaluation | null)[];
}

/** Every target at every year of the term: one line a target, the last column the latest year. */
export function YearByYear({ programme, isAdopted }: YearByYearProps) {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const asked = useQuery(api.history.verdicts.queryOptions({ input: { code: programme.code } }));
  if (asked.error) return <ErrorCallout error={asked.error} />;
  if (asked.isPending) return <p>{t("shell.loading")}</p>;
  const { periods, rows } = asked.data;
  if (periods.length === 0 || programme.targets.length === 0)
    return (
      <EmptyState
        title={t("history.programme.noYears.title")}
        action={
          <Link className="link-button" to="/register/import" search={{ kind: "entries" }}>
            {t("history.programme.noYears.action")}
          </Link>
        }
      >
        {t("history.programme.noYears.lead")}
      </EmptyState>
    );
  const byTarget = new Map(rows.map((row) => [row.target, row.years]));
  const lines = programme.targets.map(
    (target): Line => ({ target, years: byTarget.get(target.id) ?? periods.map(() => null) }),
  );
  return (
    <div className="history-part">
      <p>{t("history.programme.yearsLead")}</p>
      <JudgedToday periods={periods} />
      <SortableTable
        label={t("history.programme.yearsTable")}
        rows={lines}
        rowKey={({ target }) => target.id}
        columns={[
          {
            id: "id",
            header: t("programmes.target.id"),
            cell: ({ target }) => (
              <Link
                className="nowrap"
                to="/history/series"
                search={{ programme: programme.code, target: target.id }}
                title={t("history.programme.toSeries")}
              >
                {target.id}
              </Link>
            ),
            sortValue: ({ target }) => target.id,
          },
          {
            id: "title",
            header: t("programmes.target.title"),
            isRowHeader: true,
            cell: ({ target }) => (isEnglish ? target.titleEnglish : target.title),
            sortValue: ({ target }) => target.title,
          },
          ...periods.map((period, index) => ({
            id: period,
            header: printPeriod(period, t),
            cell: ({ target, years }: Line) => (
              <YearCell
                row={years[index] ?? null}
                link={isAdopted ? { programme: programme.code, period, target: target.id } : null}
              />
            ),
            sortValue: ({ years }: Line) => years[index]?.status,
          })),
        ]}
      />
    </div>
  );
}

interface YearCellProps {
  readonly row: Evaluation | null;
  /** Where the figure comes from. */
  readonly link: { readonly programme: string; readonly period: string; readonly target: string } | null;
}

function YearCell({ row, link }: YearCellProps) {
  const t = useText();
  const words = useDataWords();
  if (row === null) return null;
  return (
    <span className="nowrap">
      {link ? (
        <Link to="/evaluation/$programme/$period/$target" params={link}>
          {words.result(row)}
        </Link>
      ) : (
        words.result(row)
      )}
      <br />
      <EvaluationMark status={row.status}>{t(`labels.evaluationStatus.${row.status}`)}</EvaluationMark>
      {row.numerator !== null && (
        <Coverage reporting={row.unitsReporting} asked={unitsAsked(row)} register={row.register} />
      )}
    </span>
  );
}
