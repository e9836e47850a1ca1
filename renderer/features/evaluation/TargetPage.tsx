import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { outsideTime } from "../../../shared/domain/evaluate/window.ts";
import type { DenominatorPolicy } from "../../../shared/domain/indicator.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber, printPeriod } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { ManualFinding } from "./ManualFinding.tsx";
import { printFraction, printHundredths } from "./print-evaluation.ts";
import { OutsideTime } from "./OutsideTime.tsx";
import { PolicyChoice } from "./PolicyChoice.tsx";
import { TargetResult } from "./TargetResult.tsx";
import { TrendSection } from "./TrendSection.tsx";
import { UnitCells } from "./UnitCells.tsx";
import { type UnitLine, UnitsBehind } from "./UnitsBehind.tsx";
import "./evaluation.css";

/** "Từ đâu ra?": how one figure came about, and the units and cells behind it. */
export function TargetPage() {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const { programme, period, target }: { programme?: string; period?: string; target?: string } = useParams({
    strict: false,
  });
  const [policy, setPolicy] = useState<DenominatorPolicy | null>(null);
  const [unit, setUnit] = useState<UnitLine | null>(null);
  const input = { programme: programme ?? "", period: period ?? "", target: target ?? "" };
  const explained = useQuery({
    ...api.evaluation.explain.queryOptions({ input: { ...input, ...(policy && { policy }) } }),
    placeholderData: (previous) => (previous?.row.target === target ? previous : undefined),
  });
  const shown = useQuery(api.programmes.show.queryOptions({ input: { code: programme ?? "" } }));
  const definition = shown.data?.programme.targets.find((candidate) => candidate.id === target);
  const back = (
    <Link to="/evaluation/$programme/$period" params={{ programme: programme ?? "", period: period ?? "" }}>
      {t("evaluation.back")}
    </Link>
  );
  const error = explained.error ?? shown.error;
  if (error) {
    return (
      <div className="page">
        <ErrorCallout error={error} />
        {back}
      </div>
    );
  }
  if (!explained.data) return <p className="page">{t("shell.loading")}</p>;
  const { row, byPolicy, units, unitsOfUnknownKind } = explained.data;
  const measureUnit = definition?.measureUnit ?? "";
  const numerator = definition?.indicator.numerator;
  const minimumWorkers = numerator?.kind === "countEmployers" ? numerator.minimumWorkers : undefined;
  // What a person judges in words has no denominator, no units behind it and no line over the years.
  const isQualitative = definition?.qualitative === true || row.manual !== undefined;
  const isSum = row.denominator === null && definition?.indicator.denominator === undefined;
  const asked = parsePeriod(input.period);
  const outside =
    row.status === "notApplicable" && shown.data && definition && asked
      ? outsideTime(shown.data.programme.term, asked, definition.time)
      : undefined;
  // Nothing stands behind a figure that is not asked, or not compared.
  const hasOrigin = !isQualitative && !outside && row.status !== "notComparable";
  return (
    <div className="page evaluation">
      <p>{back}</p>
      <header className="page-head">
        <h1>
          {row.target} · {(isEnglish ? definition?.titleEnglish : definition?.title) ?? ""}
        </h1>
      </header>
      <div className="target-head">
        <div>
          <TargetResult row={row} measureUnit={measureUnit} />
          {outside && <OutsideTime programme={input.programme} outside={outside} target={row.target} />}
          {isQualitative && <ManualFinding programme={input.programme} manual={row.manual ?? null} />}
        </div>
        <div>
          <KeyValue
            items={[
              { label: t("evaluation.facts.asked"), value: words.askedBy(row) },
              ...(isQualitative
                ? []
                : [
                    {
                      label: t(
                        `evaluation.facts.${row.averagedMonths !== null ? "sum" : isSum ? "value" : "fraction"}`,
                      ),
                      value: printFraction(row, t),
                    },
                  ]),
              { label: t("evaluation.facts.period"), value: printPeriod(row.period, t) },
              { label: t("evaluation.facts.inForce"), value: row.targetInForce ?? t("evaluation.asIssued") },
              ...(row.completion === null
                ? []
                : [{ label: t("evaluation.facts.completion"), value: printHundredths(row.completion) }]),
              ...(definition?.note ? [{ label: t("evaluation.facts.note"), value: definition.note }] : []),
            ]}
          />
          {hasOrigin && !row.isOwn && (
            <PolicyChoice
              rows={[row, ...byPolicy]}
              shown={row}
              isSum={isSum}
              printed={definition?.indicator.policy ?? row.policy}
              onChange={setPolicy}
            />
          )}
        </div>
      </div>
      {hasOrigin && (
        <>
          <h2>{t("evaluation.whereFrom")}</h2>
          {unitsOfUnknownKind > 0 && (
            <Callout
              tone="warning"
              title={t("evaluation.unknownKind.title", { number: printNumber(unitsOfUnknownKind) })}
            >
              {t("evaluation.unknownKind.lead")}{" "}
              <Link to="/register">{t("evaluation.unknownKind.open")}</Link>
            </Callout>
          )}
          {definition !== undefined && definition.indicator.population !== "grassroots" && (
            <p>
              {t(`evaluation.ownFigures.${definition.indicator.population}`)}{" "}
              <Link to="/entry/own/$period" params={{ period: ownPeriodOf(row.period) }}>
                {t("evaluation.openOwn")}
              </Link>
            </p>
          )}
          {definition !== undefined && countsGrades(definition) && (
            <p>
              <Link to="/entry/grading" search={{ year: Number(row.period.slice(0, 4)) }}>
                {t("evaluation.openGrading", { year: row.period.slice(0, 4) })}
              </Link>
            </p>
          )}
          {units.length === 0 ? (
            <p>
              {t("evaluation.registerBased")}{" "}
              {minimumWorkers === undefined ? (
                <Link to="/register">{t("evaluation.openRegister")}</Link>
              ) : (
                <Link to="/register/employers" search={{ without: true, workers: minimumWorkers }}>
                  {t("evaluation.openEmployers", { workers: printNumber(minimumWorkers) })}
                </Link>
              )}
            </p>
          ) : (
            <UnitsBehind
              explained={explained.data}
              indicator={definition?.indicator}
              selected={unit?.uid ?? null}
              onOpen={setUnit}
            />
          )}
        </>
      )}
      {!isQualitative && <TrendSection programme={input.programme} row={row} policy={policy} />}
      {unit && (
        <UnitCells
          programme={input.programme}
          target={input.target}
          period={period ?? ""}
          unit={unit}
          onClose={() => setUnit(null)}
        />
      )}
    </div>
  );
}

/** An office reports about itself by the quarter and longer; of a month, the quarter it falls in. */
function ownPeriodOf(code: string): string {
  const period = parsePeriod(code);
  return period?.rhythm === "month" ? `${period.year}-Q${Math.ceil(period.lastMonth / 3)}` : code;
}

function countsGrades({ indicator: { numerator } }: Target): boolean {
  return (
    numerator.kind === "countUnits" &&
    numerator.where?.kind === "gradeIn" &&
    numerator.where.element === "qualityGrade"
  );
}
