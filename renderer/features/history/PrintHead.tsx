import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** On paper only: whose figures these are, and of which day. */
export function PrintHead() {
  const t = useText();
  const { data } = useQuery(api.office.status.queryOptions());
  if (!data?.office) return null;
  return (
    <p className="history-paper">
      {t("history.printed", { office: data.office.name, date: printDate(data.today) })}
    </p>
  );
}
