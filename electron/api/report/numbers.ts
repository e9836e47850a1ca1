// Numbers of documents: one sequence a calendar year, given out by the office's own register (domain.md §e.2).
import { todayOf } from "../../../shared/domain/clock.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { parseDocumentNumber } from "../../../shared/domain/report/lines.ts";
import {
  listPartEverywhere,
  listReportParts,
  listSignedNumbers,
  setReportPart,
} from "../../database/queries/reports.ts";
import type { Workspace } from "../workspace.ts";

/**
 * Numbers of reports in use in the calendar year in which a report is dated, by period: those written on other reports, and
 * those under which any was signed. A report that was sent back keeps its number; the correction is another document.
 * @param issuedOn YYYY-MM-DD, the day on the report itself; empty while it has none: the day it is due counts then
 */
export function numbersBeside(
  workspace: Workspace,
  period: Period,
  issuedOn: string,
): ReadonlyMap<number, string> {
  const dated = new Map(
    listPartEverywhere(workspace.db, "issuedOn").map(({ form, period: code, text }) => [
      `${form} ${code}`,
      text,
    ]),
  );
  const yearOf = (at: Period, on = dated.get(`${at.rhythm} ${at.code}`)) =>
    (on || workspace.datesOf(at).dueOn).slice(0, 4);
  const year = yearOf(period, issuedOn);
  const written = listPartEverywhere(workspace.db, "number").filter(
    ({ text, period: code }) => text !== "" && code !== period.code && yearOf(periodOf(code)) === year,
  );
  const signed = listSignedNumbers(workspace.db).filter(
    ({ issuedOn, createdAt }) =>
      (issuedOn ?? todayOf({ now: () => new Date(createdAt) })).slice(0, 4) === year,
  );
  return new Map([
    ...signed.flatMap(({ documentNumber, period: code }) => {
      const number = parseDocumentNumber(documentNumber)?.number;
      return number === undefined ? [] : [[Number(number), code] as const];
    }),
    ...written.map(({ text, period: code }) => [Number(text), code] as const),
  ]);
}

/** A report that came back keeps its number and day; its correction gets its own. Call inside a transaction. */
export function freeNumber(workspace: Workspace, period: Period): void {
  const { db } = workspace;
  const act = workspace.act();
  const parts = listReportParts(db, period.rhythm, period);
  for (const { part, text, revision } of parts) {
    if ((part !== "number" && part !== "issuedOn") || text === null) continue;
    const row = { part, text: null, revision: revision + 1, author: act.actor };
    setReportPart(db, period.rhythm, workspace.ensurePeriod(period), row, act.at);
  }
}

/** The one after the greatest of the year of the report's day; see {@link numbersBeside}. */
export function suggestedNumber(workspace: Workspace, period: Period, issuedOn: string): number {
  return Math.max(0, ...numbersBeside(workspace, period, issuedOn).keys()) + 1;
}
