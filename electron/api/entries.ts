import { ORPCError } from "@orpc/server";
import { SELF_FORMS } from "../../shared/catalogue/forms.ts";
import { findElement } from "../../shared/catalogue/elements.ts";
import type { CellDetails } from "../../shared/contract/entries.ts";
import {
  type Period,
  periodOf,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
} from "../../shared/domain/period.ts";
import { normaliseText } from "../../shared/domain/text.ts";
import { type Database, inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  type CellKey,
  findEntry,
  findNote,
  listChanges,
  revisionOf,
  setExplanation,
  setNote,
  writeEntry,
} from "../database/queries/entries.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import { listPeople } from "../database/queries/settings.ts";
import { findUnitByUid, listUnitIds, listUnits, type UnitRecord } from "../database/queries/units.ts";
import { type CellTarget, refusalOf, selfUnit } from "./cell-writer.ts";
import { overviewOf } from "./completeness.ts";
import { actOnCells, stepBack } from "./entry-undo.ts";
import { contextOf, yearToDateOf } from "./unit-context.ts";
import { checkForm, checkUnits } from "./findings.ts";
import { formOf, lockOf, readForm, unitsOf } from "./form-reader.ts";
import { api, requireOffice } from "./implementation.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

function findTargetUnit(
  workspace: Workspace,
  office: OfficeRecord,
  uid: string,
  period: Period,
): CellTarget["unit"] | undefined {
  return uid === office.uid ? selfUnit(office) : findUnitByUid(workspace.db, uid, period.endOn);
}

function keyOf(workspace: Workspace, unit: { id: number }, element: string, period: Period): CellKey {
  return { periodId: periodId(period), elementId: workspace.elementId(element), unitId: unit.id };
}

function lockData(workspace: Workspace, period: Period) {
  const state = lockOf(workspace, period);
  return state === null
    ? null
    : { state, at: findPeriodState(workspace.db, period.rhythm, period)?.approved_at ?? null };
}

