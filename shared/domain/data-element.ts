// What may be asked of a unit (domain.md §c.2).
import type { EmployerType } from "./org-unit.ts";
import type { Rhythm } from "./period.ts";

export const VALUE_TYPES = ["count", "money", "yesNo", "grade", "score"] as const;
/** count: whole ≥ 0 · money: whole đồng ≥ 0 · yesNo: 1 or 0 · grade: {@link GRADES} index · score: hundredths, 0–10,000 */
export type ValueType = (typeof VALUE_TYPES)[number];

const TIME_BEHAVIOURS = ["SUM", "LAST", "YTD", "ANY", "GRADE"] as const;
/**
 * How figures of several periods become one (domain.md §b.0 "Over time").
 * SUM: flow, periods add up · LAST: stock, the last one counts · YTD: cumulative since 1 January, the last one
 * counts, never added · ANY: yes if yes in any period of the year · GRADE: the annual grade.
 */
export type TimeBehaviour = (typeof TIME_BEHAVIOURS)[number];

export const LEVELS = ["grassroots", "self", "register", "employerRegister", "province"] as const;
/** Who answers: G each union · D the office about itself · R derived from register events · E employer register · P province only. */
export type Level = (typeof LEVELS)[number];

/** Identifier of domain.md §c.2; multi-valued elements are unfolded with a dot: `claByGrade.A`. */
export type ElementCode = string;

export interface DataElement {
  readonly code: ElementCode;
  /** Number in the catalogue: `DE-A03`. Unfolded elements share theirs. */
  readonly number: string;
  /** Vietnamese label as printed on the form, whole ("Đoàn viên kết nạp mới"). */
  readonly label: string;
  /** Short Vietnamese label for a column head. */
  readonly shortLabel: string;
  readonly labelEnglish: string;
  readonly type: ValueType;
  /** người, lượt, vụ, cuộc, bản, căn, đồng, điểm … or "" */
  readonly measureUnit: string;
  readonly time: TimeBehaviour;
  readonly levels: readonly Level[];
  /** The shortest rhythm at which it is asked. */
  readonly rhythm: Rhythm;
  /** A shorter one at which it may be answered without being asked: the figure counts from then on. */
  readonly answeredFrom?: Rhythm;
  /** Employer types it applies to; all when absent. */
  readonly appliesTo?: readonly EmployerType[];
  /** The element this one is a part of ("trong đó"). */
  readonly partOf?: ElementCode;
  /** Group letter of domain.md §c.2, `A`–`N`. */
  readonly group: string;
  /** The figure adds turns, not distinct persons; the two are never added together (domain.md §0.1 no. 6). */
  readonly countsTurns?: true;
  /** Provenance marks of domain.md, e.g. `S0,S1`. */
  readonly provenance: string;
}

/** The grades of qualityGrade and ownGrade; the stored integer is the index (domain.md §a.3 no. 87). */
export const GRADES = ["excellent", "good", "completed", "notCompleted", "notRated"] as const;
export type Grade = (typeof GRADES)[number];

/** What the grades are called in a year: printed name first, then what people type. Names of another year are refused. */
export type GradeWords = Readonly<Record<Grade, readonly [string, ...string[]]>>;

/** The shortest rhythm at which a figure of an element can stand. */
export function shortestRhythm({
  answeredFrom,
  rhythm,
}: Pick<DataElement, "answeredFrom" | "rhythm">): Rhythm {
  return answeredFrom ?? rhythm;
}

/** Whether an element is asked of a unit of this employer type. */
export function isApplicable(element: DataElement, employerType: EmployerType | null): boolean {
  return element.appliesTo === undefined || employerType === null || element.appliesTo.includes(employerType);
}

/** A figure entered at 6, 9 and 12 months covers everything since 1 January, whatever its time behaviour (design.md §4). */
export function isCumulative(element: DataElement): boolean {
  return (
    element.time === "YTD" ||
    (element.time === "SUM" && (element.rhythm === "half" || element.rhythm === "nine"))
  );
}
