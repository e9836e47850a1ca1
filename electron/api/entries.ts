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
import { UNIT_RULES } from "../../shared/domain/validation/rules.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import type { CellKey } from "../database/queries/entry-columns.ts";
import { findEntry } from "../database/queries/entries.ts";
import { findNote, setExplanation, setNote } from "../database/queries/entry-notes.ts";
import { listChanges, revisionOf } from "../database/queries/entry-history.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import { listPeople } from "../database/queries/settings.ts";
import { listUnitIds } from "../database/queries/units.ts";
import { selfUnit } from "./cell-writer.ts";
import { overviewOf } from "./completeness.ts";
import { stepBack } from "./entry-undo.ts";
import { contextOf, yearToDateOf } from "./unit-context.ts";
import { markEstimated } from "./entry-estimates.ts";
import { keepTexts, keepWidths, rememberedOf } from "./entry-memory.ts";
import { checkForm, checkFormByParts, checkSelf } from "./findings.ts";
import { formOf, readForm, selfFormOf, unitsOf } from "./form-reader.ts";
import { api, requireFormPeriod, requireOffice } from "./implementation.ts";
import { readInTurns } from "./turns.ts";
import { unsavedCells } from "./unsaved-cells.ts";
import type { Workspace } from "./workspace.ts";
import { findTargetUnit, keyOf, lockData } from "./cell-place.ts";
import { saveBlock } from "./entry-block.ts";
import { saveCell } from "./entry-save.ts";

export const entriesRouter = {
  overview: api.entries.overview.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return periodsOfYear(input.year).map((period) => overviewOf(workspace, period));
  }),

  open: api.entries.open.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    return {
      ...readForm(workspace, formOf(period), period, unitsOf(workspace, period)),
      ...rememberedOf(workspace.db, period, false),
    };
  }),

  openSelf: api.entries.openSelf.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    const form = selfFormOf(period);
    if (!form) throw errors.FORM_MISMATCH();
    return {
      ...readForm(workspace, form, period, [selfUnit(office)]),
      ...rememberedOf(workspace.db, period, true),
    };
  }),

  save: api.entries.save.handler(({ input, context: { workspace }, errors }) => {
    const result = saveCell(workspace, requireOffice(workspace), input);
    if (result.ok) return { revision: result.revision, findings: result.findings };
    switch (result.code) {
      case "PERIOD_LOCKED":
        throw errors.PERIOD_LOCKED({ data: result.data });
      case "STALE_REVISION":
        throw errors.STALE_REVISION({ data: result.data });
      case "NOT_APPLICABLE":
        throw errors.NOT_APPLICABLE({ data: result.data });
      case "UNIT_NOT_ACTIVE":
        throw errors.UNIT_NOT_ACTIVE({ data: result.data });
      case "RHYTHM_TOO_SHORT":
        throw errors.RHYTHM_TOO_SHORT({ data: result.data });
      case "UNIT_UNKNOWN":
        throw errors.UNIT_UNKNOWN();
      case "ELEMENT_UNKNOWN":
        throw errors.ELEMENT_UNKNOWN();
      case "VALUE_REFUSED":
        throw errors.VALUE_REFUSED({ data: { code: "OUT_OF_RANGE" } });
    }
  }),

  saveMany: api.entries.saveMany.handler(({ input, context: { workspace }, errors }) => {
    const { period, source, block } = input;
    const result = saveBlock(workspace, requireOffice(workspace), periodOf(period), block, source);
    if (!result.ok) throw errors.PERIOD_LOCKED({ data: result.data });
    return result;
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
    const form = unit.id === office.unitId ? selfFormOf(period) : formOf(period);
    return contextOf(workspace, unit, period, form?.cells ?? []);
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
      isEstimate: stored?.isEstimate ?? false,
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
    const office = requireOffice(workspace);
    const period = periodOf(input.period);
    if (input.units?.length === 1 && input.units[0] === office.uid)
      return checkSelf(workspace, office, period);
    return checkForm(workspace, formOf(period), period, input.units);
  }),

  checkForm: api.entries.checkForm.handler(async function* ({ input, context: { workspace }, signal }) {
    requireOffice(workspace);
    const period = periodOf(input.period);
    const read = () => checkFormByParts(workspace, formOf(period), period);
    return yield* readInTurns(workspace, read, signal);
  }),

  keepTexts: api.entries.keepTexts.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    keepTexts(workspace.db, input.period, input.isOwn, input.texts);
  }),

  unsaved: api.entries.unsaved.handler(({ context: { workspace } }) => {
    requireOffice(workspace);
    return unsavedCells(workspace.db);
  }),

  keepWidths: api.entries.keepWidths.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    keepWidths(workspace.db, input.form, input.widths);
  }),

  markEstimated: api.entries.markEstimated.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const result = markEstimated(workspace, office, periodOf(input.period), input.block);
    if (!result.ok) throw errors.PERIOD_LOCKED({ data: result.data });
    return result;
  }),

  explain: api.entries.explain.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    if (!UNIT_RULES.some(({ id }) => id === input.rule)) throw errors.RULE_UNKNOWN();
    return inTransaction(workspace.db, () => {
      // It changes no figure: what may still be approved may be explained, even inside a longer report that is approved.
      const stored = findPeriodState(workspace.db, input.form, period);
      if (stored && stored.state !== "returned")
        throw errors.PERIOD_LOCKED({ data: { state: stored.state, at: stored.approved_at } });
      const unit = listUnitIds(workspace.db).find((candidate) => candidate.uid === input.unit);
      if (!unit) throw errors.UNIT_UNKNOWN();
      const text = input.text === null ? null : normaliseText(input.text) || null;
      workspace.ensurePeriod(period);
      const { form, rule, elements } = input;
      const key = { form, periodId: periodId(period), unitId: unit.id, rule, elements };
      setExplanation(workspace.db, key, text, workspace.act());
      appendAudit(workspace.db, workspace.act(), "entry.explain", `${input.unit}/${rule}/${input.period}`, {
        elements,
        text,
      });
      return { text };
    });
  }),
};

function currentEntry(workspace: Workspace, key: CellKey) {
  return findEntry(workspace.db, key)?.entry ?? null;
}
