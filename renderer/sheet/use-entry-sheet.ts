import { useQueryClient } from "@tanstack/react-query";
import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import { useEffect, useMemo, useState } from "react";
import type { OpenedForm } from "../../shared/contract/entries.ts";
import { api } from "../api/api.ts";
import { isOnlyShown, tellOtherWindows } from "../api/other-windows.ts";
import { endSheetState } from "../api/sheet-state.ts";
import { subscribeWritten } from "../api/written-cells.ts";
import type { UnplacedLine } from "../components/grid/grid-model.ts";
import { showToast } from "../components/Toast.tsx";
import { useDataWords } from "../text/data-words.ts";
import { printPeriodWithin } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import type { PartialMonths } from "./cell-view.ts";
import { EntrySheet } from "./entry-sheet.ts";
import { keepUnsaved } from "./keep-unsaved.ts";
import type { PastePlan, RefusedWrite } from "./paste-plan.ts";
import { refusalText } from "./refusal-text.ts";

interface AskedPaste {
  readonly plan: PastePlan;
  readonly byThousands: PastePlan | null;
  readonly decide: (decided: PastePlan | null) => void;
}

/** What a block left undone. */
export interface Refusals {
  readonly cells: readonly RefusedWrite[];
  readonly lines: readonly UnplacedLine[];
}

/** A form of a running year has one such sentence for most of its cells, and few different ones. */
function once(say: (months: PartialMonths) => string): (months: PartialMonths) => string {
  const known = new Map<string, string>();
  return (months) => {
    const key = `${months.said}/${months.wanted}`;
    const said = known.get(key) ?? say(months);
    known.set(key, said);
    return said;
  };
}

/** The sheet of a form with what the page shows of its work: a paste to decide on, what was refused. */
export function useEntrySheet(data: OpenedForm) {
  const t = useText();
  const words = useDataWords();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<AskedPaste | null>(null);
  const [refused, setRefused] = useState<Refusals | null>(null);
  const locked =
    data.lockedReason === null
      ? null
      : data.lockedWithin === null || data.lockedReason === "returned"
        ? t(`entry.locked.${data.lockedReason}`)
        : t("entry.lockedWithin", { period: printPeriodWithin(data.lockedWithin, t) });
  const sheet = useMemo(
    () =>
      new EntrySheet(
        data,
        {
          grades: gradeWordsOf(data.period),
          entry: (entry, type) => (entry === null ? "" : words.entry(entry, type, data.period)),
          finding: words.finding,
          section: words.section,
          columnTitle: ({ element, shortLabel }) => words.element(element, shortLabel),
          neverAsked: t("entry.neverAsked"),
          computed: t("entry.computed"),
          partial: once(({ said, wanted }) => t("entry.partial", { said, wanted })),
          stale: t("entry.stale"),
          locked,
          returned: ({ reason: remark, suggestion, isOwn }, reported) => {
            const reason =
              suggestion === null ? remark : t("entry.returnedSuggested", { reason: remark, suggestion });
            const why = t(isOwn ? "entry.openedHere" : "entry.returned", { reason });
            return reported === null
              ? why
              : reported === ""
                ? `${why} – ${t("entry.unreported")}`
                : `${why} – ${t("entry.reported", { reported })}`;
          },
          refused: (reason, text, stored) => {
            const why = t("entry.refused", { reason: refusalText(reason, text, t) });
            return stored === "" ? why : `${why}. ${t("entry.stillCounts", { stored })}`;
          },
        },
        {
          onBlock(result) {
            const parts: string[] = [t("entry.pasted", { number: result.saved })];
            if (result.refused.length > 0)
              parts.push(t("entry.pasteRefused", { number: result.refused.length }));
            const { cells: outside, lines } = result.outside;
            if (outside > 0) parts.push(t("entry.pasteOutside", { number: outside }));
            if (result.remark !== "") parts.push(result.remark);
            const isWhole = result.refused.length === 0 && result.remark === "";
            showToast(parts.join(" "), isWhole ? "success" : "info");
            setRefused({ cells: result.refused, lines });
          },
          confirmPaste: (plan, byThousands) =>
            new Promise((resolve) => {
              setAsked({
                plan,
                byThousands,
                decide(decided) {
                  setAsked(null);
                  resolve(decided);
                },
              });
            }),
        },
      ),
    [data, locked, t, words],
  );
  // A list of incidents beside the sheet writes into it.
  useEffect(
    () =>
      subscribeWritten((cells, by) => {
        if (by !== sheet) sheet.takeOver(cells);
      }),
    [sheet],
  );
  // The header speaks for the sheet until the office itself can tell what is left of it.
  useEffect(() => {
    const stop = keepUnsaved(sheet, () =>
      queries.invalidateQueries({ queryKey: api.entries.unsaved.key(), refetchType: "all" }),
    );
    return () => void Promise.all([stop(), sheet.saver.settled()]).then(() => endSheetState(sheet));
  }, [queries, sheet]);
  // What is written here changes every figure elsewhere; when the sheet is left its last cell may still be on its way.
  useEffect(() => {
    const stop = sheet.saver.subscribe(() => {
      if (!sheet.saver.isSaving()) tellOtherWindows();
    });
    return () => {
      void sheet.saver.settled().then(() => {
        stop();
        return queries.invalidateQueries({ predicate: isOnlyShown });
      });
    };
  }, [queries, sheet]);
  return {
    sheet,
    asked,
    refused,
    locked,
    forgetRefused: () => setRefused(null),
    /** After a step back or forth: of what was refused, only what is still red is worth telling. */
    keepRefused: () =>
      setRefused(
        (told) => told && { cells: told.cells.filter((cell) => sheet.unsaved.refusedAt(cell)), lines: [] },
      ),
  };
}
