// What the entry screens keep between two openings that is no figure: texts nobody entered, widths of columns.
import { type KeptText, MOST_KEPT_TEXTS, type OpenedForm } from "../../shared/contract/entries.ts";
import { type Period, type PeriodCode, periodOf, type Rhythm } from "../../shared/domain/period.ts";
import type { Database } from "../database/connection.ts";
import { findSetting, forgetSetting, listSettings, setSetting } from "../database/queries/settings.ts";

/** Begins the names of the settings with texts: whose and of which period follows. */
const TEXTS = "unsavedTexts";

type Remembered = Pick<OpenedForm, "isOwn" | "unsavedTexts" | "columnWidths">;

/** @param isOwn of the figures the office answers about itself, not of the unions */
export function rememberedOf(db: Database, period: Period, isOwn: boolean): Remembered {
  return {
    isOwn,
    unsavedTexts: findSetting<readonly KeptText[]>(db, textsOf(period.code, isOwn)) ?? [],
    columnWidths: findSetting<OpenedForm["columnWidths"]>(db, widthsOf(period.rhythm)) ?? {},
  };
}

/** Cell by cell: what another window keeps of the same period stays. Of too many the oldest go. */
export function keepTexts(
  db: Database,
  period: PeriodCode,
  isOwn: boolean,
  texts: readonly (Omit<KeptText, "text"> & { readonly text: string | null })[],
): void {
  const name = textsOf(period, isOwn);
  const kept = new Map(
    (findSetting<readonly KeptText[]>(db, name) ?? []).map((text) => [placeOf(text), text]),
  );
  for (const { unit, element, text } of texts) {
    kept.delete(placeOf({ unit, element }));
    if (text !== null) kept.set(placeOf({ unit, element }), { unit, element, text });
  }
  if (kept.size === 0) forgetSetting(db, name);
  else setSetting(db, name, [...kept.values()].slice(-MOST_KEPT_TEXTS));
}

/** Cells of a period with a text that was typed and never taken: what somebody means to be in the report and is not. */
export function unsavedTexts(db: Database, period: Period): number {
  return [false, true].reduce((sum, isOwn) => sum + rememberedOf(db, period, isOwn).unsavedTexts.length, 0);
}

/** What is kept of every period that has any. */
export function listKeptTexts(
  db: Database,
): { readonly period: PeriodCode; readonly isOwn: boolean; readonly texts: readonly KeptText[] }[] {
  return listSettings<readonly KeptText[]>(db, `${TEXTS}:`).map(({ name, value }) => {
    const [, whose, period = ""] = name.split(":");
    return { period: periodOf(period).code, isOwn: whose === "own", texts: value };
  });
}

function placeOf({ unit, element }: Omit<KeptText, "text">): string {
  return `${unit} ${element}`;
}

export function keepWidths(db: Database, form: Rhythm, widths: OpenedForm["columnWidths"]): void {
  setSetting(db, widthsOf(form), widths);
}

function textsOf(period: string, isOwn: boolean): string {
  return `${TEXTS}:${isOwn ? "own" : "unions"}:${period}`;
}

function widthsOf(form: Rhythm): string {
  return `columnWidths:${form}`;
}
