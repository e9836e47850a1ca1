import { Link } from "@tanstack/react-router";
import type { AchievedResult } from "../../../shared/domain/programme.ts";
import { VerdictMark } from "../../components/VerdictMark.tsx";
import { ResultCells } from "../../text/ResultCells.tsx";
import { useText } from "../../text/use-text.ts";

const VERDICTS = {
  met: { sign: "✓", tone: "good" },
  notComparable: { sign: "≠", tone: "muted" },
} as const;

/** Results of a past review, kept as they were stated: a bound stays a bound. */
export function ProgrammeResults({ results }: { readonly results: readonly AchievedResult[] }) {
  const t = useText();
  if (results.length === 0) return <p>{t("programmes.none.results")}</p>;
  const hasBounds = results.some(({ values }) => values.some(({ bound }) => bound === "gt"));
  return (
    <>
      {hasBounds && <p>{t("programmes.result.boundNote")}</p>}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("programmes.result.id")}</th>
            <th scope="col">{t("programmes.result.title")}</th>
            <th scope="col">{t("programmes.result.values")}</th>
            <th scope="col">{t("programmes.result.compares")}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.id}>
              <ResultCells result={result} />
              <td>
                {result.comparesWith.map(({ target, verdict }) => (
                  <div key={target} className="compared">
                    <TargetLink id={target} />
                    <VerdictMark {...VERDICTS[verdict]}>
                      {t(`programmes.result.verdict.${verdict}`)}
                    </VerdictMark>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Only targets of the national programme are compared with (domain.md §b.4). */
function TargetLink({ id }: { readonly id: string }) {
  return id.startsWith("T000-") ? (
    <Link to="/programmes/$code" params={{ code: "TLD-2021" }} search={{ target: id }}>
      {id}
    </Link>
  ) : (
    <span>{id}</span>
  );
}
