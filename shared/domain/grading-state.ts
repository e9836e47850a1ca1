// How far the grading of one union is (domain.md §h story 11). Pure.
import type { Grade } from "./data-element.ts";
import { fitsScore, type GradeScheme, gradeOfScore } from "./grade-scheme.ts";

export interface GradedFigures {
  /** Hundredths of a point, 0–10,000; null = none entered. */
  readonly selfScore: number | null;
  readonly verifiedScore: number | null;
  readonly grade: Grade | null;
}

/**
 * ended: not there on the last day of the year · contradicts: the grade fits neither score nor eligibility, V16 blocks
 * · notEligible: too young, and not graded · awaitsScore: no score yet · awaitsVerification: scored by the union only
 * · awaitsGrade: verified, not graded · adjusted: graded otherwise than the union's own score would say · graded.
 */
const GRADING_STATES = [
  "ended",
  "contradicts",
  "notEligible",
  "awaitsScore",
  "awaitsVerification",
  "awaitsGrade",
  "adjusted",
  "graded",
] as const;
export type GradingState = (typeof GRADING_STATES)[number];

export type GradingPlace = "eligible" | "notEligible" | "ended";

export function gradingStateOf(
  scheme: GradeScheme,
  place: GradingPlace,
  { selfScore, verifiedScore, grade }: GradedFigures,
): GradingState {
  if (place === "ended") return "ended";
  if (contradicts(scheme, place, verifiedScore, grade)) return "contradicts";
  if (place === "notEligible" || grade === "notRated") return "notEligible";
  if (verifiedScore === null) return selfScore === null ? "awaitsScore" : "awaitsVerification";
  if (grade === null) return "awaitsGrade";
  return selfScore !== null && gradeOfScore(scheme, selfScore) !== grade ? "adjusted" : "graded";
}

function contradicts(
  scheme: GradeScheme,
  place: GradingPlace,
  verifiedScore: number | null,
  grade: Grade | null,
): boolean {
  if (grade === null) return false;
  if (grade === "notRated") return place === "eligible" && hasAgeRule(scheme);
  return place === "notEligible" || (verifiedScore !== null && !fitsScore(scheme, verifiedScore, grade));
}

/** Without one, who is left ungraded is the office's decision (domain.md §d.6, before 2019). */
export function hasAgeRule({ monthsSinceEstablished, monthsSinceReorganised }: GradeScheme): boolean {
  return monthsSinceEstablished > 0 || monthsSinceReorganised > 0;
}

/**
 * The grade to propose where none is entered: that of the verified score, or "chưa xếp loại" for a union too young.
 * @returns null where nothing follows: there is no verified score yet, or the union has ended
 */
export function proposedGrade(
  scheme: GradeScheme,
  place: GradingPlace,
  { verifiedScore, grade }: GradedFigures,
): Grade | null {
  if (place === "ended" || grade !== null) return null;
  if (place === "notEligible") return "notRated";
  return verifiedScore === null ? null : (gradeOfScore(scheme, verifiedScore) ?? null);
}
