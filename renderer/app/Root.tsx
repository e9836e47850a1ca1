import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { api } from "../api/api.ts";
import { ErrorWords } from "../text/ErrorWords.tsx";
import { useText } from "../text/use-text.ts";
import { Shell } from "./Shell.tsx";
import { useOfficeLanguage } from "./use-office-language.ts";

const WelcomePage = lazy(async () => ({
  default: (await import("../features/welcome/index.tsx")).WelcomePage,
}));

/** The shell when the folder holds an office, the welcome page when it does not. */
export function Root() {
  const t = useText();
  const status = useQuery(api.office.status.queryOptions());
  useOfficeLanguage(status.data?.office ?? null);
  if (status.isPending) return <p className="start-line">{t("shell.loading")}</p>;
  if (status.isError) {
    return (
      <main className="page" role="alert">
        <h1>{t("shell.faultTitle")}</h1>
        <p>
          <ErrorWords error={status.error} />
        </p>
        <button type="button" className="plain-button" onClick={() => void status.refetch()}>
          {t("shell.retry")}
        </button>
      </main>
    );
  }
  if (status.data.office === null) {
    return (
      <Suspense fallback={<p className="start-line">{t("shell.loading")}</p>}>
        <WelcomePage />
      </Suspense>
    );
  }
  return <Shell office={status.data.office} today={status.data.today} />;
}
