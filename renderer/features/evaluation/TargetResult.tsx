import { type Evaluation, unitsAsked } from "../../../shared/domain/evaluation.ts";
import { COUNTED_REGISTER_LABELS } from "../../../shared/domain/labels.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { BulletChart } from "../../components/BulletChart.tsx";
import { Callout } from "../../components/Callout.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { useLanguage, useText } from "../../text/use-text.ts";
import { amountOf, askedAmount, scaleEnd } from "./chart-scale.ts";
import {
  isPartOfTime,
  missingSentences,
  neededSentence,
  printHundredths,
  printPeriods,
} from "./print-evaluation.ts";
import { Verdict } from "./Verdict.tsx";

interface TargetResultProps {
  readonly row: Evaluation;
  /** Of the numerator: what is still needed. */
  readonly measureUnit: string;
}

/** The figure and its verdict, what is behind it in time and units, what could still change, and what is needed. */
export function TargetResult({ row, measureUnit }: TargetResultProps) {
  const t = useText();
  const words = useDataWords();
  const language = useLanguage();
  const asked = row.register === null ? unitsAsked(row) : 0;
  return (
    <>
      <section className="target-result" aria-label={t("evaluation.facts.value")}>
        <span className="target-figure">{words.result(row)}</span>
        <Verdict status={row.status} />
        {asked > 0 && (
          <span>
            {t("evaluation.reporting", {
              reporting: row.unitsReporting,
              all: asked,
            })}
          </span>
        )}
        {row.register !== null && (
          <span>
            {t("evaluation.fromRegister", { register: COUNTED_REGISTER_LABELS[row.register][language] })}
          </span>
        )}
        {row.unitsLeftOut > 0 && (
          <span className="figure-partial">{t("evaluation.leftOut", { number: row.unitsLeftOut })}</span>
        )}
        {row.withoutWhole !== null && (
          <span className="figure-partial">{t("evaluation.withoutWhole", { ...row.withoutWhole })}</span>
        )}
        {row.periods !== null && (
          <span className={isPartOfTime(row.periods) ? "figure-partial" : undefined}>
            {printPeriods(row.periods, t)}
          </span>
        )}
      </section>
      {!row.isOwn && <Bullet row={row} />}
      {row.needed !== null && (
        <p>
          <strong>{neededSentence(row, words.measureUnit(measureUnit), t)}</strong>
        </p>
      )}
      {row.pace !== null && <p>{t("evaluation.pace", { pace: printHundredths(row.pace) })}</p>}
      {asked > 0 && row.unitsReporting === 0 ? (
        <Callout tone="warning">{t("evaluation.nothingReported")}</Callout>
      ) : (
        (row.unitsMissing > 0 || isPartOfTime(row.periods)) && (
          <Callout tone="warning">
            {[
              ...(isPartOfTime(row.periods)
                ? [t("evaluation.partOfTime", { periods: printPeriods(row.periods, t) })]
                : []),
              ...(row.unitsMissing > 0 ? missingSentences(row, words.measureUnit(row.measureUnit), t) : []),
            ].join(" ")}
          </Callout>
        )
      )}
    </>
  );
}

function Bullet({ row }: { readonly row: Evaluation }) {
  const t = useText();
  const words = useDataWords();
  const value = amountOf(row);
  if (value === undefined || value < 0) return null;
  const target = askedAmount(row.value);
  const bound = (end: Evaluation["worst"]) => (end === null ? undefined : amountOf({ ...row, ...end }));
  const [low, high] = [bound(row.worst), bound(row.best)];
  const upper =
    row.value.upper === undefined ? undefined : askedAmount({ ...row.value, amount: row.value.upper });
  const end = scaleEnd(row.value.scale, [value, target, upper ?? 0]);
  const unit = row.value.scale === "percent" ? " %" : "";
  return (
    <BulletChart
      label={t("evaluation.chart.bullet", {
        display: words.result(row),
        asked: words.askedBy(row),
        status: t(`labels.evaluationStatus.${row.status}`),
      })}
      value={value / end}
      target={target / end}
      {...(upper === undefined ? {} : { upper: upper / end })}
      {...(low === undefined || high === undefined ? {} : { low: low / end, high: high / end })}
      targetWord={words.askedBy(row)}
      scaleStart={`0${unit}`}
      scaleEnd={`${formatInteger(end)}${unit}`}
    />
  );
}
