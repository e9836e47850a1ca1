import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Outlier, ReportReview } from "../../../shared/contract/desk.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod, printPeriodWithin } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import "./desk.css";
import { figureColumns } from "./columns.ts";

type Total = ReportReview["totals"][number];

/** One report beside the period before and the year before: what stands out, union by union, and the sums. */
export function ReviewPage() {
  const t = useText();
  const { digest = "" }: { digest?: string } = useParams({ strict: false });
  const asked = useQuery(api.desk.review.queryOptions({ input: { digest } }));
  const { data } = asked;
  return (
    <div className="page desk">
      <header className="page-head">
        <h1>
          {data
            ? t("desk.review.title", { issuer: data.issuer.name, period: printPeriodWithin(data.period, t) })
            : t("desk.review.untitled")}
        </h1>
        <div className="page-actions">
          <Link
            className="link-button"
            to="/bundles/report/$digest"
            params={{ digest }}
            search={{ answer: true }}
          >
            {t("desk.review.answer")}
          </Link>
          <Link className="link-button" to="/bundles/report/$digest" params={{ digest }}>
            {t("desk.review.toReport")}
          </Link>
          <Link className="link-button" to="/desk">
            {t("desk.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={asked.error} />
      {asked.isPending && <p>{t("shell.loading")}</p>}
      {data && <Review data={data} t={t} />}
    </div>
  );
}

function Review({ data, t }: { readonly data: ReportReview; readonly t: Translate }) {
  const then = (period: string | null) => (period ? printPeriod(period, t) : t("desk.review.nothing"));
  const words = useDataWords();
  return (
    <>
      <p>
        {t("desk.review.compared", {
          number: data.unitsChecked,
          before: then(data.before),
          lastYear: then(data.lastYear),
        })}
      </p>
      <section aria-labelledby="desk-outliers" className="desk-part">
        <h2 id="desk-outliers">{t("desk.review.outliers", { number: data.outliers.length })}</h2>
        {data.outliers.length === 0 ? (
          <p>{t("desk.review.none")}</p>
        ) : (
          <DataTable
            label={t("desk.review.outliers", { number: data.outliers.length })}
            columns={outlierColumns(t, words)}
            rows={data.outliers}
            rowKey={({ unit, rule, elements }) => `${unit?.code ?? ""} ${rule} ${elements.join()}`}
          />
        )}
      </section>
      <section aria-labelledby="desk-totals" className="desk-part">
        <h2 id="desk-totals">{t("desk.review.totals")}</h2>
        <DataTable
          label={t("desk.review.totals")}
          columns={totalColumns(data, t, words)}
          rows={data.totals}
          rowKey={({ element }) => element}
        />
      </section>
    </>
  );
}

function outlierColumns(t: Translate, words: DataWords): readonly Column<Outlier>[] {
  return [
    {
      id: "unit",
      header: t("bundles.reporting.unit"),
      cell: ({ unit }) =>
        unit ? `${unit.code} ${unit.name}` : <Badge tone="accent">{t("desk.review.whole")}</Badge>,
      sortValue: ({ unit }) => unit?.code,
      isRowHeader: true,
      width: 260,
    },
    { id: "message", header: t("desk.review.message"), cell: ({ said }) => words.finding(said) },
    {
      id: "explanation",
      header: t("desk.review.explanation"),
      cell: ({ explanation, unit }) =>
        explanation ?? (unit ? <Badge tone="warn">{t("desk.review.unexplained")}</Badge> : "—"),
      sortValue: ({ explanation }) => explanation,
      width: 280,
    },
  ];
}

function totalColumns(data: ReportReview, t: Translate, words: DataWords): readonly Column<Total>[] {
  const figure = (value: number | null) => (value === null ? "—" : formatInteger(value));
  return [
    ...figureColumns(t, words),
    {
      id: "now",
      header: printPeriod(data.period, t),
      cell: ({ now }) => figure(now),
      align: "end",
      width: 160,
    },
    {
      id: "before",
      header: data.before ? printPeriod(data.before, t) : t("desk.review.before"),
      cell: ({ before }) => figure(before),
      align: "end",
      width: 160,
    },
    {
      id: "lastYear",
      header: data.lastYear ? printPeriod(data.lastYear, t) : t("desk.review.lastYear"),
      cell: ({ lastYear }) => figure(lastYear),
      align: "end",
      width: 160,
    },
  ];
}
