import { Link } from "@tanstack/react-router";
import { type ReactNode, useSyncExternalStore } from "react";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { EntryFacts } from "../../sheet/EntryFacts.tsx";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { PrepareLink } from "./PrepareLink.tsx";

interface EntryHeadProps {
  readonly sheet: EntrySheet;
  readonly actions: ReactNode;
}

/** Which form, how it stands, and what can be done with it. */
export function EntryHead({ sheet, actions }: EntryHeadProps) {
  const t = useText();
  const data = sheet.form;
  const started = useSyncExternalStore(
    (listener) => sheet.subscribe(listener),
    () => sheet.cells.startedRows(),
  );
  return (
    <header className="page-head">
      <h1>{printPeriod(data.period, t)}</h1>
      <EntryFacts
        sheet={sheet}
        progress={t("entry.unitsIn", {
          started,
          expected: data.units.length,
        })}
      />
      <div className="page-actions">
        {actions}
        <Link className="link-button" to="/entry/collect" search={{ period: data.period }}>
          {t("collect.open")}
        </Link>
        <PrepareLink data={data} />
      </div>
    </header>
  );
}
