import { Link } from "@tanstack/react-router";
import { type ReactNode, useSyncExternalStore } from "react";
import type { GradingSheet } from "../../../shared/contract/grading.ts";
import { Button } from "../../components/Button.tsx";
import { ALL_PLACED } from "../../components/grid/grid-model.ts";
import { showToast } from "../../components/Toast.tsx";
import { EntryFacts } from "../../sheet/EntryFacts.tsx";
import { EntryTabs } from "../../sheet/EntryTabs.tsx";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { useText } from "../../text/use-text.ts";
import { GradingRows } from "./grading-model.ts";
import { GradingStrip } from "./GradingStrip.tsx";
import { SchemeLine } from "./SchemeLine.tsx";

/** Units that a notice in the corner names. */
const MOST_NAMED = 3;

interface GradingHeadProps {
  readonly data: GradingSheet;
  readonly sheet: EntrySheet;
  readonly actions: ReactNode;
}

/** Which year, by which scheme, how far it is, what it adds up to, and what can be done. */
export function GradingHead({ data, sheet, actions }: GradingHeadProps) {
  const t = useText();
  const rows = new GradingRows(data, sheet);
  useSyncExternalStore(
    (listener) => sheet.subscribe(listener),
    () => sheet.version(),
  );
  const eligible = data.units.flatMap(({ standing }, row) => (standing === "eligible" ? [row] : []));
  const verified = eligible.filter((row) => rows.figures(row).verifiedScore !== null).length;

  async function fill() {
    // A score that was just typed counts as soon as it is stored.
    await sheet.saver.settled();
    const { writes, unsaved } = rows.proposals();
    const skipped =
      unsaved.length === 0
        ? ""
        : t("grading.notFilled", { number: unsaved.length, units: nameRows(unsaved) });
    if (writes.length > 0) sheet.paste(writes, ALL_PLACED, skipped);
    else showToast(skipped || t("grading.nothingToFill"), "info");
  }

  function nameRows(unsaved: readonly number[]): string {
    const names = unsaved.slice(0, MOST_NAMED).map((row) => {
      const { code, name } = sheet.rowHeader(row);
      return `${code} ${name}`;
    });
    return names.join("; ") + (unsaved.length > MOST_NAMED ? "; …" : "");
  }

  return (
    <>
      <header className="page-head">
        <h1>{t("grading.title", { year: data.year })}</h1>
        <EntryFacts
          sheet={sheet}
          progress={t("grading.verified", {
            verified,
            eligible: eligible.length,
          })}
        />
        <div className="page-actions">
          {data.form.lockedReason === null && (
            <Button onPress={() => void fill()}>{t("grading.fill")}</Button>
          )}
          {actions}
          <Link className="link-button" to="/entry/grading/summary">
            {t("grading.openSummary")}
          </Link>
        </div>
      </header>
      <EntryTabs />
      <GradingStrip year={data.year} sheet={sheet} />
      <SchemeLine scheme={data.scheme} />
    </>
  );
}
