import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { OwnFigures } from "./OwnFigures.tsx";
import "./entry.css";

/** What the office answers about itself for one period; read anew each time it is opened. */
export function OwnFiguresPage() {
  const t = useText();
  const { period = "" } = useParams({ strict: false });
  const opened = useQuery({
    ...api.entries.openSelf.queryOptions({ input: { period } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (opened.error) {
    return (
      <div className="page">
        <ErrorCallout error={opened.error} />
      </div>
    );
  }
  if (!opened.data) return <p className="page">{t("shell.loading")}</p>;
  return <OwnFigures key={period} data={opened.data} />;
}
