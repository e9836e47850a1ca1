import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { outsideProgramme } from "../../../shared/domain/evaluate/window.ts";
import { parsePeriod, periodsOfYear } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Select } from "../../components/Select.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod, printPeriodWithin } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { OutsideTime } from "./OutsideTime.tsx";
import { EVERY_LINE, filterLines, lineGroups, type ScoreLine } from "./scoreboard-filter.ts";
import { ScoreFilters } from "./ScoreFilters.tsx";
import { ScoreTable } from "./ScoreTable.tsx";
import "./evaluation.css";

/** The scoreboard of a programme at a period. */
export function EvaluationPage() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const navigate = useNavigate();
  const year = useWorkingYear();
  const status = useQuery(api.office.status.queryOptions());
  const isReceiver = status.data?.office?.role === "receiver";
  const params: { programme?: string; period?: string } = useParams({ strict: false });
  const [filter, setFilter] = useState(EVERY_LINE);
  const list = useQuery(api.programmes.list.queryOptions());
  const adopted = list.data?.filter((programme) => programme.adoptedAt !== null) ?? [];
  const code = params.programme ?? adopted.find((programme) => programme.targets > 0)?.code;
  const period = params.period ?? String(year);
  const shown = useQuery({
    ...api.programmes.show.queryOptions({ input: { code: code ?? "" } }),
    enabled: code !== undefined,
  });
  const judged = useQuery({
    ...api.evaluation.evaluate.queryOptions({ input: { programme: code ?? "", period } }),
    enabled: code !== undefined,
  });
  // Earlier years come after the figures of this one: they are only what it is compared with.
  const trends = useQuery({
    ...api.evaluation.trend.queryOptions({ input: { programme: code ?? "", period } }),
    enabled: judged.data !== undefined,
  });

  const error = judged.error ?? list.error ?? shown.error ?? trends.error;
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
  const targets = new Map(shown.data?.programme.targets.map((target) => [target.id, target]));
  const lines = (judged.data?.rows ?? []).map((row): ScoreLine => ({ row, target: targets.get(row.target) }));
  const visible = filterLines(lines, filter);
  const programme = shown.data?.programme;
  const asked = parsePeriod(period);
  const outside = programme && asked && outsideProgramme(programme, asked);
  return (
    <div className="page page-filled evaluation">
      <header className="page-head">
        <h1>{t("evaluation.title")}</h1>
      </header>
      <div className="evaluation-choices">
        <Select
          label={t("evaluation.programme")}
          value={code ?? null}
          onChange={(next) => {
            // Groups of one programme mean nothing in another.
            setFilter(EVERY_LINE);
            go(next, period);
          }}
          options={adopted.map((programme) => ({
            id: programme.code,
            label: `${programme.code} · ${isEnglish ? programme.titleEnglish : programme.title}`,
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
        {lines.length > 0 && (
          <ScoreFilters programme={programme} lines={lines} filter={filter} onChange={setFilter} />
        )}
      </div>
      <ErrorCallout error={error} />
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
          {outside ? (
            <OutsideTime programme={programme.code} outside={outside} />
          ) : isReceiver ? (
            <Callout tone="info">
              {t("evaluation.consolidated")}{" "}
              <Link to="/desk/consolidation/$period" params={{ period }} search={{ part: "verdicts" }}>
                {t("evaluation.toConsolidation", { period: printPeriodWithin(period, t) })}
              </Link>
            </Callout>
          ) : (
            <p className="evaluation-summary">
              <strong>
                {t("evaluation.summary", {
                  reached: judged.data.summary.reached,
                  total: judged.data.summary.total,
                })}
              </strong>
              <span>{t("evaluation.judged", { judged: judged.data.summary.judged })}</span>
            </p>
          )}
          {visible.length === 0 ? (
            <p>{t("evaluation.noneShown")}</p>
          ) : (
            <ScoreTable
              lines={visible}
              groups={lineGroups(programme, lines)}
              isStanding={!outside && !isReceiver}
              trends={trends.data}
              onOpen={(target) =>
                void navigate({
                  to: "/evaluation/$programme/$period/$target",
                  params: { programme: code ?? "", period, target },
                })
              }
            />
          )}
        </>
      )}
    </div>
  );
}
