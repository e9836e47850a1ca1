// The rows of Phụ lục 1: what the form asks, summed over the unions by kind of employer (domain.md §e.3). A union that has not
// answered to the end of the period stands with what it said earlier in it, as it does in targets and consolidations.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import type { CellMode, Form } from "../../../shared/catalogue/forms.ts";
import {
  type DataElement,
  GRADES,
  type GradeWords,
  isApplicable,
} from "../../../shared/domain/data-element.ts";
import type { FigureColumn } from "../../../shared/domain/evaluate/figures.ts";
import type { EmployerType } from "../../../shared/domain/org-unit.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import type { PartDone } from "../../../shared/domain/parts.ts";
import { type Period, samePeriodLastYear } from "../../../shared/domain/period.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { selfUnit } from "../cell-writer.ts";
import { computeColumn, formOf, readForm, selfFormOf, unitsOf } from "../form-reader.ts";
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
  /** Every union asked has answered in full. */
  readonly isComplete: boolean;
  /** Who has not is the same in both years: sums over different unions say nothing of each other. */
  readonly isComparable: boolean;
}

export interface Statistics {
  readonly lines: readonly StatisticLine[];
  /** What the office answers about itself. */
  readonly own: readonly StatisticLine[];
  /** Unions that answered some of the months of a figure and not all: it stands in the sums as far as it goes. */
  readonly unitsPartial: number;
}

/** The form of a period as the screen shows it. */
export const formDataOf = remembering(
  (period: Period) => period.code,
  (workspace, period) => readForm(workspace, formOf(period), period, unitsOf(workspace, period)),
  4,
);

/** What was said of each cell of a form. */
interface FormFigures {
  readonly period: Period;
  readonly units: readonly UnitRecord[];
  readonly cells: readonly (FigureColumn & { readonly element: DataElement; readonly mode: CellMode })[];
}

function readFigures(
  workspace: Workspace,
  form: Form,
  period: Period,
  units: readonly UnitRecord[],
): FormFigures {
  const indexOf = new Map(units.map(({ id }, index) => [id, index]));
  const cells = form.cells.map(({ element, mode }) => ({
    element,
    mode,
    ...computeColumn(workspace, element, period, units, indexOf),
  }));
  return { period, units, cells };
}

const figuresOf = remembering(
  (period: Period) => period.code,
  (workspace, period) => readFigures(workspace, formOf(period), period, unitsOf(workspace, period)),
  4,
);

/** Reads what {@link statisticsOf} and the appendices ask for, a form in a part: asked for afterwards it is there. */
export function* readForms(workspace: Workspace, period: Period): Generator<PartDone, void> {
  const reads = [
    () => formDataOf(workspace, period),
    () => figuresOf(workspace, period),
    () => figuresOf(workspace, samePeriodLastYear(period)),
  ];
  for (const [done, read] of reads.entries()) {
    yield { step: "printing", done, total: reads.length };
    read();
  }
}

export function statisticsOf(workspace: Workspace, office: OfficeRecord, period: Period): Statistics {
  const before = samePeriodLastYear(period);
  const ownOf = (at: Period) => {
    const form = selfFormOf(at);
    return form && readFigures(workspace, form, at, [selfUnit(office)]);
  };
  const own = ownOf(period);
  const ownBefore = ownOf(before);
  const now = figuresOf(workspace, period);
  return {
    lines: linesOf(now, figuresOf(workspace, before)),
    unitsPartial: countPartial(now),
    own: own && ownBefore ? linesOf(own, ownBefore) : [],
  };
}

function countPartial({ cells, units, period }: FormFigures): number {
  return units.filter((unit, row) =>
    cells.some(({ standing, element }) => standing[row] === "partial" && isCounted(element, unit, period)),
  ).length;
}

function linesOf(now: FormFigures, before: FormFigures): StatisticLine[] {
  return now.cells.flatMap(({ element, mode }, index) => {
    if (element.type === "score") return [];
    return countersOf(element, gradeWordsOf(now.period.code)).flatMap(
      ({ code, name, counted }): StatisticLine[] => {
        const sums = sumsOf(now, index, counted);
        // What nobody was asked and nobody said is no line of the report.
        if (mode === "optional" && sums.total === null) return [];
        // Both forms are of one rhythm and ask the same.
        const sumsBefore = sumsOf(before, index, counted);
        const line = {
          code,
          name,
          measureUnit: element.type === "yesNo" || element.type === "grade" ? "đơn vị" : element.measureUnit,
          section: element.group,
          isPart: element.partOf !== undefined || code !== element.code,
          isAdditive: isAdditive(element),
          total: sums.total,
          byEmployer: sums.byEmployer,
          lastYear: sumsBefore.total,
          isComplete: sums.incomplete.size === 0,
          isComparable: isSameSet(sums.incomplete, sumsBefore.incomplete),
        };
        return [line];
      },
    );
  });
}

function isSameSet(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return left.size === right.size && [...left].every((each) => right.has(each));
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

/** Members of a union that was merged stand in its successor, as in the consolidation that reads this report. */
function sumsOf(
  { cells, units, period }: FormFigures,
  index: number,
  counted: Counter["counted"],
): Pick<StatisticLine, "total" | "byEmployer"> & { readonly incomplete: ReadonlySet<number> } {
  const byEmployer: AmountOfKind[] = EMPLOYER_COLUMNS.map(() => "notAsked");
  const cell = cells[index];
  let total: Amount = null;
  const incomplete = new Set<number>();
  for (const [row, unit] of units.entries()) {
    const standing = cell?.standing[row];
    if (cell === undefined || standing === undefined || !isCounted(cell.element, unit, period)) continue;
    const isFigure = standing === "known" || standing === "partial";
    if (!isFigure && !isApplicable(cell.element, unit.employerType)) continue;
    // Who may answer already and has not is not waited for, but is not in the sum either.
    const isAwaited = cell.mode === "optional" && standing === "notDue";
    if (standing === "missing" || standing === "partial" || isAwaited) incomplete.add(unit.id);
    const place = placeOf(unit.employerType);
    const before = byEmployer[place];
    const known = typeof before === "number" ? before : null;
    byEmployer[place] = known;
    if (!isFigure) continue;
    const adds = counted(cell.value[row] ?? 0);
    byEmployer[place] = (known ?? 0) + adds;
    total = (total ?? 0) + adds;
  }
  return { total, byEmployer, incomplete };
}

function placeOf(type: EmployerType | null): number {
  const found = EMPLOYER_COLUMNS.findIndex(({ types }) => type !== null && types.includes(type));
  return found < 0 ? OTHERS : found;
}
