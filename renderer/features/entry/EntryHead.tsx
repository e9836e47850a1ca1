import { Link } from "@tanstack/react-router";
import { type ReactNode, useSyncExternalStore } from "react";
import { printDate, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { printDaysLeft } from "./EntryPage.tsx";
import type { EntrySheet } from "./entry-sheet.ts";

interface EntryHeadProps {
  readonly sheet: EntrySheet;
  readonly actions: ReactNode;
}

/** Which form, until when, how far it is, and whether everything typed is saved. */
export function EntryHead({ sheet, actions }: EntryHeadProps) {
  const t = useText();
  const data = sheet.form;
  const started = useSyncExternalStore(
    (listener) => sheet.subscribe(listener),
    () => sheet.startedRows(),
  );
  const isSaving = useSyncExternalStore(
    (listener) => sheet.subscribeProgress(listener),
    () => sheet.isSaving(),
  );
  return (
    <header className="page-head">
      <h1>{printPeriod(data.period, t)}</h1>
      <span className="entry-facts">
        <span>{t("entry.unitsIn", { started, expected: data.units.length })}</span>
        <span>{t("entry.cutoff", { date: printDate(data.cutoffOn) })}</span>
        <span>
          {t("entry.due", { date: printDate(data.dueOn) })} · {printDaysLeft(data.daysLeft, t)}
        </span>
        <output data-saving={isSaving || undefined}>{isSaving ? t("shell.saving") : t("shell.saved")}</output>
      </span>
      <div className="page-actions">
        {actions}
        <Link
          className="link-button"
          to="/bundles/$form/$period"
          params={{ form: data.form, period: data.period }}
        >
          {t("entry.prepare")}
        </Link>
      </div>
    </header>
  );
}
