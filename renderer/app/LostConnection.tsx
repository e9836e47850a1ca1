import { useConnection } from "../api/connection.ts";
import { Callout } from "../components/Callout.tsx";
import { useText } from "../text/use-text.ts";

/** What to do in a window whose program is gone: it may never come back, and what is typed here is kept nowhere else. */
export function LostConnection() {
  const t = useText();
  if (useConnection() !== "closed") return null;
  return (
    <div className="lost-connection">
      <Callout tone="danger" title={t("shell.lost.title")}>
        {t("shell.lost.lead")}
      </Callout>
    </div>
  );
}