export const entriesRouter = {
  overview: api.entries.overview.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return periodsOfYear(input.year).map((period) => overviewOf(workspace, period));
  }),

  open: api.entries.open.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const period = periodOf(input.period);
    if (input.form !== period.rhythm) throw errors.FORM_MISMATCH();
    return readForm(workspace, formOf(period), period, unitsOf(workspace, period));
  }),

  openSelf: api.entries.openSelf.handler(({ input, context: { workspace } }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    const form = SELF_FORMS.find((candidate) => candidate.code === period.rhythm);
    if (!form) throw new ORPCError("FORM_MISMATCH", { status: 409 });
    const self: UnitRecord = {
      ...selfUnit(office),
      uid: office.uid,
      code: office.code,
      name: office.name,
      kind: "grassrootsUnion",
      sector: null,
      workforce: null,
      selfFinancing: null,
      taxCode: null,
      parentCode: null,
      parentName: null,
      reorganisedOn: null,
    };
    return readForm(workspace, form, period, [self]);
  }),

  save: api.entries.save.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const period = periodOf(input.period);
    return inTransaction(db, () => {
      const lock = lockData(workspace, period);
      if (lock) throw errors.PERIOD_LOCKED({ data: lock });
      const unit = findTargetUnit(workspace, office, input.unit, period);
      if (!unit) throw errors.UNIT_UNKNOWN();
      switch (refusalOf(unit, input.element, period, input.entry)) {
        case "ELEMENT_UNKNOWN":
          throw errors.ELEMENT_UNKNOWN();
        case "NOT_APPLICABLE":
          throw errors.NOT_APPLICABLE({ data: { employerType: unit.employerType } });
        case "UNIT_NOT_ACTIVE":
          throw errors.UNIT_NOT_ACTIVE({
            data: { establishedOn: unit.establishedOn, endedOn: unit.endedOn },
          });
        case "VALUE_REFUSED":
          throw errors.VALUE_REFUSED({ data: { code: "OUT_OF_RANGE" } });
        case null:
      }
      workspace.ensurePeriod(period);
      const key = keyOf(workspace, unit, input.element, period);
      const present = revisionOf(db, key);
      if (!isExpected(db, key, present, input.expectedRevision)) {
        const stored = findEntry(db, key);
        const author = listPeople(db).find((person) => person.id === stored?.authorId)?.name ?? null;
        throw errors.STALE_REVISION({ data: { current: stored?.entry ?? null, revision: present, author } });
      }
      const act = actOnCells(workspace, "typed", [period]);
      const revision = writeEntry(
        db,
        key,
        { entry: input.entry, isEstimate: input.isEstimate, asOf: input.asOf, source: "typed" },
        act,
      );
      appendAudit(db, act, "entry.save", `${input.unit}/${input.element}/${input.period}`, {
        entry: input.entry,
        revision,
      });
      return {
        revision,
        findings:
          input.unit === office.uid ? [] : checkUnits(workspace, formOf(period), period, [input.unit]),
      };
    });
  }),

  saveMany: api.entries.saveMany.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    return inTransaction(db, () => {
      const periods = new Map(
        [...new Set(input.cells.map((cell) => cell.period))].map((code) => [code, periodOf(code)]),
      );
      for (const period of periods.values()) {
        const lock = lockData(workspace, period);
        if (lock) throw errors.PERIOD_LOCKED({ data: lock });
        workspace.ensurePeriod(period);
      }
      const unitsByPeriod = new Map(
        [...periods].map(([code, period]) => [
          code,
          new Map(listUnits(db, period.endOn).map((unit) => [unit.uid, unit])),
        ]),
      );
      const act = actOnCells(workspace, input.source, [...periods.values()]);
      const saved: { unit: string; element: string; revision: number }[] = [];
      const refused: {
        unit: string;
        element: string;
        code: string;
        current: ReturnType<typeof currentEntry>;
        revision: number;
      }[] = [];
      for (const cell of input.cells) {
        const period = periods.get(cell.period) ?? periodOf(cell.period);
        const unit =
          cell.unit === office.uid ? selfUnit(office) : unitsByPeriod.get(cell.period)?.get(cell.unit);
        const code = unit ? refusalOf(unit, cell.element, period, cell.entry) : "UNIT_UNKNOWN";
        if (!unit || code !== null) {
          refused.push({
            unit: cell.unit,
            element: cell.element,
            code: code ?? "UNIT_UNKNOWN",
            current: null,
            revision: cell.expectedRevision,
          });
          continue;
        }
        const key = keyOf(workspace, unit, cell.element, period);
        const present = revisionOf(db, key);
        if (!isExpected(db, key, present, cell.expectedRevision)) {
          refused.push({
            unit: cell.unit,
            element: cell.element,
            code: "STALE_REVISION",
            current: currentEntry(workspace, key),
            revision: present,
          });
          continue;
        }
        const revision = writeEntry(
          db,
          key,
          { entry: cell.entry, isEstimate: cell.isEstimate, asOf: cell.asOf, source: input.source },
          act,
        );
        saved.push({ unit: cell.unit, element: cell.element, revision });
      }
      if (saved.length > 0)
        appendAudit(db, act, "entry.saveMany", input.source, {
          saved: saved.length,
          refused: refused.length,
          periods: [...periods.keys()],
        });
      const touched = [...new Set(saved.map((cell) => cell.unit))].filter((uid) => uid !== office.uid);
      const findings = [...periods.values()].flatMap((period) =>
        checkUnits(workspace, formOf(period), period, touched),
      );
      return { saved, refused, findings };
    });
  }),

  undo: api.entries.undo.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return stepBack(workspace, periodOf(input.period), "undo");
  }),

  redo: api.entries.redo.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return stepBack(workspace, periodOf(input.period), "redo");
  }),

  unitContext: api.entries.unitContext.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    const unit = findTargetUnit(workspace, office, input.unit, period);
    if (!unit) throw errors.UNIT_UNKNOWN();
    return contextOf(workspace, unit, period);
  }),

  details: api.entries.details.handler(({ input, context: { workspace }, errors }): CellDetails => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const period = periodOf(input.period);
    const element = findElement(input.element);
    if (!element) throw errors.ELEMENT_UNKNOWN();
    const unit = findTargetUnit(workspace, office, input.unit, period);
    if (!unit) throw errors.UNIT_UNKNOWN();
    const key = keyOf(workspace, unit, input.element, period);
    const stored = findEntry(db, key);
    const before = previousPeriod(period);
    const lastYear = samePeriodLastYear(period);
    const at = (other: Period) => ({
      period: other.code,
      entry: currentEntry(workspace, keyOf(workspace, unit, input.element, other)),
    });
    return {
      element: element.code,
      label: element.label,
      entry: stored?.entry ?? null,
      revision: revisionOf(db, key),
      author: listPeople(db).find((person) => person.id === stored?.authorId)?.name ?? null,
      source: stored?.source ?? null,
      asOf: stored?.asOf ?? null,
      note: findNote(db, key),
      previousPeriod: at(before),
      samePeriodLastYear: at(lastYear),
      yearToDate: yearToDateOf(workspace, unit.id, element, period),
      changes: listChanges(db, key, 20),
    };
  }),

  setNote: api.entries.setNote.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    return inTransaction(workspace.db, () => {
      const lock = lockData(workspace, period);
      if (lock) throw errors.PERIOD_LOCKED({ data: lock });
      if (!findElement(input.element)) throw errors.ELEMENT_UNKNOWN();
      const unit = findTargetUnit(workspace, office, input.unit, period);
      if (!unit) throw errors.UNIT_UNKNOWN();
      const note = input.note === null ? null : normaliseText(input.note) || null;
      workspace.ensurePeriod(period);
      setNote(workspace.db, keyOf(workspace, unit, input.element, period), note, workspace.act());
      appendAudit(
        workspace.db,
        workspace.act(),
        "entry.note",
        `${input.unit}/${input.element}/${input.period}`,
        { note },
      );
      return { note };
    });
  }),

  check: api.entries.check.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    const period = periodOf(input.period);
    return checkForm(workspace, formOf(period), period, input.units);
  }),

  explain: api.entries.explain.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const period = periodOf(input.period);
    return inTransaction(workspace.db, () => {
      const lock = lockData(workspace, period);
      if (lock) throw errors.PERIOD_LOCKED({ data: lock });
      const unit = listUnitIds(workspace.db).find((candidate) => candidate.uid === input.unit);
      if (!unit) throw errors.UNIT_UNKNOWN();
      const text = input.text === null ? null : normaliseText(input.text) || null;
      workspace.ensurePeriod(period);
      setExplanation(workspace.db, input.form, periodId(period), unit.id, input.rule, text, workspace.act());
      appendAudit(
        workspace.db,
        workspace.act(),
        "entry.explain",
        `${input.unit}/${input.rule}/${input.period}`,
        { text },
      );
      return { text };
    });
  }),
};

function currentEntry(workspace: Workspace, key: CellKey) {
  return findEntry(workspace.db, key)?.entry ?? null;
}

/** A cell that is empty now may be written by whoever has never seen a figure in it: nothing can be lost. */
function isExpected(db: Database, key: CellKey, present: number, expected: number): boolean {
  return present === expected || (expected === 0 && findEntry(db, key) === undefined);
}
