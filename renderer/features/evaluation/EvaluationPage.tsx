import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Evaluation, EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { EVALUATION_STATUSES } from "../../../shared/domain/evaluation.ts";
import { periodsOfYear } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Callout } from "../../components/Callout.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Select } from "../../components/Select.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { printFraction, printHundredths } from "./print-evaluation.ts";
import { Verdict } from "./Verdict.tsx";
import "./evaluation.css";

interface Line {
  readonly row: Evaluation;
  readonly title: string;
}

/** The scoreboard of a programme at a period. */
export function EvaluationPage() {
  const t = useText();
  const navigate = useNavigate();
  const year = useWorkingYear();
  const params: { programme?: string; period?: string } = useParams({ strict: false });
  const [status, setStatus] = useState<EvaluationStatus | "all">("all");
  const list = useQuery(api.programmes.list.queryOptions());
  const adopted = list.data?.filter((programme) => programme.adoptedAt !== null) ?? [];
  const code = params.programme ?? adopted.find((programme) => programme.targets > 0)?.code;
  const period = params.period ?? String(year);
  const shown = useQuery({
    ...api.programmes.show.queryOptions({ input: { code: code ?? "" } }),
    enabled: code !== undefined,
  });
  const judged = useQuery({
    ...api.evaluation.evaluate.queryOptions({ input: { programme: code ?? "", period: period as never } }),
    enabled: code !== undefined,
  });

  if (list.data && adopted.length === 0) {
    return (
      <div className="page">
        <h1>{t("evaluation.title")}</h1>
        <EmptyState
          title={t("evaluation.none.title")}
          action={
            <Link className="link-button" to="/programmes">
              {t("evaluation.none.action")}
            </Link>
          }
        >
          {t("evaluation.none.lead")}
        </EmptyState>
      </div>
    );
  }
  const go = (programme: string | undefined, at: string) =>
    programme && void navigate({ to: "/evaluation/$programme/$period", params: { programme, period: at } });
  const titles = new Map(shown.data?.programme.targets.map((target) => [target.id, target.title]));
  const lines = (judged.data?.rows ?? []).map((row): Line => ({ row, title: titles.get(row.target) ?? "" }));
  const visible = status === "all" ? lines : lines.filter((line) => line.row.status === status);
  const present = EVALUATION_STATUSES.filter(
    (candidate) => (judged.data?.summary.byStatus[candidate] ?? 0) > 0,
  );
  const columns: readonly Column<Line>[] = [
    {
      id: "id",
      header: t("evaluation.column.code"),
      cell: ({ row }) => <span className="nowrap">{row.target}</span>,
      sortValue: ({ row }) => row.target,
      width: 92,
    },
    { id: "title", header: t("evaluation.column.target"), cell: ({ title }) => title, isRowHeader: true },
    { id: "asked", header: t("evaluation.column.asked"), cell: ({ row }) => row.displayTarget, width: 150 },
    {
      id: "fraction",
      header: t("evaluation.column.fraction"),
      cell: ({ row }) => printFraction(row),
      width: 140,
      align: "end",
    },
    {
      id: "value",
      header: t("evaluation.column.value"),
      cell: ({ row }) => row.display,
      width: 120,
      align: "end",
    },
    {
      id: "completion",
      header: t("evaluation.column.completion"),
      cell: ({ row }) => (row.completion === null ? "" : printHundredths(row.completion)),
      sortValue: ({ row }) => row.completion,
      width: 90,
      align: "end",
    },
    {
      id: "status",
      header: t("evaluation.column.status"),
      cell: ({ row }) => <Verdict status={row.status} />,
      sortValue: ({ row }) => EVALUATION_STATUSES.indexOf(row.status),
      width: 150,
    },
    {
      id: "units",
      header: t("evaluation.column.units"),
      cell: ({ row }) =>
        row.unitsCounted + row.unitsMissing === 0
          ? ""
          : `${row.unitsCounted}/${row.unitsCounted + row.unitsMissing}`,
      sortValue: ({ row }) => row.unitsMissing,
      width: 110,
      align: "end",
    },
  ];
  return (
    <div className="page evaluation">
      <header className="page-head">
        <h1>{t("evaluation.title")}</h1>
      </header>
      <div className="evaluation-choices">
        <Select
          label={t("evaluation.programme")}
          value={code ?? null}
          onChange={(next) => go(next, period)}
          options={adopted.map((programme) => ({
            id: programme.code,
            label: `${programme.code} · ${programme.title}`,
          }))}
        />
        <Select
          label={t("evaluation.period")}
          value={period}
          onChange={(next) => go(code, next)}
          options={[
            ...new Set([
              period,
              ...periodsOfYear(Number(period.slice(0, 4)))
                .map((candidate) => candidate.code as string)
                .toReversed(),
              String(year - 1),
              String(year - 2),
            ]),
          ].map((candidate) => ({ id: candidate, label: printPeriod(candidate, t) }))}
        />
        <Select
          label={t("evaluation.filter")}
          value={status}
          onChange={setStatus}
          options={[
            { id: "all" as const, label: `${t("evaluation.filterAll")} (${lines.length})` },
            ...present.map((candidate) => ({
              id: candidate,
              label: `${t(`labels.evaluationStatus.${candidate}`)} (${judged.data?.summary.byStatus[candidate] ?? 0})`,
            })),
          ]}
        />
      </div>
      {judged.error && (
        <Callout tone="danger">
          <ErrorWords error={judged.error} />
        </Callout>
      )}
      {judged.isPending && code !== undefined && <p>{t("shell.loading")}</p>}
      {judged.data && lines.length === 0 && (
        <EmptyState
          title={t("evaluation.noTargets.title")}
          action={
            <Link className="link-button" to="/programmes/$code" params={{ code: code ?? "" }}>
              {t("evaluation.noTargets.action")}
            </Link>
          }
        >
          {t("evaluation.noTargets.lead")}
        </EmptyState>
      )}
      {judged.data && lines.length > 0 && (
        <>
          <p className="evaluation-summary">
            <strong>
              {t("evaluation.summary", {
                reached: judged.data.summary.reached,
                total: judged.data.summary.total,
              })}
            </strong>
            <span>{t("evaluation.judged", { judged: judged.data.summary.judged })}</span>
          </p>
          <DataTable
            label={t("evaluation.table")}
            columns={columns}
            rows={visible}
            rowKey={({ row }) => row.target}
            onRowAction={({ row }) =>
              void navigate({
                to: "/evaluation/$programme/$period/$target",
                params: { programme: code ?? "", period, target: row.target },
              })
            }
          />
        </>
      )}
    </div>
  );
}
