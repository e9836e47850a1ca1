// The rows of Phụ lục 1: the columns of the entry form, summed over the unions by kind of employer (domain.md §e.3).
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import type { FormData } from "../../../shared/contract/entries.ts";
import { type DataElement, GRADES, type GradeWords } from "../../../shared/domain/data-element.ts";
import type { EmployerType } from "../../../shared/domain/org-unit.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import type { PartDone } from "../../../shared/domain/parts.ts";
import { type Period, periodOf, samePeriodLastYear } from "../../../shared/domain/period.ts";
import { selfUnit } from "../cell-writer.ts";
import { formOf, readForm, selfFormOf, unitsOf } from "../form-reader.ts";
import { remembering } from "../remember.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

/** Columns of Phụ lục 1 besides the total; whoever is in none of the first four stands in the last. */
export const EMPLOYER_COLUMNS: readonly {
  readonly title: string;
  readonly types: readonly EmployerType[];
}[] = [
  { title: "HCSN", types: ["adminAgency", "publicServiceUnit"] },
  { title: "DNNN", types: ["stateEnterprise"] },
  { title: "DN tư nhân", types: ["privateEnterprise", "cooperative"] },
  { title: "FDI", types: ["fdiEnterprise"] },
  { title: "Nghiệp đoàn, khác", types: [] },
];
const OTHERS = EMPLOYER_COLUMNS.length - 1;

/** A sum; null when nothing is known. */
export type Amount = number | null;
/** Of one kind of employer: nobody of that kind is asked. */
export type AmountOfKind = Amount | "notAsked";

export interface StatisticLine {
  /** Element, with the grade after a dot where a grade is counted. */
  readonly code: string;
  readonly name: string;
  readonly measureUnit: string;
  /** Group letter of the catalogue. */
  readonly section: string;
  readonly isPart: boolean;
  /** Scores and amounts for each are not added up. */
  readonly isAdditive: boolean;
  readonly total: Amount;
  readonly byEmployer: readonly AmountOfKind[];
  readonly lastYear: Amount;
}

export interface Statistics {
  readonly lines: readonly StatisticLine[];
  /** What the office answers about itself. */
  readonly own: readonly StatisticLine[];
}

/** The form of a period as the screen shows it. */
export const formDataOf = remembering(
  (period: Period) => period.code,
  (workspace, period) => readForm(workspace, formOf(period), period, unitsOf(workspace, period)),
  4,
);

/** Reads the forms that {@link statisticsOf} and the appendices ask for, one in a part: asked for afterwards they are there. */
export function* readForms(workspace: Workspace, period: Period): Generator<PartDone, void> {
  for (const [done, each] of [period, samePeriodLastYear(period)].entries()) {
    yield { step: "printing", done, total: 2 };
    formDataOf(workspace, each);
  }
}

export function statisticsOf(workspace: Workspace, office: OfficeRecord, period: Period): Statistics {
  const before = samePeriodLastYear(period);
  const ownOf = (at: Period) => {
    const form = selfFormOf(at);
    return form && readForm(workspace, form, at, [selfUnit(office)]);
  };
  const own = ownOf(period);
  const ownBefore = ownOf(before);
  return {
    lines: linesOf(formDataOf(workspace, period), formDataOf(workspace, before)),
    own: own && ownBefore ? linesOf(own, ownBefore) : [],
  };
}

function linesOf(form: FormData, formBefore: FormData): StatisticLine[] {
  const before = new Map(formBefore.columns.map(({ element }, index) => [element, index]));
  return form.columns.flatMap((column, index) => {
    const element = elementByCode(column.element);
    if (element.type === "score") return [];
    const indexBefore = before.get(column.element) ?? -1;
    return countersOf(element, gradeWordsOf(form.period)).flatMap(
      ({ code, name, counted }): StatisticLine[] => {
        const sums = sumsOf(form, index, element, counted);
        // What nobody was asked and nobody said is no line of the report.
        if (column.mode === "optional" && sums.total === null) return [];
        const line = {
          code,
          name,
          measureUnit: element.type === "yesNo" || element.type === "grade" ? "đơn vị" : element.measureUnit,
          section: element.group,
          isPart: element.partOf !== undefined || code !== element.code,
          isAdditive: isAdditive(element),
          total: sums.total,
          byEmployer: sums.byEmployer,
          lastYear: sumsOf(formBefore, indexBefore, element, counted).total,
        };
        return [line];
      },
    );
  });
}

/** An amount for one meal is no amount for two unions. */
function isAdditive(element: DataElement): boolean {
  return !element.measureUnit.includes("/");
}

interface Counter {
  readonly code: string;
  readonly name: string;
  /** What an entered number adds. */
  readonly counted: (value: number) => number;
}

function countersOf(element: DataElement, grades: GradeWords): readonly Counter[] {
  if (element.type !== "grade")
    return [{ code: element.code, name: element.label, counted: (value) => value }];
  return GRADES.map((grade, index) => ({
    code: `${element.code}.${grade}`,
    name: `${element.label}: ${grades[grade][0].toLocaleLowerCase("vi")}`,
    counted: (value) => (value === index ? 1 : 0),
  }));
}

/** 4 on the wire: not asked of this kind of employer. */
const NEVER_ASKED_STATE = 4;

/** Members of a union that was merged stand in its successor, as in the consolidation that reads this report. */
function sumsOf(
  form: FormData,
  column: number,
  element: DataElement,
  counted: Counter["counted"],
): { readonly total: Amount; readonly byEmployer: readonly AmountOfKind[] } {
  const byEmployer: AmountOfKind[] = EMPLOYER_COLUMNS.map(() => "notAsked");
  const cells = form.cells[column];
  const period = periodOf(form.period);
  let total: Amount = null;
  for (const [row, unit] of form.units.entries()) {
    const state = cells?.states[row];
    if (state === undefined || state === NEVER_ASKED_STATE || !isCounted(element, unit, period)) continue;
    const place = placeOf(unit.employerType);
    const before = byEmployer[place];
    const known = typeof before === "number" ? before : null;
    byEmployer[place] = known;
    // 0 is a number, 1 "không phát sinh": a known zero. Anything else says nothing.
    if (state !== 0 && state !== 1) continue;
    const adds = state === 1 ? 0 : counted(cells?.values[row] ?? 0);
    byEmployer[place] = (known ?? 0) + adds;
    total = (total ?? 0) + adds;
  }
  return { total, byEmployer };
}

function placeOf(type: EmployerType | null): number {
  const found = EMPLOYER_COLUMNS.findIndex(({ types }) => type !== null && types.includes(type));
  return found < 0 ? OTHERS : found;
}
