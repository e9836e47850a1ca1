// The report as the screen shows it: the paper, what may be changed on it, and what is still to do.
import { HEAD_PARTS, type ReportPart, type ReportSheet } from "../../../shared/contract/report.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { figuresIn, toEditable } from "../../../shared/domain/report/placeholders.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { paperDigest } from "../bundle/paper-document.ts";
import { formOf } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { suggestedNumber } from "./numbers.ts";
import { draftOf, paperOf, type ReportDraft } from "./paper.ts";
import { linesOf } from "./parts.ts";
import { isSigned, type SignedReport } from "./signed-papers.ts";

/** Of a signed report nothing is worked out again, and nothing can be changed. */
export function signedSheet(workspace: Workspace, { paper, content, period }: SignedReport): ReportSheet {
  return {
    paper,
    paperSha256: paperDigest(paper),
    parts: [],
    figures: [],
    isFrozen: true,
    signedAs: content.digest,
    state: stateOf(workspace, period),
    unwritten: [],
    missing: [],
    suggestedNumber: suggestedNumber(workspace, period, paper.issuedOn ?? ""),
    elements: [],
  };
}

export function presentSheet(workspace: Workspace, office: OfficeRecord, period: Period): ReportSheet {
  const draft = draftOf(workspace, office, period);
  const paper = paperOf(draft);
  const named = new Set(
    draft.models.flatMap(({ id, text }) => figuresIn(draft.stored.get(id)?.text ?? text ?? "")),
  );
  return {
    paper,
    paperSha256: paperDigest(paper),
    parts: partsOf(draft),
    figures: draft.figures,
    isFrozen: isSigned(workspace, period),
    signedAs: null,
    state: stateOf(workspace, period),
    unwritten: draft.models
      .filter(({ id, text }) => {
        const own = draft.stored.get(id)?.text ?? null;
        return text !== null && own === null && linesOf(text).length === 0;
      })
      .map(({ heading }) => heading),
    missing: draft.figures.filter(({ code, isMissing }) => isMissing && named.has(code)),
    suggestedNumber: suggestedNumber(workspace, period, draft.head.issuedOn),
    elements: formOf(period).cells.map(({ element }) => ({ code: element.code, label: element.label })),
  };
}

function stateOf({ db }: Workspace, period: Period): ReportSheet["state"] {
  return findPeriodState(db, period.rhythm, period)?.state ?? "open";
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
