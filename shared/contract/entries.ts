// Over 300 lines because it is one area: what the entry screens show and what they may do, each call beside its answer.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import { CellBlockInput } from "./cell-block-input.ts";
import type { ElementCode, ValueType } from "../domain/data-element.ts";
import type { EntryValue } from "../domain/entry.ts";
import type { EmployerType } from "../domain/org-unit.ts";
import type { PeriodCode, Rhythm } from "../domain/period.ts";
import type { Said } from "../domain/validation/finding.ts";
import {
  DateInput,
  EntryInput,
  FormInput,
  type JobProgress,
  LineInput,
  OptionalLineInput,
  PeriodInput,
  UidInput,
} from "./schemas.ts";

export type PeriodStateName = "open" | "approved" | "submitted" | "accepted" | "returned";

/** `returned`: a report was sent back; only the cells it was sent back for may be written. */
type PeriodLock = Exclude<PeriodStateName, "open">;

export interface PeriodOverview {
  readonly form: Rhythm;
  readonly period: string;
  readonly startOn: string;
  readonly endOn: string;
  readonly cutoffOn: string;
  readonly collectOn: string;
  /** The day that counts now, later dates granted included (gia hạn). */
  readonly dueOn: string;
  /** Negative when it is late; null when it was due before the office began to keep its figures here. */
  readonly daysLeft: number | null;
  /** A later date for all unions. */
  readonly extendedTo: string | null;
  /** Unions still awaited that have a later date of their own, and the latest of those. */
  readonly unitsExtended: number;
  readonly unitsExtendedTo: string | null;
  /** Unions that are not complete and whose day is over. */
  readonly unitsLate: number;
  /** Complete unions of whose figures no flow is above 0. */
  readonly unitsWithoutOccurrence: number;
  readonly state: PeriodStateName;
  /** Code of the longer period whose report locks this one ("2025" for "2025-M12"); null where none does, or its own. */
  readonly lockedWithin: string | null;
  readonly unitsExpected: number;
  /** Units with at least one entry, and units with every asked cell filled. */
  readonly unitsStarted: number;
  readonly unitsComplete: number;
  /** Cells the office answers about itself, and how many are filled; null where nothing is asked. */
  readonly own: { readonly asked: number; readonly filled: number } | null;
}

export interface FormColumn {
  readonly element: ElementCode;
  readonly number: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly type: ValueType;
  readonly measureUnit: string;
  readonly section: string;
  /** optional: may be answered here, is asked in a longer form, and is never missing. */
  readonly mode: "entered" | "optional" | "computed";
  /** Figures cover everything since 1 January ("lũy kế từ 1/1"). */
  readonly isCumulative: boolean;
}

export interface FormUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly employerType: EmployerType | null;
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
}

/**
 * One column of cells, index = row. States: -1 missing, 0 value, 1 noOccurrence, 2 notApplicable, 3 notCollected,
 * 4 does not apply to this kind of employer (never asked).
 */
export interface FormCells {
  readonly states: readonly number[];
  readonly values: readonly (number | null)[];
  /** 0 where nothing was ever stored; a cleared cell keeps counting. */
  readonly revisions: readonly number[];
  /** Rows with an estimate, and rows with a note. */
  readonly estimated: readonly number[];
  readonly noted: readonly number[];
  /** Computed figures of which some shorter period is not there; three arrays, for in January a year's form has nothing else. */
  readonly partial: PartialCells;
}

/** Index = partial cell: its row, the months its figure is made of, and the months it should be made of. */
export interface PartialCells {
  readonly rows: readonly number[];
  readonly said: readonly number[];
  readonly wanted: readonly number[];
}

/** Of a column that holds what was entered. */
export const NO_PARTIAL_CELLS: PartialCells = { rows: [], said: [], wanted: [] };

