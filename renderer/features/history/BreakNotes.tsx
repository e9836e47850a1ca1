import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Series } from "../../../shared/contract/history.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { printBreak } from "../../text/print-break.ts";
import { useText } from "../../text/use-text.ts";

/** The notes below chart and table, numbered as they are drawn. */
export function BreakNotes({ data: { breaks } }: { readonly data: Series }) {
  const t = useText();
  const queries = useQueryClient();
  const withdraw = useMutation(
    api.history.withdrawNote.mutationOptions({
      onSuccess: async () => {
        showToast(t("history.series.withdrawn"));
        await queries.invalidateQueries({ queryKey: api.history.key() });
      },
    }),
  );
  return (
    <section className="history-part" aria-labelledby="history-breaks">
      <h2 id="history-breaks">{t("history.series.breaks")}</h2>
      <ErrorCallout error={withdraw.error} />
      {breaks.length === 0 ? (
        <p>{t("history.series.noBreaks")}</p>
      ) : (
        <ol className="history-notes">
          {breaks.map((found, index) => (
            <li key={`${found.kind} ${found.on} ${found.kind === "noted" ? found.id : index}`}>
              {printDate(found.on)}: {printBreak(found, t)}.
              {found.kind === "noted" && (
                <span className="history-screen">
                  <Button isPending={withdraw.isPending} onPress={() => withdraw.mutate({ id: found.id })}>
                    {t("history.series.withdraw")}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
