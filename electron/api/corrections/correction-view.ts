// How the newest report of a period sent from here stands, and what of it may be corrected.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { CorrectedCell, CorrectionView } from "../../../shared/contract/corrections.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  findCorrectionRequest,
  findReturnNotice,
  insertOpenedCell,
  listOpenedCells,
  listRemarks,
  lastCellAuthor,
  type KeptOpenedCell,
  setCorrectionRequest,
} from "../../database/queries/corrections.ts";
import { findEntry } from "../../database/queries/entries.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import type { ForgottenRow } from "../../database/queries/forgotten.ts";
import { listPeriodCodes } from "../../database/queries/periods.ts";
import { listUnits } from "../../database/queries/units.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { findForgotten } from "../backup/restored-state.ts";
import { frozenParts } from "../bundle/frozen-parts.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { openCell as placeOf, sentFigures } from "./open-cell.ts";
import { namedElement, remarkViews } from "./remark-view.ts";
import { isSameFigure, type NamedUnit } from "./report-content.ts";

export const open = api.corrections.open.handler(({ input, context: { workspace } }) =>
  viewOf(workspace, requireOffice(workspace), periodOf(input.period)),
);

export const openCells = api.corrections.openCells.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  inTransaction(db, () => {
    const latest = findLatestSubmission(db, input.form, period);
    if (latest?.state !== "returned") throw errors.NOT_RETURNED();
    const parts = new Set(frozenParts(workspace, period).map((part) => part.period.code));
    const figures = sentFigures(workspace, latest.sha256);
    const { actor, at } = workspace.act();
    for (const place of input.cells) {
      if (!parts.has(place.period)) throw errors.PERIOD_OUTSIDE();
      const cell = placeOf(workspace, office, place, figures);
      if (!cell) throw errors.UNIT_UNKNOWN();
      insertOpenedCell(db, latest.sha256, { ...cell, reason: input.reason, author: actor, at });
    }
    appendAudit(db, workspace.act(), "correction.open", latest.sha256, {
      cells: input.cells.length,
      reason: input.reason,
    });
  });
  return requireView(workspace, office, period);
});

export const request = api.corrections.request.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  inTransaction(db, () => {
    const latest = findLatestSubmission(db, input.form, period);
    if (latest?.state !== "receipted") throw errors.NOT_ACCEPTED();
    const { actor: author, at } = workspace.act();
    setCorrectionRequest(db, { report: latest.sha256, reason: input.reason, author, at });
    appendAudit(db, workspace.act(), "correction.request", latest.sha256, { reason: input.reason });
  });
  return requireView(workspace, office, period);
});

function requireView(workspace: Workspace, office: OfficeRecord, period: Period): CorrectionView {
  const view = viewOf(workspace, office, period);
  if (!view) throw new RangeError(`requireView: ${period.code}`);
  return view;
}

function viewOf(workspace: Workspace, office: OfficeRecord, period: Period): CorrectionView | null {
  const { db } = workspace;
  const forgotten = findForgotten(db, period.rhythm, period);
  if (forgotten) return forgottenView(workspace, office, forgotten);
  const latest = findLatestSubmission(db, period.rhythm, period);
  if (!latest) return null;
  const notice = latest.state === "returned" ? findReturnNotice(db, latest.sha256) : undefined;
  const asked = findCorrectionRequest(db, latest.sha256);
  return {
    digest: latest.sha256,
    code: bundleCode(latest.sha256),
    correction: latest.correction,
    isForgotten: false,
    returned: notice ? { issuer: notice.issuer, at: notice.at, dueOn: notice.dueOn } : null,
    remarks: remarkViews(listRemarks(db, latest.sha256), unitsByUid(workspace, office)),
    cells: openedCells(workspace, office, latest.sha256)
      .toSorted((left, right) => Number(left.isOwn) - Number(right.isOwn))
      .map(({ cell }) => cell),
    request: asked ? { reason: asked.reason, author: asked.author, at: asked.at } : null,
  };
}

/** What replies say of a report that was sent after the backup that was restored. */
function forgottenView(
  workspace: Workspace,
  office: OfficeRecord,
  { sha256, returned }: ForgottenRow,
): CorrectionView {
  return {
    digest: sha256,
    code: bundleCode(sha256),
    correction: returned?.correction ?? null,
    isForgotten: true,
    returned: returned && { issuer: returned.issuer, at: returned.at, dueOn: returned.dueOn },
    remarks: remarkViews(listRemarks(workspace.db, sha256), unitsByUid(workspace, office)),
    cells: openedCells(workspace, office, sha256).map(({ cell }) => cell),
    request: null,
  };
}

interface Opened {
  readonly opened: KeptOpenedCell;
  /** Opened here, not by the return. */
  readonly isOwn: boolean;
  /** Another figure stands there than was reported. */
  readonly isChanged: boolean;
  readonly cell: CorrectedCell;
}

/** The cells a return keeps open, with what was reported and what stands there now. */
export function openedCells(workspace: Workspace, office: OfficeRecord, digest: string): Opened[] {
  const { db } = workspace;
  const cells = listOpenedCells(db, digest);
  if (cells.length === 0) return [];
  const units = new Map([...unitsByUid(workspace, office).values()].map((unit) => [unit.id, unit]));
  const codes = listPeriodCodes(db);
  return cells.flatMap((opened): Opened[] => {
    const unit = units.get(opened.unitId);
    const element = workspace.elementCodes.get(opened.elementId);
    const period = codes.get(opened.periodId);
    if (!unit || element === undefined || period === undefined) return [];
    const corrected = findEntry(db, opened)?.entry ?? null;
    // Of a report that is not here nobody can say that a figure is another.
    const isChanged = !opened.isForgotten && !isSameFigure(opened.reported, corrected);
    return [
      {
        opened,
        isOwn: opened.author !== null,
        isChanged,
        cell: {
          unit: { uid: unit.uid, code: unit.code, name: unit.name },
          element: namedElement(element),
          type: elementByCode(element).type,
          period,
          reported: opened.reported,
          corrected,
          reason: opened.reason,
          suggestion: opened.suggestion,
          // Nobody else is named in the place of whoever wrote it without a name.
          author: isChanged ? lastCellAuthor(db, opened) : null,
        },
      },
    ];
  });
}

/** Every unit there ever was, by uid, and the office itself. */
function unitsByUid(
  workspace: Workspace,
  office: OfficeRecord,
): ReadonlyMap<string, NamedUnit & { readonly id: number }> {
  const self = { id: office.unitId, uid: office.uid, code: office.code, name: office.name };
  return new Map([self, ...listUnits(workspace.db, workspace.today())].map((unit) => [unit.uid, unit]));
}
