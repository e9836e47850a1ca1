import { Link } from "@tanstack/react-router";
import type { HistoryProgramme, VerdictCounts as Counts } from "../../../shared/contract/history.ts";
import { EVALUATION_STATUSES, type EvaluationStatus } from "../../../shared/domain/evaluation.ts";
import { EVALUATION_SIGNS, EvaluationMark } from "../../components/EvaluationMark.tsx";
import { StackedBars, type StackedPart } from "../../components/StackedBars.tsx";
import { printNumber, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Reached first, then what is against it, then what cannot be said. */
const ORDER: readonly EvaluationStatus[] = [
  "exceeded",
  "met",
  "inProgress",
  "notMet",
  "insufficientData",
  "noOccurrence",
  "notApplicable",
  "notComparable",
];

const LOOKS: Readonly<Record<EvaluationStatus, StackedPart["look"]>> = {
  exceeded: "full",
  met: "full",
  inProgress: "open",
  notMet: "quiet",
  insufficientData: "hatched",
  noOccurrence: "open",
  notApplicable: "open",
  notComparable: "hatched",
};

interface Line {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly counts: Counts;
}

/** How many targets of each programme were reached: bars, and the table they are drawn from. */
export function VerdictCounts({ programmes }: { readonly programmes: readonly HistoryProgramme[] }) {
  const t = useText();
  const lines = programmes.flatMap(({ code, evaluated, published }): Line[] => [
    ...(evaluated ? [{ id: code, code, name: code, counts: evaluated }] : []),
    ...(published
      ? [
          {
            id: `${code} published`,
            code,
            name: t("history.comparison.publishedRow", { title: code }),
            counts: published,
          },
        ]
      : []),
  ]);
  if (lines.length === 0) return null;
  const statuses = EVALUATION_STATUSES.filter((status) =>
    lines.some(({ counts }) => counts.byStatus[status]),
  ).toSorted((left, right) => ORDER.indexOf(left) - ORDER.indexOf(right));
  const words = lines.map(({ name, counts }) => `${name} ${counts.reached}/${counts.total}`).join("; ");
  return (
    <section className="history-part" aria-labelledby="history-verdicts">
      <h2 id="history-verdicts">{t("history.comparison.chartTitle")}</h2>
      <p>{t("history.programme.judgedToday")}</p>
      <StackedBars
        label={t("history.comparison.chart", { words })}
        bars={lines.map(({ id, name, counts }) => ({
          id,
          name,
          parts: statuses.flatMap((status) => {
            const count = counts.byStatus[status] ?? 0;
            return count === 0
              ? []
              : [{ id: status, count, sign: EVALUATION_SIGNS[status], look: LOOKS[status] }];
          }),
        }))}
      />
      <table className="plain-table" aria-label={t("history.comparison.chartTable")}>
        <thead>
          <tr>
            <th scope="col">{t("history.comparison.programme")}</th>
            <th scope="col">{t("history.comparison.at")}</th>
            {statuses.map((status) => (
              <th key={status} scope="col" className="number">
                <EvaluationMark status={status}>{t(`labels.evaluationStatus.${status}`)}</EvaluationMark>
              </th>
            ))}
            <th scope="col" className="number">
              {t("history.comparison.total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, code, name, counts }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/history/programmes/$code" params={{ code }}>
                  {name}
                </Link>
              </th>
              <td>{counts.period === null ? t("shell.none") : printPeriod(counts.period, t)}</td>
              {statuses.map((status) => (
                <td key={status} className="number">
                  {printNumber(counts.byStatus[status] ?? 0)}
                </td>
              ))}
              <td className="number">{printNumber(counts.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
