// Rules over a form: figures are read column by column, once for all unions asked about.
// Over 300 lines because what a rule may read (now, before, a year ago, the past of a flow) is decided here, in one place.
import type { Form } from "../../shared/catalogue/forms.ts";
import type { FindingView, FormCheck } from "../../shared/contract/entries.ts";
import type { JobProgress } from "../../shared/contract/schemas.ts";
import { contribution } from "../../shared/domain/entry.ts";
import { isGradeEligible } from "../../shared/domain/grade-scheme.ts";
import {
  type Period,
  periodOf,
  previousPeriod,
  type Rhythm,
  samePeriodLastYear,
} from "../../shared/domain/period.ts";
import { atOnce } from "../../shared/domain/parts.ts";
import { checkUnit, type Figures } from "../../shared/domain/validation/check-unit.ts";
import { FEW_UNITS, findEntryValue, listCells, listEntryValues } from "../database/queries/entries.ts";
import { type ExplanationOf, readExplanations } from "../database/queries/entry-notes.ts";
import { toEntry } from "../database/queries/entry-columns.ts";
import { listFigures } from "../database/queries/figures.ts";
import { periodId } from "../database/queries/periods.ts";
import type { UnitRecord } from "../database/queries/units.ts";
import { selfUnit } from "./cell-writer.ts";
import { computeColumn, selfFormOf, unitsAmong, unitsOf } from "./form-reader.ts";
import { gradeSchemeAt } from "./grade-schemes.ts";
import { type Counts, readAllCounts, readCounts } from "./incident-lists.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** Every rule over every union of a form, or over some. */
export function checkForm(
  workspace: Workspace,
  form: Form,
  period: Period,
  uids?: readonly string[],
): FormCheck {
  const units = uids ? unitsAmong(workspace, period, uids) : unitsOf(workspace, period);
  return summarise(checkUnitRecords(workspace, form, period, units), units.length);
}

/**
 * The same over a whole form, a part at a time, so that whoever runs it can do other things between and stop.
 * @returns the check once every part is done
 */
export function* checkFormByParts(
  workspace: Workspace,
  form: Form,
  period: Period,
): Generator<JobProgress, FormCheck> {
  const units = unitsOf(workspace, period);
  return summarise(yield* checkByParts(workspace, form, period, units), units.length);
}

/** The same rules over what the office answers about itself. */
export function checkSelf(workspace: Workspace, office: OfficeRecord, period: Period): FormCheck {
  const form = selfFormOf(period);
  return summarise(form ? checkUnitRecords(workspace, form, period, [selfUnit(office)]) : [], 1);
}

function summarise(findings: readonly FindingView[], unitsChecked: number): FormCheck {
  return {
    findings,
    blocking: findings.filter((finding) => finding.severity === "block").length,
    unexplained: findings.filter((finding) => finding.severity === "warn" && finding.explanation === null)
      .length,
    unitsChecked,
  };
}

/** The rules over some unions, after they were changed. */
export function checkUnits(
  workspace: Workspace,
  form: Form,
  period: Period,
  uids: readonly string[],
): readonly FindingView[] {
  return checkUnitRecords(workspace, form, period, unitsAmong(workspace, period, uids));
}

/** The same, over unions already read. */
export function checkUnitRecords(
  workspace: Workspace,
  form: Form,
  period: Period,
  units: readonly UnitRecord[],
): FindingView[] {
  return atOnce(checkByParts(workspace, form, period, units));
}

/** Unions checked between two reports of progress. */
const PART = 100;

