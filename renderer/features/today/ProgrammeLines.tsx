import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { printPeriodWithin } from "../../text/print.ts";
import { useLanguage, useText } from "../../text/use-text.ts";

/** "10/14 chỉ tiêu đạt và vượt", one line a programme (domain.md §d.5 rule 9). */
export function ProgrammeLines() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const summaries = useQuery(api.evaluation.summaries.queryOptions({ input: {} }));
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
              <Link
                to="/evaluation/$programme/$period"
                params={{ programme: programme.code, period: programme.period }}
              >
                {isEnglish ? programme.titleEnglish : programme.title}
              </Link>
              <span className="programme-line-reached">
                {t("today.reached", { reached: programme.reached, total: programme.total })}
              </span>
              <span className="programme-line-at">
                {t("today.at", { period: printPeriodWithin(programme.period, t) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
