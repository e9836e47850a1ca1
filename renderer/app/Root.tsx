import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api } from "../api/api.ts";
import { hasSession } from "../api/session.ts";
import { NoSession } from "./NoSession.tsx";
import { useText } from "../text/use-text.ts";
import { Shell } from "./Shell.tsx";
import { StartFault } from "./StartFault.tsx";
import { useOfficeLanguage } from "./use-office-language.ts";

const WelcomePage = lazy(async () => ({
  default: (await import("./WelcomeRoute.tsx")).WelcomeRoute,
}));

/** The shell when the folder holds an office, the welcome page when it does not. */
export function Root() {
  const t = useText();
  const status = useQuery(api.office.status.queryOptions());
  useOfficeLanguage(status.data?.office ?? null);
  // The word of the link was exchanged before the first render: without a token no answer will ever come.
  if (!hasSession()) return <NoSession />;
  if (status.isPending) return <p className="start-line">{t("shell.loading")}</p>;
  if (status.isError) return <StartFault error={status.error} onRetry={() => void status.refetch()} />;
  if (status.data.office === null) {
    return (
      <Suspense fallback={<p className="start-line">{t("shell.loading")}</p>}>
        <WelcomePage />
      </Suspense>
    );
  }
  return <Shell office={status.data.office} today={status.data.today} />;
}
