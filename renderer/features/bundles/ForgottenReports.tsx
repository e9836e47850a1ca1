import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Reports a restored office no longer has, each with what was answered; they stand in no table of what was sent. */
export function ForgottenReports() {
  const t = useText();
  const { data } = useQuery(api.backup.overview.queryOptions());
  const reports = data?.restored?.forgotten ?? [];
  if (reports.length === 0) return null;
  return (
    <Callout
      tone={reports.some(({ isReturned }) => isReturned) ? "warning" : "info"}
      title={t("bundles.returned.forgottenTitle")}
    >
      <ul>
        {reports.map(({ form, period, digest, isReturned }) => (
          <li key={digest}>
            <Link to="/bundles/$form/$period" params={{ form, period }}>
              {printPeriod(period, t)}
            </Link>
            {`: ${t(isReturned ? "bundles.state.returned" : "bundles.state.receipted")}`}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
