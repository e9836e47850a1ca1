// The report as the screen shows it: the paper, what may be changed on it, and what is still to do.
import { HEAD_PARTS, type ReportPart, type ReportSheet } from "../../../shared/contract/report.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import { figuresIn, toEditable } from "../../../shared/domain/report/placeholders.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { findFrozenReport, listPartEverywhere } from "../../database/queries/reports.ts";
import { formOf } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { draftOf, linesOf, paperOf, type ReportDraft } from "./paper.ts";

export function sheetOf(workspace: Workspace, office: OfficeRecord, period: Period): ReportSheet {
  const draft = draftOf(workspace, office, period);
  const frozen = isSigned(workspace, period) ? frozenPaper(workspace, period) : undefined;
  const named = new Set(
    draft.models.flatMap(({ id, text }) => figuresIn(draft.stored.get(id)?.text ?? text ?? "")),
  );
  return {
    paper: frozen ?? paperOf(workspace, draft),
    parts: partsOf(draft),
    figures: draft.figures,
    isFrozen: isSigned(workspace, period),
    isAsSigned: frozen !== undefined,
    state: findPeriodState(workspace.db, period.rhythm, period)?.state ?? "open",
    unwritten: draft.models
      .filter(({ id, text }) => {
        const own = draft.stored.get(id)?.text ?? null;
        return text !== null && own === null && linesOf(text).length === 0;
      })
      .map(({ heading }) => heading),
    missing: draft.figures.filter(({ code, isMissing }) => isMissing && named.has(code)),
    suggestedNumber: suggestedNumber(workspace, period),
    elements: formOf(period).cells.map(({ element }) => ({ code: element.code, label: element.label })),
  };
}

/** What is sent or answered is no longer written on. */
export function isSigned(workspace: Workspace, period: Period): boolean {
  const state = findPeriodState(workspace.db, period.rhythm, period)?.state;
  return state === "submitted" || state === "accepted";
}

/** The report as it was last signed; undefined for one signed before reports were kept. */
export function frozenPaper(workspace: Workspace, period: Period): PaperReport | undefined {
  const content = findFrozenReport(workspace.db, period.rhythm, period);
  // Written by this program only, from the same type.
  return content === undefined ? undefined : (JSON.parse(content) as PaperReport);
}

function partsOf({ head, stored, models, figures }: ReportDraft): ReportPart[] {
  const part = (name: string, heading: string | null, text: string): ReportPart => {
    const row = stored.get(name);
    return {
      part: name,
      heading,
      text,
      isProposed: (row?.text ?? null) === null,
      revision: row?.revision ?? 0,
      author: row?.author ?? null,
    };
  };
  return [
    ...HEAD_PARTS.map((name) => part(name, null, head[name])),
    ...models.flatMap(({ id, heading, text }) =>
      text === null ? [] : [part(id, heading, toEditable(stored.get(id)?.text ?? text, figures))],
    ),
  ];
}

/** Numbers of reports in use in the calendar year in which a report is dated, by period. */
export function numbersBeside(workspace: Workspace, period: Period): ReadonlyMap<number, string> {
  const dated = new Map(
    listPartEverywhere(workspace.db, "issuedOn").map(({ form, period: code, text }) => [
      `${form} ${code}`,
      text,
    ]),
  );
  const yearOf = (at: Period) =>
    (dated.get(`${at.rhythm} ${at.code}`) || workspace.datesOf(at).dueOn).slice(0, 4);
  const year = yearOf(period);
  return new Map(
    listPartEverywhere(workspace.db, "number")
      .filter(
        ({ text, period: code }) => text !== "" && code !== period.code && yearOf(periodOf(code)) === year,
      )
      .map(({ text, period: code }) => [Number(text), code]),
  );
}

function suggestedNumber(workspace: Workspace, period: Period): number {
  return Math.max(0, ...numbersBeside(workspace, period).keys()) + 1;
}
