import { useQuery } from "@tanstack/react-query";
import { isStranger } from "../api/session.ts";
import { ErrorWords } from "../text/ErrorWords.tsx";
import { useText } from "../text/use-text.ts";
import { NoSession } from "./NoSession.tsx";

interface StartFaultProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The first question got no answer: either the program is gone, or it does not know this window. */
export function StartFault({ error, onRetry }: StartFaultProps) {
  const t = useText();
  const stranger = useQuery({ queryKey: ["stranger"], queryFn: isStranger, retry: false });
  if (stranger.isPending) return <p className="start-line">{t("shell.loading")}</p>;
  if (stranger.data) return <NoSession />;
  return (
    <main className="page" role="alert">
      <h1>{t("shell.faultTitle")}</h1>
      <p>
        <ErrorWords error={error} />
      </p>
      <button type="button" className="plain-button" onClick={onRetry}>
        {t("shell.retry")}
      </button>
    </main>
  );
}
