import { Link } from "@tanstack/react-router";
import type { AnsweredTarget, PastProgramme } from "../../../shared/contract/history.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { EvaluationMark } from "../../components/EvaluationMark.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { titleOf } from "../../text/print-programme.ts";
import { ResultCells } from "../../text/ResultCells.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";

type Result = PastProgramme["results"][number];

/** Published results, each beside the target it answers and what that target asks; a bound stays a bound. */
export function PastResults({ results }: { readonly results: readonly Result[] }) {
  const t = useText();
  if (results.length === 0)
    return (
      <EmptyState title={t("history.programme.noResults.title")}>
        {t("history.programme.noResults.lead")}
      </EmptyState>
    );
  return (
    <div className="history-part">
      <p>{t("history.programme.bound")}</p>
      <table className="plain-table" aria-label={t("history.programme.tabs.results")}>
        <thead>
          <tr>
            <th scope="col">{t("programmes.result.id")}</th>
            <th scope="col">{t("history.programme.result")}</th>
            <th scope="col">{t("programmes.result.values")}</th>
            <th scope="col">{t("history.programme.answers")}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((row) => (
            <ResultRow key={row.result.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ResultRow({ row: { result, answers } }: { readonly row: Result }) {
  const t = useText();
  return (
    <tr>
      <ResultCells result={result} />
      <td>
        {answers.length === 0 && <small>{t("history.programme.answersNone")}</small>}
        {answers.map((answer) => (
          <Answer key={answer.target} answer={answer} />
        ))}
      </td>
    </tr>
  );
}

function Answer({ answer }: { readonly answer: AnsweredTarget }) {
  const t = useText();
  const words = useDataWords();
  const isEnglish = useLanguage() === "en";
  const { target, programme, title, titleEnglish, asked, measureUnit, verdict } = answer;
  return (
    <div className="history-answer">
      {programme === null ? (
        <span title={t("history.programme.unknownTarget")}>{target}</span>
      ) : (
        <Link to="/history/programmes/$code" params={{ code: programme }}>
          {target}
        </Link>
      )}{" "}
      {isEnglish ? titleEnglish : titleOf(title)}
      <div>
        {asked && `${words.asked({ ...asked, measureUnit })} `}
        <EvaluationMark status={verdict}>{t(`labels.evaluationStatus.${verdict}`)}</EvaluationMark>
      </div>
    </div>
  );
}
