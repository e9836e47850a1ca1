// Saving one cell: durable when it answers, in one transaction with its change, its audit row and its undo step.
import { elementByCode, findElement } from "../../shared/catalogue/elements.ts";
import { shortestRhythm } from "../../shared/domain/data-element.ts";
import type { FindingView, PeriodStateName, StaleCell } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import type { EmployerType } from "../../shared/domain/org-unit.ts";
import { periodOf, type Rhythm } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { findEntry } from "../database/queries/entries.ts";
import { findPresent, type PresentCell, writeEntry } from "../database/queries/entry-writes.ts";
import { listPeople } from "../database/queries/settings.ts";
import { cellLock, findTargetUnit, keyOf, lockData } from "./cell-place.ts";
import { refusalOf } from "./cell-writer.ts";
import { actOnCells } from "./entry-undo.ts";
import { checkSelf, checkUnitRecords } from "./findings.ts";
import { formOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

interface CellInput {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  /** null clears the cell to "chưa nhập". */
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly asOf: string | null;
  readonly expectedRevision: number;
}

export type Locked = { readonly state: PeriodStateName; readonly at: string | null };

type SaveResult =
  | { readonly ok: true; readonly revision: number; readonly findings: readonly FindingView[] }
  | { readonly ok: false; readonly code: "PERIOD_LOCKED"; readonly data: Locked }
  | {
      readonly ok: false;
      readonly code: "STALE_REVISION";
      readonly data: StaleCell & { author: string | null };
    }
  | {
      readonly ok: false;
      readonly code: "NOT_APPLICABLE";
      readonly data: { employerType: EmployerType | null };
    }
  | {
      readonly ok: false;
      readonly code: "UNIT_NOT_ACTIVE";
      readonly data: { establishedOn: string | null; endedOn: string | null };
    }
  | { readonly ok: false; readonly code: "RHYTHM_TOO_SHORT"; readonly data: { rhythm: Rhythm } }
  | { readonly ok: false; readonly code: "UNIT_UNKNOWN" | "ELEMENT_UNKNOWN" | "VALUE_REFUSED" };

/** What whoever comes with an old revision is told of the cell. */
export function staleCell({ stored, revision }: PresentCell): StaleCell {
  return { current: stored?.entry ?? null, isEstimate: stored?.isEstimate ?? false, revision };
}

export function saveCell(workspace: Workspace, office: OfficeRecord, input: CellInput): SaveResult {
  const { db } = workspace;
  const period = periodOf(input.period);
  return inTransaction(db, (): SaveResult => {
    const unit = findTargetUnit(workspace, office, input.unit, period);
    const isKnown = unit !== undefined && findElement(input.element) !== undefined;
    const lock = isKnown
      ? cellLock(workspace, period, keyOf(workspace, unit, input.element, period))
      : lockData(workspace, period);
    if (lock) return { ok: false, code: "PERIOD_LOCKED", data: lock };
    if (!unit) return { ok: false, code: "UNIT_UNKNOWN" };
    const { employerType, establishedOn, endedOn } = unit;
    const refusal = refusalOf(unit, input.element, period, input.entry, input.unit === office.uid);
    if (refusal === "NOT_APPLICABLE") return { ok: false, code: refusal, data: { employerType } };
    if (refusal === "UNIT_NOT_ACTIVE") return { ok: false, code: refusal, data: { establishedOn, endedOn } };
    if (refusal === "RHYTHM_TOO_SHORT")
      return { ok: false, code: refusal, data: { rhythm: shortestRhythm(elementByCode(input.element)) } };
    if (refusal !== null) return { ok: false, code: refusal };
    workspace.ensurePeriod(period);
    const key = keyOf(workspace, unit, input.element, period);
    const present = findPresent(db, key);
    if (present.revision !== input.expectedRevision) {
      const authorId = findEntry(db, key)?.authorId;
      const author = listPeople(db).find((person) => person.id === authorId)?.name ?? null;
      return { ok: false, code: "STALE_REVISION", data: { ...staleCell(present), author } };
    }
    const act = actOnCells(workspace, "typed", [period]);
    const { entry, isEstimate, asOf } = input;
    const revision = writeEntry(db, key, { entry, isEstimate, asOf, source: "typed" }, act, present);
    appendAudit(db, act, "entry.save", `${input.unit}/${input.element}/${input.period}`, { entry, revision });
    const findings =
      input.unit === office.uid
        ? checkSelf(workspace, office, period).findings
        : checkUnitRecords(workspace, formOf(period), period, [unit]);
    return { ok: true, revision, findings };
  });
}
