import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { api } from "../../api/api.ts";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { correctionWords } from "./report-words.ts";
import { reportedYears } from "./reported-years.ts";

/** From which figures the verdicts are, and where those stand that were reported. */
export function JudgedToday({ periods }: { readonly periods: readonly string[] }) {
  const t = useText();
  const reports = useQuery(api.history.reports.queryOptions());
  const years = reportedYears(reports.data ?? [], periods);
  return (
    <p>
      {t("history.programme.judgedToday")}{" "}
      {reports.data && years.length === 0 && t("history.programme.noneReported")}
      {years.length > 0 && t("history.programme.asReported")}
      {years.map(({ digest, period, correction }, index) => {
        const words = `${printPeriod(period, t)}${correction === 0 ? "" : ` (${correctionWords(correction, t)})`}`;
        return (
          <Fragment key={period}>
            {index === 0 ? " " : " · "}
            {digest === null ? (
              <Link to="/history/reports/$report" params={{ report: period }}>
                {words}
              </Link>
            ) : (
              <Link to="/bundles/report/$digest" params={{ digest }}>
                {words}
              </Link>
            )}
          </Fragment>
        );
      })}
    </p>
  );
}
