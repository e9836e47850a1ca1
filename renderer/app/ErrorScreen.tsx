import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorWords } from "../text/ErrorWords.tsx";
import { useText } from "../text/use-text.ts";

/** What a page that broke shows instead of itself; the frame around it keeps working. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useText();
  return (
    <div className="page" role="alert">
      <h1>{t("shell.faultTitle")}</h1>
      <p>
        <ErrorWords error={error} />
      </p>
      <button type="button" className="plain-button" onClick={reset}>
        {t("shell.retry")}
      </button>
    </div>
  );
}
