import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ProgrammeLine } from "../../../shared/contract/evaluation.ts";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printPeriodWithin } from "../../text/print.ts";
import { printReached, printTermOver } from "../../text/print-programme.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

/** "10/14 chỉ tiêu đạt và vượt", one line a programme (domain.md §d.5 rule 9); a term that is over says so. */
export function ProgrammeLines() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const summaries = useQuery(api.evaluation.summaries.queryOptions());
  const programmes = summaries.data;
  return (
    <section aria-labelledby="today-programmes">
      <h2 id="today-programmes">{t("today.programmes")}</h2>
      {summaries.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={summaries.error} />
      {programmes === undefined ? null : programmes.length === 0 ? (
        <EmptyState
          title={t("today.noProgrammes")}
          action={
            <Link className="link-button" to="/programmes">
              {t("today.chooseProgramme")}
            </Link>
          }
        >
          {t("today.noProgrammesLead")}
        </EmptyState>
      ) : (
        <ul className="programme-lines">
          {programmes.map((programme) => (
            <li key={programme.code}>
              <ProgrammeLink line={programme}>
                {isEnglish ? programme.titleEnglish : programme.title}
              </ProgrammeLink>
              <span className="programme-line-reached">
                <Reached line={programme} />
              </span>
              <span className="programme-line-at">
                {programme.result && (
                  <span>{t("today.at", { period: printPeriodWithin(programme.result.period, t) })}</span>
                )}
                {programme.isOver && <span>{printTermOver(programme.term, t)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** To its targets at that period, at an office that receives over the reports; of a term that is over, to where the past is opened. */
function ProgrammeLink({ line, children }: { readonly line: ProgrammeLine; readonly children: ReactNode }) {
  if (!line.isOver && line.consolidatedIn !== null)
    return (
      <Link
        to="/desk/consolidation/$period"
        params={{ period: line.consolidatedIn }}
        search={{ part: "verdicts" }}
      >
        {children}
      </Link>
    );
  if (line.isOver || line.result === null)
    return (
      <Link to="/history/programmes/$code" params={{ code: line.code }}>
        {children}
      </Link>
    );
  return (
    <Link to="/evaluation/$programme/$period" params={{ programme: line.code, period: line.result.period }}>
      {children}
    </Link>
  );
}

function Reached({ line: { code, isOver, result, consolidatedIn } }: { readonly line: ProgrammeLine }) {
  const t = useText();
  if (consolidatedIn !== null && !isOver)
    return t("today.consolidated", { period: printPeriodWithin(consolidatedIn, t) });
  if (result === null) return null;
  const { outside } = result;
  return (
    <>
      {printReached(result, t)}{" "}
      {outside && (
        <Link to="/evaluation/$programme/$period" params={{ programme: code, period: String(outside.year) }}>
          {t("evaluation.outside.look", { year: outside.year })}
        </Link>
      )}
    </>
  );
}
