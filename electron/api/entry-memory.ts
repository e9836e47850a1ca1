// What the entry screens keep between two openings that is no figure: texts nobody entered, widths of columns.
import type { KeptText, OpenedForm } from "../../shared/contract/entries.ts";
import type { Period, PeriodCode, Rhythm } from "../../shared/domain/period.ts";
import type { Database } from "../database/connection.ts";
import { findSetting, forgetSetting, setSetting } from "../database/queries/settings.ts";

export type Remembered = Pick<OpenedForm, "isOwn" | "unsavedTexts" | "columnWidths">;

/** @param isOwn of the figures the office answers about itself, not of the unions */
export function rememberedOf(db: Database, period: Period, isOwn: boolean): Remembered {
  return {
    isOwn,
    unsavedTexts: findSetting<readonly KeptText[]>(db, textsOf(period.code, isOwn)) ?? [],
    columnWidths: findSetting<OpenedForm["columnWidths"]>(db, widthsOf(period.rhythm)) ?? {},
  };
}

/** Takes the place of what was kept of the period before. */
export function keepTexts(
  db: Database,
  period: PeriodCode,
  isOwn: boolean,
  texts: readonly KeptText[],
): void {
  const name = textsOf(period, isOwn);
  if (texts.length === 0) forgetSetting(db, name);
  else setSetting(db, name, texts);
}

export function keepWidths(db: Database, form: Rhythm, widths: OpenedForm["columnWidths"]): void {
  setSetting(db, widthsOf(form), widths);
}

function textsOf(period: string, isOwn: boolean): string {
  return `unsavedTexts:${isOwn ? "own" : "unions"}:${period}`;
}

function widthsOf(form: Rhythm): string {
  return `columnWidths:${form}`;
}