export interface FormData {
  readonly form: Rhythm;
  readonly period: string;
  readonly state: PeriodStateName;
  /** Why nothing may be written, or null. */
  readonly lockedReason: PeriodLock | null;
  /** Code of the longer period whose report locks this one ("2025" for "2025-M12"); null where none does, or its own. */
  readonly lockedWithin: string | null;
  readonly cutoffOn: string;
  readonly dueOn: string;
  readonly daysLeft: number | null;
  readonly sections: readonly { readonly code: string; readonly title: string }[];
  readonly columns: readonly FormColumn[];
  readonly units: readonly FormUnit[];
  /** Index = column. */
  readonly cells: readonly FormCells[];
  /** Cells that may be written although the rest is locked: a report was returned for them. */
  readonly opened: readonly {
    readonly row: number;
    readonly column: number;
    /** The remark, or why it was opened here. */
    readonly reason: string;
    /** The figure the return suggests, as its writer put it. */
    readonly suggestion: string | null;
    /** Opened by this office itself; the return did not name it. */
    readonly isOwn: boolean;
    /** What the returned report says. */
    readonly reported: EntryValue | null;
    /** The returned report is not here: nobody knows what it said. */
    readonly isForgotten: boolean;
  }[];
}

/** A form as it is opened to be filled in. */
export interface OpenedForm extends FormData {
  /** Whether these are the figures the office answers about itself. */
  readonly isOwn: boolean;
  /** Texts that were typed and never stored, as they were kept last. */
  readonly unsavedTexts: readonly KeptText[];
  /** Columns that somebody made wider or narrower: pixels by element. */
  readonly columnWidths: Readonly<Record<ElementCode, number>>;
}

export interface KeptText {
  readonly unit: string;
  readonly element: ElementCode;
  readonly text: string;
}

/** A rule that spoke (domain.md §c.3). Block: cannot be approved. Warn: wants an explanation. */
export interface FindingView {
  readonly rule: string;
  readonly severity: "block" | "warn";
  readonly unitUid: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly elements: readonly ElementCode[];
  /** Both lines and both values; `findingSentence` says it in either language. */
  readonly said: Said;
  readonly explanation: string | null;
}

export interface CellDetails {
  readonly element: ElementCode;
  readonly label: string;
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly revision: number;
  /** Who wrote the figure; marking it as an estimate does not write it. */
  readonly author: string | null;
  readonly source: string | null;
  readonly asOf: string | null;
  readonly note: string | null;
  readonly previousPeriod: { readonly period: string; readonly entry: EntryValue | null };
  readonly samePeriodLastYear: { readonly period: string; readonly entry: EntryValue | null };
  readonly yearToDate: number | null;
  readonly changes: readonly {
    readonly at: string;
    readonly author: string | null;
    readonly before: EntryValue | null;
    readonly after: EntryValue | null;
    /** Whether the figure was an estimate before and after; false where there was none. */
    readonly wasEstimate: boolean;
    readonly isEstimate: boolean;
  }[];
}

/** What is stored of a cell that somebody else wrote first. */
export interface StaleCell {
  readonly current: EntryValue | null;
  readonly isEstimate: boolean;
  readonly revision: number;
}

const CellKey = { period: PeriodInput, element: LineInput, unit: UidInput };
const CellWrite = z.strictObject({
  ...CellKey,
  /** null clears the cell to "chưa nhập". */
  entry: EntryInput.nullable(),
  asOf: DateInput.nullable().default(null),
  isEstimate: z.boolean().default(false),
  expectedRevision: z.int().nonnegative(),
});

const PERIOD_LOCKED = { data: type<{ state: PeriodStateName; at: string | null }>() };

/** Period × form matrix of a year with completeness. */
export const overview = oc
  .input(z.strictObject({ year: z.int().min(1990).max(2100) }))
  .output(type<readonly PeriodOverview[]>());

/** A form for a period: columns, units alive in it, and every cell. */
export const open = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(type<OpenedForm>())
  .errors({ FORM_MISMATCH: {} });

