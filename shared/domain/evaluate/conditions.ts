// Whether one unit meets a condition: yes, no, not known, or the question is not put to it.
import { GRADES } from "../data-element.ts";
import type { Indicator, Quantity, Segment, UnitCondition } from "../indicator.ts";
import type { Columns } from "./columns.ts";
import type { FigureSource, UnitFacts } from "./figures.ts";
import type { Window } from "./window.ts";

export type Answer = "yes" | "no" | "unknown" | "notApplicable" | "notDue" | "notGraded";

const NOT_RATED = GRADES.indexOf("notRated");

/** The answer of one unit. A grade "chưa xếp loại" is its own answer: whether it stands in the denominator is the policy's decision. */
export function answerOf(condition: UnitCondition, index: number, columns: Columns, window: Window): Answer {
  switch (condition.kind) {
    case "isYes":
      return answer(columns, condition.element, window, index, (value) => value === 1);
    case "gradeIn": {
      const column = columns.over(condition.element, window);
      if (column.standing[index] === "known" && column.value[index] === NOT_RATED) return "notGraded";
      return answer(columns, condition.element, window, index, (value) => {
        const grade = GRADES[value];
        return grade !== undefined && condition.grades.includes(grade);
      });
    }
    case "atLeast": {
      const parts = condition.elements.map((element) => columns.over(element, window));
      const sum = parts.reduce((total, part) => total + (part.value[index] ?? 0), 0);
      const standings = parts.map((part) => part.standing[index] ?? "missing");
      if (standings.every((standing) => standing === "notApplicable")) return "notApplicable";
      if (sum >= condition.minimum) return "yes";
      if (standings.some((standing) => standing === "missing" || standing === "partial")) return "unknown";
      return standings.every((standing) => standing === "notDue" || standing === "notApplicable")
        ? "notDue"
        : "no";
    }
    case "allOf": {
      const answers = condition.conditions.map((part) => answerOf(part, index, columns, window));
      for (const decisive of ["no", "notApplicable", "unknown", "notGraded", "notDue"] as const)
        if (answers.includes(decisive)) return decisive;
      return "yes";
    }
  }
}

/** The elements a condition asks about, for the explanation. */
export function elementsOf(condition: UnitCondition): readonly string[] {
  switch (condition.kind) {
    case "atLeast":
      return condition.elements;
    case "allOf":
      return condition.conditions.flatMap(elementsOf);
    default:
      return [condition.element];
  }
}

/** The elements behind an indicator, numerator first. */
export function elementsIn(indicator: Indicator): readonly string[] {
  const of = (quantity: Quantity | undefined): readonly string[] => {
    if (quantity?.kind === "sum") return quantity.elements;
    if (quantity?.kind === "netChange") return [quantity.element];
    if (quantity?.kind === "countUnits" && quantity.where) return elementsOf(quantity.where);
    return [];
  };
  return [
    ...new Set([
      ...of(indicator.numerator),
      ...of(indicator.denominator),
      ...of(indicator.gradedDenominator),
    ]),
  ];
}

/** Whether a unit belongs to a segment on the day judged; unknown where the register does not say its kind. */
export function segmentAnswer(
  unit: UnitFacts,
  segment: Segment | undefined,
  source: FigureSource,
): "yes" | "no" | "unknown" {
  if (!segment) return "yes";
  const minimum =
    segment.minimumWorkforce === "largeWorkforceThreshold"
      ? source.largeWorkforceThreshold
      : segment.minimumWorkforce;
  const answers = [
    belongs(segment.sectors, unit.sector, (sectors, sector) => sectors.includes(sector)),
    belongs(segment.employerTypes, unit.employerType, (types, type) => types.includes(type)),
    // Which employers are large the office knows: one without a headcount is none of them.
    belongs(minimum, unit.workforce ?? 0, (least, workforce) => workforce >= least),
  ];
  if (answers.includes("no")) return "no";
  return answers.includes("unknown") ? "unknown" : "yes";
}

function belongs<Wanted, Fact>(
  wanted: Wanted | undefined,
  fact: Fact | null,
  test: (wanted: Wanted, fact: Fact) => boolean,
): "yes" | "no" | "unknown" {
  if (wanted === undefined) return "yes";
  if (fact === null) return "unknown";
  return test(wanted, fact) ? "yes" : "no";
}

/** Whether a unit certainly belongs to a segment: sums take no other. */
export function isInSegment(unit: UnitFacts, segment: Segment | undefined, source: FigureSource): boolean {
  return segmentAnswer(unit, segment, source) === "yes";
}

function answer(
  columns: Columns,
  element: string,
  window: Window,
  index: number,
  test: (value: number) => boolean,
): Answer {
  const column = columns.over(element, window);
  const standing = column.standing[index] ?? "missing";
  if (standing === "known") return test(column.value[index] ?? 0) ? "yes" : "no";
  return standing === "partial" || standing === "missing" ? "unknown" : standing;
}
