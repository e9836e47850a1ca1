import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { EvaluationExplanation } from "../../../shared/contract/evaluation.ts";
import { formatEntry, formatInteger } from "../../../shared/domain/number-format.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { Select } from "../../components/Select.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { printBound, printFraction, printHundredths } from "./print-evaluation.ts";
import { Verdict } from "./Verdict.tsx";
import "./evaluation.css";

type UnitLine = EvaluationExplanation["units"][number];
type Show = "all" | "missing" | "losing";

/** "Từ đâu ra?": how one figure came about, and the units behind it. */
export function TargetPage() {
  const t = useText();
  const { programme, period, target }: { programme?: string; period?: string; target?: string } = useParams({
    strict: false,
  });
  const [show, setShow] = useState<Show>("all");
  const input = { programme: programme ?? "", period: (period ?? "") as never, target: target ?? "" };
  const explained = useQuery(api.evaluation.explain.queryOptions({ input }));
  const shown = useQuery(api.programmes.show.queryOptions({ input: { code: programme ?? "" } }));
  const definition = shown.data?.programme.targets.find((candidate) => candidate.id === target);
  const back = (
    <Link to="/evaluation/$programme/$period" params={{ programme: programme ?? "", period: period ?? "" }}>
      {t("evaluation.back")}
    </Link>
  );
  if (explained.error) {
    return (
      <div className="page">
        <Callout tone="danger">
          <ErrorWords error={explained.error} />
        </Callout>
        {back}
      </div>
    );
  }
  if (!explained.data) return <p className="page">{t("shell.loading")}</p>;
  const { row, byPolicy, units, elements } = explained.data;
  const visible = units.filter((unit) =>
    show === "missing"
      ? unit.standing === "missing" || unit.standing === "notReported"
      : show === "losing"
        ? (unit.numerator ?? 0) < (unit.denominator ?? 0)
        : true,
  );
  const columns: readonly Column<UnitLine>[] = [
    {
      id: "code",
      header: t("evaluation.unitColumn.code"),
      cell: ({ code }) => code,
      sortValue: ({ code }) => code,
      width: 96,
    },
    {
      id: "name",
      header: t("evaluation.unitColumn.name"),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
      isRowHeader: true,
    },
    {
      id: "standing",
      header: t("evaluation.unitColumn.standing"),
      cell: ({ standing }) => t(`evaluation.standing.${standing}`),
      sortValue: ({ standing }) => standing,
      width: 140,
    },
    ...elements.map(
      ({ code, label }, index): Column<UnitLine> => ({
        id: code,
        header: label,
        cell: ({ elements: figures }) =>
          printFigure(figures[index]?.code ?? code, figures[index]?.value ?? null),
        sortValue: ({ elements: figures }) => figures[index]?.value ?? null,
        width: 150,
        align: "end",
      }),
    ),
    {
      id: "numerator",
      header: t("evaluation.unitColumn.numerator"),
      cell: ({ numerator }) => (numerator === null ? "" : formatInteger(numerator)),
      sortValue: ({ numerator }) => numerator,
      width: 90,
      align: "end",
    },
    {
      id: "denominator",
      header: t("evaluation.unitColumn.denominator"),
      cell: ({ denominator }) => (denominator === null ? "" : formatInteger(denominator)),
      sortValue: ({ denominator }) => denominator,
      width: 90,
      align: "end",
    },
  ];
  const different = byPolicy.filter((other) => other.display !== row.display || other.status !== row.status);
  return (
    <div className="page evaluation">
      <p>{back}</p>
      <header className="page-head">
        <h1>
          {row.target} · {definition?.title ?? ""}
        </h1>
      </header>
      <section className="target-result" aria-label={t("evaluation.facts.value")}>
        <span className="target-figure">{row.display}</span>
        <Verdict status={row.status} />
        <span>
          {row.unitsMissing === 0
            ? t("evaluation.coverageWhole", { counted: row.unitsCounted })
            : t("evaluation.coverage", {
                counted: row.unitsCounted,
                all: row.unitsCounted + row.unitsMissing,
              })}
        </span>
      </section>
      {row.unitsMissing > 0 && (
        <Callout tone="warning">
          {t("evaluation.missing", { missing: row.unitsMissing })}{" "}
          {row.worst && row.best
            ? t("evaluation.between", { worst: printBound(row, row.worst), best: printBound(row, row.best) })
            : t("evaluation.unbounded")}
        </Callout>
      )}
      <KeyValue
        items={[
          { label: t("evaluation.facts.asked"), value: row.displayTarget },
          { label: t("evaluation.facts.fraction"), value: printFraction(row) },
          { label: t("evaluation.facts.period"), value: printPeriod(row.period, t) },
          { label: t("evaluation.facts.inForce"), value: row.targetInForce ?? t("evaluation.asIssued") },
          {
            label: t("evaluation.facts.policy"),
            value: t("evaluation.policyUsed", { policy: t(`evaluation.policy.${row.policy}`) }),
          },
          ...(row.completion === null
            ? []
            : [{ label: t("evaluation.facts.completion"), value: printHundredths(row.completion) }]),
          ...(definition?.note ? [{ label: t("evaluation.facts.note"), value: definition.note }] : []),
        ]}
      />
      {row.pace !== null && <p>{t("evaluation.pace", { pace: printHundredths(row.pace) })}</p>}
      {different.map((other) => (
        <p key={other.policy}>
          {t("evaluation.policyOther", {
            policy: t(`evaluation.policy.${other.policy}`),
            display: other.display,
            status: t(`labels.evaluationStatus.${other.status}`),
          })}
        </p>
      ))}
      <h2>{t("evaluation.whereFrom")}</h2>
      {definition !== undefined && definition.indicator.population !== "grassroots" && (
        <p>
          {t("evaluation.ownFigures")}{" "}
          <Link to="/entry/own/$period" params={{ period: ownPeriodOf(row.period) }}>
            {t("evaluation.openOwn")}
          </Link>
        </p>
      )}
      {units.length === 0 ? (
        <p>
          {t("evaluation.registerBased")} <Link to="/register">{t("evaluation.openRegister")}</Link>
        </p>
      ) : (
        <>
          <div className="evaluation-choices">
            <Select
              label={t("evaluation.whereFromLead")}
              value={show}
              onChange={setShow}
              options={[
                { id: "all" as const, label: t("evaluation.everyUnit") },
                { id: "missing" as const, label: t("evaluation.onlyMissing") },
                { id: "losing" as const, label: t("evaluation.onlyLosing") },
              ]}
            />
          </div>
          <DataTable
            label={t("evaluation.units")}
            columns={columns}
            rows={visible}
            rowKey={({ uid }) => uid}
          />
        </>
      )}
    </div>
  );
}

/** An office reports about itself by the quarter and longer; of a month, the quarter it falls in. */
function ownPeriodOf(code: string): string {
  const period = parsePeriod(code);
  return period?.rhythm === "month" ? `${period.year}-Q${Math.ceil(period.lastMonth / 3)}` : code;
}

function printFigure(code: string, value: number | null): string {
  return value === null ? "…" : formatEntry({ state: "value", value }, elementByCode(code).type);
}
