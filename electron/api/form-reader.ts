// A form for a period: which units, which cells, and what stands in them.
import { SECTIONS, SELF_FORMS, formByCode, type Form, type FormCell } from "../../shared/catalogue/forms.ts";
import {
  type FormCells,
  type FormColumn,
  type FormData,
  type FormUnit,
  NO_PARTIAL_CELLS,
} from "../../shared/contract/entries.ts";
import { type DataElement, isApplicable, isCumulative } from "../../shared/domain/data-element.ts";
import {
  type FigureColumn,
  lifeBits,
  monthsSaid,
  reductionOf,
  standingOf,
  wantedBits,
} from "../../shared/domain/evaluate/figures.ts";
import { emptyColumn } from "../../shared/domain/evaluate/memory-source.ts";
import { contains, type Period, periodOf, periodsOfYear } from "../../shared/domain/period.ts";
import { listOpenCells } from "../database/queries/corrections.ts";
import { FEW_UNITS, listColumn } from "../database/queries/entries.ts";
import { listNotes } from "../database/queries/entry-notes.ts";
import { listRevisions } from "../database/queries/entry-history.ts";
import { reduceColumn } from "../database/queries/figures.ts";
import { findPeriodState, listLockedPeriodsOf, periodId } from "../database/queries/periods.ts";
import { findUnitByUid, type UnitRecord } from "../database/queries/units.ts";
import { daysLeftIn } from "./beginning.ts";
import { reportDueOf } from "./due-state.ts";
import { registerOn } from "./register-at.ts";
import type { Workspace } from "./workspace.ts";

/** Cell states on the wire; 0–3 as stored. */
const MISSING = -1;
export const NEVER_ASKED = 4;

/** Unions that existed on any day of a period, as they were at its end. */
export function unitsOf(workspace: Workspace, period: Period): readonly UnitRecord[] {
  return registerOn(workspace, period.endOn, { from: period.startOn, to: period.endOn });
}

/** Some of them, by uid. */
export function unitsAmong(
  workspace: Workspace,
  period: Period,
  uids: readonly string[],
): readonly UnitRecord[] {
  if (uids.length > FEW_UNITS) {
    const wanted = new Set(uids);
    return unitsOf(workspace, period).filter((unit) => wanted.has(unit.uid));
  }
  return uids.flatMap((uid) => {
    const unit = findUnitByUid(workspace.db, uid, period.endOn);
    const isThere =
      unit && (unit.establishedOn ?? "0000") <= period.endOn && (unit.endedOn ?? "9999") >= period.startOn;
    return isThere ? [unit] : [];
  });
}

/** Unions that must answer for a period: those that existed at the end of one of its months (domain.md §d.5 d5, overlap). */
export function unitsExpected(workspace: Workspace, period: Period): UnitRecord[] {
  return unitsOf(workspace, period).filter((unit) => (lifeBits(unit, period.year) & spanBits(period)) !== 0);
}

function spanBits(period: Period): number {
  return ((1 << period.lastMonth) - 1) & ~((1 << (period.firstMonth - 1)) - 1);
}

export function readForm(
  workspace: Workspace,
  form: Form,
  period: Period,
  units: readonly UnitRecord[],
): FormData {
  const dates = workspace.datesOf(period);
  const dueOn = reportDueOf(workspace, period);
  const lock = lockOf(workspace, period);
  const state = findPeriodState(workspace.db, form.code, period)?.state ?? "open";
  const indexOf = new Map(units.map((unit, index) => [unit.id, index]));
  const notes = new Map<number, number[]>();
  for (const note of listNotes(workspace.db, periodId(period))) {
    const index = indexOf.get(note.unitId);
    if (index !== undefined) notes.set(note.elementId, [...(notes.get(note.elementId) ?? []), index]);
  }
  return {
    form: form.code,
    period: period.code,
    state,
    lockedReason: lock,
    lockedWithin: lockedWithin(workspace, period),
    cutoffOn: dates.cutoffOn,
    dueOn,
    daysLeft: daysLeftIn(workspace, period)(dueOn),
    sections: [...new Set(form.cells.map((cell) => cell.element.group))].map((code) => ({
      code,
      title: SECTIONS[code]?.vi ?? code,
    })),
    columns: form.cells.map(toColumn),
    units: units.map(toFormUnit),
    cells: form.cells.map((cell) =>
      readCells(
        workspace,
        cell,
        period,
        units,
        indexOf,
        notes.get(workspace.elementId(cell.element.code)) ?? [],
      ),
    ),
    opened: openedIn(workspace, form, period, indexOf),
  };
}

/**
 * Why a period cannot be written to, or null: it, or a longer one that contains it, is approved or beyond. A report that was
 * returned opens single cells and nothing else.
 */
export function lockOf(workspace: Workspace, period: Period): FormData["lockedReason"] {
  return findLock(workspace, period)?.state ?? null;
}

/** Code of the longer period whose report locks this one; null where none does, or its own. */
export function lockedWithin(workspace: Workspace, period: Period): string | null {
  const lock = findLock(workspace, period);
  return lock && lock.code !== period.code ? lock.code : null;
}

function findLock(workspace: Workspace, period: Period) {
  const locks = listLockedPeriodsOf(workspace.db, period.year).filter(({ code }) =>
    contains(periodOf(code), period),
  );
  return locks.find(({ state }) => state !== "returned") ?? locks[0];
}

