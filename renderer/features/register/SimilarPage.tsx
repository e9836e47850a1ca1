import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { RegisterTabs } from "./RegisterTabs.tsx";
import "./register.css";

/** Pairs that rule V25 finds; shown, never merged. */
export function SimilarPage() {
  const t = useText();
  const pairs = useQuery(api.units.similar.queryOptions());
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("register.title")}</h1>
      </header>
      <RegisterTabs />
      {pairs.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={pairs.error} />
      {pairs.data?.length === 0 && (
        <EmptyState title={t("register.similar.empty.title")}>{t("register.similar.empty.lead")}</EmptyState>
      )}
      {pairs.data !== undefined && pairs.data.length > 0 && (
        <>
          <p>{t("register.similar.lead")}</p>
          <ul className="similar-list">
            {pairs.data.map((pair) => (
              <li key={`${pair.left.uid} ${pair.right.uid}`} className="similar-pair">
                {[pair.left, pair.right].map((side) => (
                  <div key={side.uid} className="similar-side">
                    <strong>{side.name}</strong>
                    <Link to="/register" search={{ unit: side.uid }}>
                      {t("register.similar.open", { code: side.code })}
                    </Link>
                  </div>
                ))}
                <small>{t(`register.similar.${pair.reason}`)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