function* checkByParts(
  workspace: Workspace,
  form: Form,
  period: Period,
  units: readonly UnitRecord[],
): Generator<JobProgress, FindingView[]> {
  if (units.length === 0) return [];
  const read = new Map<string, FormFigures>();
  const figuresOf = (at: Period): FormFigures => {
    const figures = read.get(at.code) ?? new FormFigures(workspace, form, at, units);
    read.set(at.code, figures);
    return figures;
  };
  const now = figuresOf(period);
  const before = figuresOf(previousPeriod(period));
  const opening = figuresOf(openingPeriod(period));
  const lastYear = figuresOf(samePeriodLastYear(period));
  // The latest of them that knows the figure: who did not answer at nine months is held to the six.
  const earlier = EARLIER[period.rhythm].map((part) => figuresOf(periodOf(`${period.year}-${part}`)));
  const scheme = gradeSchemeAt(workspace, period.endOn);
  const listed = readListed(workspace, period, units);
  const comparable = comparablePeriods(period);
  const sought = new Map<string, number>();
  const pastOf = (index: number, code: string): number[] => {
    const times = (sought.get(code) ?? 0) + 1;
    sought.set(code, times);
    const unitId = units[index]?.id ?? 0;
    const figures =
      comparable.length === 1 || times > MOST_SOUGHT
        ? comparable.map((at) => figuresOf(at).at(index)(code))
        : listEntryValues(workspace.db, comparable.map(periodId), workspace.elementId(code), unitId).map(
            contribution,
          );
    const known = figures.filter((figure) => figure !== undefined);
    return known.length >= FEWEST_PAST[period.rhythm] ? known : [];
  };
  const entered = form.cells.filter((cell) => cell.mode === "entered").map((cell) => cell.element);
  // Read when a rule first speaks: of most unions nothing is found, and then there is nothing to explain.
  let explained: ExplanationOf | undefined;
  const findings: FindingView[] = [];
  for (const [index, unit] of units.entries()) {
    if (index % PART === 0) yield { step: "checking", done: index, total: units.length };
    const spoken = checkUnit({
      now: now.at(index),
      opening: opening.at(index),
      before: before.at(index),
      lastYear: lastYear.at(index),
      past: (code) => pastOf(index, code),
      earlierThisYear: firstKnown(earlier.map((figures) => figures.at(index))),
      ...listedOf(listed.get(unit.id)),
      // Only the year asks for grades.
      get isGradeEligible() {
        return isGradeEligible(scheme, unit.establishedOn, unit.reorganisedOn, period.endOn);
      },
      scheme,
      entered,
    });
    if (spoken.length > 0) explained ??= explanationsOf(workspace, form, period, units);
    for (const finding of spoken)
      findings.push({
        ...finding,
        unitUid: unit.uid,
        unitCode: unit.code,
        unitName: unit.name,
        explanation: explained?.(unit.id, finding.rule, finding.elements) ?? null,
      });
  }
  return findings;
}

/** Periods of the same year whose cumulative figures a form continues, latest first. */
const EARLIER: Readonly<Record<Rhythm, readonly string[]>> = {
  month: [],
  quarter: [],
  half: [],
  nine: ["H1"],
  year: ["9M", "H1"],
};

/** The past of so many unions is sought one by one, of an ordinary form it is asked of a few; then whole columns are read. */
const MOST_SOUGHT = 50;

/** A union new to the office is not judged by its first figures. */
const FEWEST_PAST: Readonly<Record<Rhythm, number>> = { month: 3, quarter: 2, half: 1, nine: 1, year: 1 };

/** What a flow is compared with: every period of its rhythm from the same of last year to the one before it. */
function comparablePeriods(period: Period): Period[] {
  const periods = [previousPeriod(period)];
  const first = samePeriodLastYear(period).code;
  for (let earliest = periods[0]; earliest && earliest.code !== first; ) {
    earliest = previousPeriod(earliest);
    periods.push(earliest);
  }
  return periods;
}

function firstKnown(sources: readonly Figures[]): Figures {
  return (code) => {
    for (const figures of sources) {
      const figure = figures(code);
      if (figure !== undefined) return figure;
    }
    return undefined;
  };
}

function explanationsOf(
  workspace: Workspace,
  form: Form,
  period: Period,
  units: readonly UnitRecord[],
): ExplanationOf {
  const ids = units.length > FEW_UNITS ? undefined : units.map(({ id }) => id);
  return readExplanations(workspace.db, form.code, periodId(period), ids);
}

