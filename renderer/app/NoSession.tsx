import { openedBy } from "../api/session.ts";
import { useText } from "../text/use-text.ts";

/** The program is there, but this window came by an address that opens nothing: where to go instead. */
export function NoSession() {
  const t = useText();
  const isUsed = openedBy === "link";
  return (
    <main className="page" role="alert">
      <h1>{t(isUsed ? "shell.noSession.usedTitle" : "shell.noSession.plainTitle")}</h1>
      <p>{t(isUsed ? "shell.noSession.usedLead" : "shell.noSession.plainLead")}</p>
      <ol>
        <li>{t("shell.noSession.other")}</li>
        <li>{t("shell.noSession.printed")}</li>
        <li>{t("shell.noSession.again")}</li>
      </ol>
    </main>
  );
}
