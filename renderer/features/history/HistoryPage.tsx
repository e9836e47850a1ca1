import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { HistoryProgramme } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import type { Column } from "../../components/DataTable.tsx";
import { printNumber, printPeriodWithin } from "../../text/print.ts";
import { printTerm, programmeState } from "../../text/print-programme.ts";
import { type Translate, useLanguage, useText } from "../../text/use-text.ts";
import { HistoryFrame } from "./HistoryFrame.tsx";
import { SearchedTable } from "./SearchedTable.tsx";

/** Programmes of every term, adopted or only in the catalogue: the place where the past is opened. */
export function HistoryPage() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const today = useQuery(api.office.status.queryOptions()).data?.today ?? "";
  const list = useQuery(api.history.programmes.queryOptions());
  return (
    <HistoryFrame lead={t("history.programmes.lead")} isPending={list.isPending} error={list.error}>
      {list.data && (
        <SearchedTable
          label={t("history.programmes.table")}
          columns={columnsOf(t, isEnglish, today)}
          rows={list.data}
          rowKey={({ code }) => code}
          textOf={searchTextOf}
        />
      )}
    </HistoryFrame>
  );
}

function searchTextOf({ code, title, titleEnglish, issuer, symbol, legalBases }: HistoryProgramme): string {
  const bases = legalBases.map((basis) => basis.symbol ?? basis.subject).join(" ");
  return `${code} ${title} ${titleEnglish} ${issuer} ${symbol ?? ""} ${bases}`;
}

function columnsOf(t: Translate, isEnglish: boolean, today: string): readonly Column<HistoryProgramme>[] {
  return [
    {
      id: "term",
      header: t("programmes.columns.term"),
      cell: ({ term }) => <span className="nowrap">{printTerm(term, t)}</span>,
      sortValue: ({ term }) => term.from,
    },
    {
      id: "title",
      header: t("programmes.columns.title"),
      isRowHeader: true,
      cell: ({ code, title, titleEnglish, issuer }) => (
        <>
          <Link to="/history/programmes/$code" params={{ code }}>
            {isEnglish ? titleEnglish : title}
          </Link>
          <small>{issuer}</small>
        </>
      ),
      sortValue: ({ title }) => title,
    },
    {
      id: "symbol",
      header: t("programmes.columns.symbol"),
      cell: ({ symbol }) => <span className="nowrap">{symbol ?? t("shell.none")}</span>,
      sortValue: ({ symbol }) => symbol,
    },
    {
      id: "basis",
      header: t("history.programmes.basis"),
      cell: ({ legalBases }) =>
        legalBases.map(({ symbol, subject }) => symbol ?? subject).join("; ") || t("shell.none"),
    },
    {
      id: "state",
      header: t("programmes.columns.state"),
      cell: (row) => programmeState(row, today, t),
      sortValue: (row) => programmeState(row, today, t),
    },
    {
      id: "targets",
      header: t("programmes.columns.targets"),
      cell: ({ targets }) => printNumber(targets),
      sortValue: ({ targets }) => targets,
      align: "end",
    },
    {
      id: "evaluated",
      header: t("history.programmes.evaluated"),
      cell: (row) => (
        <>
          {evaluatedWords(row, t)}
          {row.published && (
            <small>
              {t("history.programmes.published", {
                total: row.published.total,
                reached: row.published.reached,
              })}
            </small>
          )}
        </>
      ),
      sortValue: ({ evaluated }) => evaluated && evaluated.reached / Math.max(1, evaluated.total),
    },
  ];
}

function evaluatedWords({ evaluated, adoptedAt, targets }: HistoryProgramme, t: Translate): string {
  if (evaluated)
    return t("history.programmes.evaluatedAt", {
      reached: evaluated.reached,
      total: evaluated.total,
      period: printPeriodWithin(evaluated.period ?? "", t),
    });
  if (targets === 0) return t("history.programmes.noTargets");
  return t(adoptedAt === null ? "history.programmes.notAdopted" : "history.programmes.noFigures");
}