/** Of one unit, after a save, its own list is enough: what others have must not make it dearer. */
function readListed(
  workspace: Workspace,
  period: Period,
  units: readonly UnitRecord[],
): ReadonlyMap<number, Counts> {
  const [unit] = units;
  return unit && units.length === 1
    ? new Map([[unit.id, readCounts(workspace, unit.id, period)]])
    : readAllCounts(workspace, period);
}

function listedOf(counts: Counts | undefined): { listed?: Figures } {
  if (!counts) return {};
  return {
    listed: (code) => {
      const counted = counts.get(code);
      return counted && contribution(counted);
    },
  };
}

/** The period whose closing stock is this one's opening: H1, 9M and the year all begin on 1 January. */
function openingPeriod(period: Period): Period {
  return period.firstMonth === 1 && period.rhythm !== "month" && period.rhythm !== "quarter"
    ? periodOf(String(period.year - 1))
    : previousPeriod(period);
}

/** Known figures of a form: of one union each when it is first asked for, of a few all at once, of many a column at a time. */
class FormFigures {
  readonly #workspace: Workspace;
  readonly #form: Form;
  readonly #period: Period;
  readonly #units: readonly UnitRecord[];
  readonly #indexOf: ReadonlyMap<number, number>;
  readonly #columns = new Map<string, (number | undefined)[]>();

  constructor(workspace: Workspace, form: Form, period: Period, units: readonly UnitRecord[]) {
    this.#workspace = workspace;
    this.#form = form;
    this.#period = period;
    this.#units = units;
    this.#indexOf = new Map(units.map((unit, index) => [unit.id, index]));
    if (units.length > 1 && units.length <= FEW_UNITS) this.#readCells();
  }

  at(index: number): Figures {
    return (code) => this.#column(code)[index];
  }

  #column(code: string): readonly (number | undefined)[] {
    const known = this.#columns.get(code);
    if (known) return known;
    const read = this.#read(code);
    this.#columns.set(code, read);
    return read;
  }

  #readCells(): void {
    const { db, elementCodes } = this.#workspace;
    for (const { element, mode } of this.#form.cells)
      if (mode !== "computed") this.#columns.set(element.code, this.#empty());
    const ids = [...this.#columns.keys()].map((code) => this.#workspace.elementId(code));
    for (const row of listCells(db, periodId(this.#period), ids, [...this.#indexOf.keys()])) {
      const column = this.#columns.get(elementCodes.get(row.element_id) ?? "");
      const index = this.#indexOf.get(row.unit_id);
      if (column && index !== undefined) column[index] = contribution(toEntry(row.state, row.value));
    }
  }

  #empty(): (number | undefined)[] {
    return this.#units.map(() => undefined);
  }

  #read(code: string): (number | undefined)[] {
    const cell = this.#form.cells.find((candidate) => candidate.element.code === code);
    const figures = this.#empty();
    if (!cell) return figures;
    if (cell.mode === "computed") {
      const column = computeColumn(this.#workspace, cell.element, this.#period, this.#units, this.#indexOf);
      return figures.map((_, index) =>
        column.standing[index] === "known" ? column.value[index] : undefined,
      );
    }
    const [unit] = this.#units;
    if (unit && this.#units.length === 1) {
      const key = {
        periodId: periodId(this.#period),
        elementId: this.#workspace.elementId(code),
        unitId: unit.id,
      };
      const entry = findEntryValue(this.#workspace.db, key);
      return [entry && contribution(entry)];
    }
    const elementId = this.#workspace.elementId(code);
    for (const [unitId, state, value] of listFigures(this.#workspace.db, elementId, this.#period)) {
      const index = this.#indexOf.get(unitId);
      if (index !== undefined) figures[index] = contribution(toEntry(state, value));
    }
    return figures;
  }
}
