import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { Paper } from "./Paper.tsx";
import { SignedTools } from "./SignedTools.tsx";
import "./report.css";

/** The printed report inside a bundle that was sent or received: the same paper and the same files at both ends, for good. */
export function SignedPaperPage() {
  const t = useText();
  const { digest = "" }: { digest?: string } = useParams({ strict: false });
  const { data, error, isPending } = useQuery(api.report.signed.queryOptions({ input: { digest } }));
  return (
    <div className="page report">
      <header className="page-head">
        <h1>
          {data
            ? t("report.signedTitle", {
                period: printPeriodWithin(data.period, t),
                issuer: data.issuer.name,
              })
            : t("report.signedUntitled")}
        </h1>
        <Link className="link-button" to="/bundles/report/$digest" params={{ digest }}>
          {t("report.backToSigned")}
        </Link>
      </header>
      <ErrorCallout error={error} />
      {isPending && <p>{t("shell.loading")}</p>}
      {data && (
        <>
          <div className="report-tools">
            <Callout tone="info">{t(data.paper ? "report.asSigned" : "report.noPaper")}</Callout>
          </div>
          <SignedTools papers={data} />
          {data.paper && (
            <Paper paper={data.paper} editable={NONE} editing={null} onEdit={null} onEditHead={null} />
          )}
        </>
      )}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();
