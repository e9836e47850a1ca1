import { type ReactNode, useLayoutEffect, useSyncExternalStore } from "react";
import { setSheetState } from "../api/sheet-state.ts";
import { printDate, printDaysLeft } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";

interface EntryFactsProps {
  readonly sheet: EntrySheet;
  readonly progress: ReactNode;
}

/** How far the form is, until when, and whether everything typed is saved. */
export function EntryFacts({ sheet, progress }: EntryFactsProps) {
  const t = useText();
  const { cutoffOn, dueOn, daysLeft, lockedReason } = sheet.form;
  const isSent = lockedReason === "submitted" || lockedReason === "accepted";
  const isSaving = useSyncExternalStore(
    (listener) => sheet.saver.subscribe(listener),
    () => sheet.saver.isSaving(),
  );
  const refused = useSyncExternalStore(
    (listener) => sheet.unsaved.subscribe(listener),
    () => sheet.unsaved.refusedCount(),
  );
  useLayoutEffect(() => setSheetState({ isSaving, refused, sheet }), [isSaving, refused, sheet]);
  return (
    <span className="entry-facts">
      <span>{progress}</span>
      <span>{t("entry.cutoff", { date: printDate(cutoffOn) })}</span>
      <span>
        {t("entry.due", { date: printDate(dueOn) })}
        {/* What was sent is late no more. */}
        {!isSent && ` · ${printDaysLeft(daysLeft, t)}`}
      </span>
      <output data-saving={isSaving || undefined} data-refused={refused > 0 || undefined}>
        {isSaving
          ? t("shell.saving")
          : refused > 0
            ? t("entry.notSaved", { number: refused })
            : t("shell.saved")}
      </output>
    </span>
  );
}
