// Saving cells, one or many: durable when it answers, in one transaction with its changes, its audit row and its undo step.
import { elementByCode } from "../../shared/catalogue/elements.ts";
import type { FindingView, PeriodStateName } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import type { EmployerType } from "../../shared/domain/org-unit.ts";
import { type Period, periodOf, type Rhythm } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { type Act, appendAudit } from "../database/queries/audit.ts";
import {
  type EntrySource,
  findEntry,
  findPresent,
  listPresent,
  writeEntry,
} from "../database/queries/entries.ts";
import { periodId } from "../database/queries/periods.ts";
import { listPeople } from "../database/queries/settings.ts";
import { listUnits } from "../database/queries/units.ts";
import { findTargetUnit, keyOf, lockData } from "./cell-place.ts";
import { type CellRefusal, refusalOf, selfUnit } from "./cell-writer.ts";
import { actOnCells } from "./entry-undo.ts";
import { checkSelf, checkUnits } from "./findings.ts";
import { formOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

export interface CellInput {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  /** null clears the cell to "chưa nhập". */
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly asOf: string | null;
  readonly expectedRevision: number;
}

type Locked = { readonly state: PeriodStateName; readonly at: string | null };

export type SaveResult =
  | { readonly ok: true; readonly revision: number; readonly findings: readonly FindingView[] }
  | { readonly ok: false; readonly code: "PERIOD_LOCKED"; readonly data: Locked }
  | {
      readonly ok: false;
      readonly code: "STALE_REVISION";
      readonly data: { current: EntryValue | null; revision: number; author: string | null };
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

export function saveCell(workspace: Workspace, office: OfficeRecord, input: CellInput): SaveResult {
  const { db } = workspace;
  const period = periodOf(input.period);
  return inTransaction(db, (): SaveResult => {
    const lock = lockData(workspace, period);
    if (lock) return { ok: false, code: "PERIOD_LOCKED", data: lock };
    const unit = findTargetUnit(workspace, office, input.unit, period);
    if (!unit) return { ok: false, code: "UNIT_UNKNOWN" };
    const { employerType, establishedOn, endedOn } = unit;
    const refusal = refusalOf(unit, input.element, period, input.entry, input.unit === office.uid);
    if (refusal === "NOT_APPLICABLE") return { ok: false, code: refusal, data: { employerType } };
    if (refusal === "UNIT_NOT_ACTIVE") return { ok: false, code: refusal, data: { establishedOn, endedOn } };
    if (refusal === "RHYTHM_TOO_SHORT")
      return { ok: false, code: refusal, data: { rhythm: elementByCode(input.element).rhythm } };
    if (refusal !== null) return { ok: false, code: refusal };
    workspace.ensurePeriod(period);
    const key = keyOf(workspace, unit, input.element, period);
    const present = findPresent(db, key);
    if (present.revision !== input.expectedRevision) {
      const authorId = findEntry(db, key)?.authorId;
      const author = listPeople(db).find((person) => person.id === authorId)?.name ?? null;
      const { stored, revision } = present;
      return {
        ok: false,
        code: "STALE_REVISION",
        data: { current: stored?.entry ?? null, revision, author },
      };
    }
    const act = actOnCells(workspace, "typed", [period]);
    const { entry, isEstimate, asOf } = input;
    const revision = writeEntry(db, key, { entry, isEstimate, asOf, source: "typed" }, act, present);
    appendAudit(db, act, "entry.save", `${input.unit}/${input.element}/${input.period}`, { entry, revision });
    const findings =
      input.unit === office.uid
        ? checkSelf(workspace, office, period).findings
        : checkUnits(workspace, formOf(period), period, [input.unit]);
    return { ok: true, revision, findings };
  });
}

export interface SavedCell {
  readonly unit: string;
  readonly element: string;
  readonly revision: number;
}

export interface RefusedCell extends SavedCell {
  readonly code: CellRefusal | "UNIT_UNKNOWN" | "STALE_REVISION";
  readonly current: EntryValue | null;
}

export type SaveManyResult =
  | {
      readonly ok: true;
      readonly saved: readonly SavedCell[];
      readonly refused: readonly RefusedCell[];
      readonly findings: readonly FindingView[];
    }
  | { readonly ok: false; readonly data: Locked };

/** Refused cells are listed and the rest is saved; a locked period refuses all. */
export function saveCells(
  workspace: Workspace,
  office: OfficeRecord,
  inputs: readonly CellInput[],
  source: EntrySource,
): SaveManyResult {
  const { db } = workspace;
  return inTransaction(db, (): SaveManyResult => {
    const byPeriod = [...Map.groupBy(inputs, ({ period }) => period)].map(
      ([code, cells]) => [periodOf(code), cells] as const,
    );
    for (const [period] of byPeriod) {
      const lock = lockData(workspace, period);
      if (lock) return { ok: false, data: lock };
      workspace.ensurePeriod(period);
    }
    const periods = byPeriod.map(([period]) => period);
    // A block that is wholly refused is no act to be taken back.
    let begun: Act | undefined;
    const act = () => {
      begun ??= actOnCells(workspace, source, periods);
      return begun;
    };
    const saved: SavedCell[] = [];
    const refused: RefusedCell[] = [];
    for (const [period, cells] of byPeriod) {
      const written = writeCells(workspace, office, period, cells, source, act);
      saved.push(...written.saved);
      refused.push(...written.refused);
    }
    if (saved.length > 0)
      appendAudit(db, act(), "entry.saveMany", source, {
        saved: saved.length,
        refused: refused.length,
        periods: periods.map(({ code }) => code),
      });
    const touched = new Set(saved.map(({ unit }) => unit));
    const isSelfTouched = touched.delete(office.uid);
    const findings = periods.flatMap((period) => [
      ...checkUnits(workspace, formOf(period), period, [...touched]),
      ...(isSelfTouched ? checkSelf(workspace, office, period).findings : []),
    ]);
    return { ok: true, saved, refused, findings };
  });
}

function writeCells(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  inputs: readonly CellInput[],
  source: EntrySource,
  act: () => Act,
): { saved: SavedCell[]; refused: RefusedCell[] } {
  const { db } = workspace;
  const saved: SavedCell[] = [];
  const refused: RefusedCell[] = [];
  const units = new Map(listUnits(db, period.endOn).map((unit) => [unit.uid, unit]));
  const cells = inputs.flatMap((input) => {
    const unit = input.unit === office.uid ? selfUnit(office) : units.get(input.unit);
    const code = unit
      ? refusalOf(unit, input.element, period, input.entry, input.unit === office.uid)
      : "UNIT_UNKNOWN";
    if (unit && code === null) return [{ input, key: keyOf(workspace, unit, input.element, period) }];
    const { element, expectedRevision: revision } = input;
    refused.push({ unit: input.unit, element, code: code ?? "UNIT_UNKNOWN", current: null, revision });
    return [];
  });
  const keys = cells.map(({ key }) => key);
  const present = listPresent(db, periodId(period), keys);
  // A cell that comes twice was written by the first of them.
  const done = new Set<string>();
  cells.forEach(({ input, key }, index) => {
    const { unit, element, entry, isEstimate, asOf, expectedRevision } = input;
    const name = `${key.elementId} ${key.unitId}`;
    const before = done.has(name) ? findPresent(db, key) : present[index];
    if (!before) throw new RangeError(`writeCells: ${index}`);
    if (before.revision !== expectedRevision) {
      const { stored, revision } = before;
      refused.push({ unit, element, code: "STALE_REVISION", current: stored?.entry ?? null, revision });
      return;
    }
    done.add(name);
    saved.push({
      unit,
      element,
      revision: writeEntry(db, key, { entry, isEstimate, asOf, source }, act(), before),
    });
  });
  return { saved, refused };
}
