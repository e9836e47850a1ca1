import { Link } from "@tanstack/react-router";
import type { WorkItem } from "../../../shared/contract/office.ts";
import { printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { linkToReport } from "./work-item-link.ts";

/** Every report of the past that was never sent, by year; closed until somebody asks. */
export function EarlierReports({ earlier }: Pick<WorkItem, "earlier">) {
  const t = useText();
  const byYear = Map.groupBy(earlier, ({ period }) => period.slice(0, 4));
  return (
    <details className="earlier-reports">
      <summary>{t("today.earlierList")}</summary>
      <dl>
        {[...byYear].map(([year, reports]) => (
          <div key={year}>
            <dt>{year}</dt>
            <dd>
              <ul>
                {reports.map((report) => (
                  <li key={`${report.form} ${report.period}`}>
                    <Link {...linkToReport(report)}>{printPeriodWithin(report.period, t)}</Link>
                    {report.state === "approved" && ` (${t("today.earlierApproved")})`}
                    {report.state === "returned" && ` (${t("today.earlierReturned")})`}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
