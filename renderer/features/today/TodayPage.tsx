import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { ProgrammeLines } from "./ProgrammeLines.tsx";
import { WorkList } from "./WorkList.tsx";
import "./today.css";

/** What is due, and where each line is cleared. */
export function TodayPage() {
  const t = useText();
  const status = useQuery(api.office.status.queryOptions());
  // Read anew each time: a line about something already done sends people to do it twice.
  const view = useQuery({ ...api.office.today.queryOptions(), staleTime: 0 });
  const isReceiver = status.data?.office?.role === "receiver";
  return (
    <div className="page today">
      <header className="page-head">
        <h1>{t("today.title")}</h1>
      </header>
      {view.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={view.error} />
      {view.data && (
        <>
          <section aria-labelledby="today-work">
            <h2 id="today-work">
              {t("today.work")}
              {view.data.length > 0 && <small> · {t("today.workCount", { number: view.data.length })}</small>}
            </h2>
            {view.data.length === 0 ? (
              <div className="today-quiet">
                <strong>{t("today.nothing")}</strong> {t("today.nothingLead")}{" "}
                <Link to="/entry">{t("today.nothingAction")}</Link>
              </div>
            ) : (
              <WorkList items={view.data} isReceiver={isReceiver} />
            )}
          </section>
          <ProgrammeLines />
        </>
      )}
    </div>
  );
}
