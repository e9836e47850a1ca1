import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Series } from "../../../shared/contract/history.ts";
import type { SeriesBreak } from "../../../shared/domain/history/breaks.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printNumber } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

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
              {printDate(found.on)}: {wordsOf(found, t)}.
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

const ENDED = ["dissolved", "merged", "split", "transferred"] as const;

function wordsOf(found: SeriesBreak, t: Translate): string {
  switch (found.kind) {
    case "gradeScheme":
      return t("history.series.break.gradeScheme", { scheme: found.scheme });
    case "unitsEnded": {
      const { counts, members, decisions } = found;
      const units = ENDED.flatMap((kind) => {
        const number = counts[kind];
        return number === undefined
          ? []
          : [t(`history.series.ended.${kind}`, { number: printNumber(number) })];
      });
      const more = [
        ...(members === null ? [] : [t("history.series.break.members", { number: printNumber(members) })]),
        ...(decisions.length === 0
          ? []
          : [t("history.series.break.decisions", { decisions: decisions.join(", ") })]),
      ];
      return [t("history.series.break.unitsEnded", { units: units.join(", ") }), ...more].join("; ");
    }
    case "targetRevised":
      return t("history.series.break.targetRevised", {
        decision: found.decision ?? t("history.series.break.noDecision"),
      });
    case "resummed":
      return t("history.series.break.resummed", { unit: found.unit });
    case "noted":
      return t("history.series.break.noted", { text: found.text, author: found.author });
    case "programmeEnded":
    case "officeFounded":
    case "recordsBegin":
      return t(`history.series.break.${found.kind}`);
  }
}