/**
 * Saves one cell; durable when it answers. A repeat with an old revision is refused, so a double keystroke saves once.
 * Findings are those of the unit after the change.
 */
export const save = oc
  .input(CellWrite)
  .output(type<{ revision: number; findings: readonly FindingView[] }>())
  .errors({
    PERIOD_LOCKED,
    STALE_REVISION: { data: type<StaleCell & { author: string | null }>() },
    NOT_APPLICABLE: { data: type<{ employerType: EmployerType | null }>() },
    UNIT_NOT_ACTIVE: { data: type<{ establishedOn: string | null; endedOn: string | null }>() },
    ELEMENT_UNKNOWN: {},
    RHYTHM_TOO_SHORT: { data: type<{ rhythm: Rhythm }>() },
    VALUE_REFUSED: { data: type<{ code: string }>() },
    UNIT_UNKNOWN: {},
  });

export interface RefusedCell extends StaleCell {
  /** Place in the block. */
  readonly cell: number;
  readonly code:
    | "ELEMENT_UNKNOWN"
    | "UNIT_UNKNOWN"
    | "NOT_APPLICABLE"
    | "UNIT_NOT_ACTIVE"
    | "RHYTHM_TOO_SHORT"
    | "VALUE_REFUSED"
    | "STALE_REVISION";
}

/** What became of a block: `revisions` index = cell, null where refused; findings are those of the units written. */
export interface BlockAnswer {
  readonly revisions: readonly (number | null)[];
  readonly refused: readonly RefusedCell[];
  readonly findings: readonly FindingView[];
}

/**
 * Saves a block (paste, fill, a row set to "không phát sinh") in one transaction; refused cells are listed and the rest is
 * saved.
 */
export const saveMany = oc
  .input(z.strictObject({ period: PeriodInput, source: z.enum(["typed", "pasted"]), block: CellBlockInput }))
  .output(type<BlockAnswer>())
  .errors({ PERIOD_LOCKED });

/** What an undo or redo did. `kept` cells were changed since by something else and stay as they are. */
export type EntryUndo =
  | { readonly outcome: "nothing" }
  | { readonly outcome: "locked"; readonly period: string }
  | {
      readonly outcome: "done";
      readonly source: "typed" | "pasted" | "imported" | "bundle";
      /** When the act taken back was done. */
      readonly at: string;
      readonly cells: readonly {
        readonly unit: string;
        readonly element: ElementCode;
        readonly period: string;
        readonly entry: EntryValue | null;
        readonly isEstimate: boolean;
        readonly revision: number;
      }[];
      readonly kept: number;
    };

/** Takes back the latest act (typing, paste, fill, import) that wrote into a period since the program was opened. */
export const undo = oc.input(z.strictObject({ period: PeriodInput })).output(type<EntryUndo>());

/** Does again what was taken back last, as long as nothing else was written since. */
export const redo = oc.input(z.strictObject({ period: PeriodInput })).output(type<EntryUndo>());

/** What stands beside the figures of one unit, index = column of its form; null where there is none. */
export interface UnitContext {
  readonly elements: readonly ElementCode[];
  readonly previousPeriod: string;
  readonly previous: readonly (EntryValue | null)[];
  readonly samePeriodLastYear: string;
  readonly lastYear: readonly (EntryValue | null)[];
  /** Σ since 1 January up to and including this period; of flows only. */
  readonly yearToDate: readonly (number | null)[];
}

export const unitContext = oc
  .input(z.strictObject({ period: PeriodInput, unit: UidInput }))
  .output(type<UnitContext>())
  .errors({ UNIT_UNKNOWN: {} });

/** Texts of one period that are kept, whoever typed them. */
export const MOST_KEPT_TEXTS = 5000;
/** More columns than any form has. */
const MOST_WIDTHS = 1000;

/**
 * Keeps what is typed and not stored – half typed, or refused – until the form is opened again. What is named takes the
 * place of what was kept of its cell, null takes it away; other cells keep what another window left there. No figure: it
 * counts nowhere.
 */