/** Cells of a form that a return keeps open. */
function openedIn(
  workspace: Workspace,
  form: Form,
  period: Period,
  indexOf: ReadonlyMap<number, number>,
): FormData["opened"] {
  const columnOf = new Map(
    form.cells.map(({ element }, index) => [workspace.elementId(element.code), index]),
  );
  return listOpenCells(workspace.db, periodId(period)).flatMap(
    ({ unitId, elementId, reason, suggestion, author, reported, isForgotten }) => {
      const [row, column] = [indexOf.get(unitId), columnOf.get(elementId)];
      const isThere = row !== undefined && column !== undefined && form.cells[column]?.mode !== "computed";
      const isOwn = author !== null;
      return isThere ? [{ row, column, reason, suggestion, isOwn, reported, isForgotten }] : [];
    },
  );
}

function readCells(
  workspace: Workspace,
  cell: FormCell,
  period: Period,
  units: readonly UnitRecord[],
  indexOf: ReadonlyMap<number, number>,
  noted: readonly number[],
): FormCells {
  const { element } = cell;
  const states: number[] = units.map((unit) =>
    isApplicable(element, unit.employerType) ? MISSING : NEVER_ASKED,
  );
  const values: (number | null)[] = units.map(() => null);
  const revisions = units.map(() => 0);
  const estimated: number[] = [];
  if (cell.mode === "computed") {
    const column = computeColumn(workspace, element, period, units, indexOf);
    const partial = { rows: [] as number[], said: [] as number[], wanted: [] as number[] };
    column.standing.forEach((standing, index) => {
      if (standing !== "known" && standing !== "partial") return;
      states[index] = 0;
      values[index] = column.value[index] ?? 0;
      const unit = units[index];
      if (standing === "known" || !unit) return;
      const owed = wantedBits(element.rhythm, period, lifeBits(unit, period.year));
      const { said, wanted } = monthsSaid(owed, column.monthsKnown[index] ?? 0);
      partial.rows.push(index);
      partial.said.push(said);
      partial.wanted.push(wanted);
    });
    return { states, values, revisions, estimated, noted, partial };
  }
  for (const row of listRevisions(workspace.db, periodId(period), workspace.elementId(element.code))) {
    const index = indexOf.get(row.unit_id);
    if (index !== undefined) revisions[index] = row.revision;
  }
  for (const row of listColumn(workspace.db, periodId(period), workspace.elementId(element.code))) {
    const index = indexOf.get(row.unit_id);
    if (index === undefined) continue;
    states[index] = row.state;
    values[index] = row.value;
    revisions[index] = row.revision;
    if (row.is_estimate === 1) estimated.push(index);
  }
  return { states, values, revisions, estimated, noted, partial: NO_PARTIAL_CELLS };
}

interface ComputedColumn extends FigureColumn {
  /** Months, bit 0 = January, of which the unit said something that counts, "không áp dụng" included. */
  readonly monthsKnown: readonly number[];
}

type Lifetime = Pick<UnitRecord, "establishedOn" | "endedOn">;

/** What a longer form shows of a shorter rhythm: the flow of the period, or the stock at its end. */
export function computeColumn(
  workspace: Workspace,
  element: DataElement,
  period: Period,
  units: readonly Lifetime[],
  indexOf: ReadonlyMap<number, number>,
): ComputedColumn {
  const reduction = reductionOf(element);
  const raw = emptyColumn(units.length);
  const periods = periodsOfYear(period.year).filter((candidate) => contains(period, candidate));
  reduceColumn(workspace.db, workspace.elementId(element.code), periods, reduction, indexOf, raw);
  return {
    value: raw.value,
    monthsKnown: units.map(
      (_, index) => (raw.monthsCovered[index] ?? 0) | (raw.monthsNotApplicable[index] ?? 0),
    ),
    standing: units.map((unit, index) =>
      standingOf(
        element,
        reduction,
        period,
        lifeBits(unit, period.year),
        raw.monthsCovered[index] ?? 0,
        raw.monthsNotApplicable[index] ?? 0,
        raw.value[index] ?? 0,
      ),
    ),
  };
}

function toColumn({ element, mode }: FormCell): FormColumn {
  const { code, number, label, shortLabel, type, measureUnit, group } = element;
  return {
    element: code,
    number,
    label,
    shortLabel,
    type,
    measureUnit,
    section: group,
    mode,
    isCumulative: isCumulative(element),
  };
}

function toFormUnit({ uid, code, name, employerType, establishedOn, endedOn }: UnitRecord): FormUnit {
  return { uid, code, name, employerType, establishedOn, endedOn };
}

/** The entered cells of a form that a kind of employer is asked. */
export function askedElements(form: Form, employerType: UnitRecord["employerType"]): DataElement[] {
  return form.cells
    .filter((cell) => cell.mode === "entered" && isApplicable(cell.element, employerType))
    .map((cell) => cell.element);
}

export function formOf(period: Period): Form {
  return formByCode(period.rhythm);
}

/** What the office answers about itself in a period; undefined where nothing is asked (months). */
export function selfFormOf(period: Period): Form | undefined {
  return SELF_FORMS.find((form) => form.code === period.rhythm);
}