export const keepTexts = oc.input(
  z.strictObject({
    period: PeriodInput,
    isOwn: z.boolean(),
    texts: z
      .array(z.strictObject({ unit: UidInput, element: LineInput, text: z.string().max(500).nullable() }))
      .max(MOST_KEPT_TEXTS),
  }),
);

/** Cells of one column of a sheet in which a text stands that was typed and never taken. */
export interface UnsavedCells {
  /** Where they are mended: the form of the period, what the office answers about itself, the grades of the year. */
  readonly sheet: "form" | "own" | "grading";
  readonly period: PeriodCode;
  readonly element: ElementCode;
  /** One of their units. */
  readonly unit: string;
  readonly cells: number;
}

/** What is kept and not stored, of every period: while there is any, not everything is saved. */
export const unsaved = oc.output(type<readonly UnsavedCells[]>());

/** Keeps the widths of the columns of a form: a browser forgets them with the port. */
export const keepWidths = oc.input(
  z.strictObject({
    form: FormInput,
    widths: z
      .record(LineInput, z.int().min(16).max(2000))
      .refine((widths) => Object.keys(widths).length <= MOST_WIDTHS, { error: "TOO_MANY" }),
  }),
);

/**
 * Marks the stored figures of a block as estimates to the end of the period ("ước thực hiện") where the block says so, as
 * final ones elsewhere, as one act; value, source and day stay as they are stored. Refused cells are listed and the rest is
 * marked. A repeat with old revisions is refused.
 */
export const markEstimated = oc
  .input(z.strictObject({ period: PeriodInput, block: CellBlockInput }))
  .output(type<BlockAnswer>())
  .errors({ PERIOD_LOCKED });

export const details = oc
  .input(z.strictObject(CellKey))
  .output(type<CellDetails>())
  .errors({ UNIT_UNKNOWN: {}, ELEMENT_UNKNOWN: {} });

export const setNote = oc
  .input(z.strictObject({ ...CellKey, note: OptionalLineInput }))
  .output(type<{ note: string | null }>())
  .errors({ PERIOD_LOCKED, UNIT_UNKNOWN: {}, ELEMENT_UNKNOWN: {} });

/** What the rules say of a form: `blocking` and `unexplained` findings are counted. */
export interface FormCheck {
  readonly findings: readonly FindingView[];
  readonly blocking: number;
  readonly unexplained: number;
  readonly unitsChecked: number;
}

/** Every rule over a form, or over some of its units: what blocks and what wants an explanation. */
export const check = oc
  .input(
    z.strictObject({ form: FormInput, period: PeriodInput, units: z.array(UidInput).max(5000).optional() }),
  )
  .output(type<FormCheck>());

/** The same over the whole form as a job: it says how far it is, and stops when nobody listens any more. */
export const checkForm = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(eventIterator(type<JobProgress>(), type<FormCheck>()));

/**
 * Stores the giải trình of one warning: a rule over some lines of a unit. An empty text removes it. Only a period that is itself
 * approved or beyond refuses it; inside a longer approved report it may still be explained.
 */
export const explain = oc
  .input(
    z.strictObject({
      form: FormInput,
      period: PeriodInput,
      unit: UidInput,
      rule: LineInput,
      elements: z.array(LineInput).min(1).max(50),
      text: OptionalLineInput,
    }),
  )
  .output(type<{ text: string | null }>())
  .errors({ PERIOD_LOCKED, UNIT_UNKNOWN: {}, FORM_MISMATCH: {}, RULE_UNKNOWN: {} });

/** What the office answers about itself (level `self`), one row. Months ask nothing: FORM_MISMATCH. */
export const openSelf = oc
  .input(z.strictObject({ period: PeriodInput }))
  .output(type<OpenedForm>())
  .errors({ FORM_MISMATCH: {} });
