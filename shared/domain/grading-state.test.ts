import * as fc from "fast-check";
import { expect, it } from "vitest";
import { gradeSchemeOf } from "../catalogue/grade-schemes.ts";
import { type Grade, GRADES } from "./data-element.ts";
import { type GradingPlace, gradingStateOf, proposedGrade } from "./grading-state.ts";

const NOW = gradeSchemeOf(2025);
const OLD = gradeSchemeOf(2018);
const figures = (selfScore: number | null, verifiedScore: number | null, grade: Grade | null) => ({
  selfScore,
  verifiedScore,
  grade,
});

it.each([
  // place, self score, verified score, grade, state
  ["eligible", null, null, null, "awaitsScore"],
  ["eligible", 9000, null, null, "awaitsVerification"],
  ["eligible", null, 9000, null, "awaitsGrade"],
  ["eligible", 9000, 9000, "excellent", "graded"],
  ["eligible", 9000, 8999, "good", "adjusted"], // one hundredth below the band the union claims
  ["eligible", 8999, 9000, "good", "contradicts"],
  ["eligible", 9000, 9000, "notRated", "contradicts"], // old enough, so it has to be graded
  ["eligible", null, null, "good", "awaitsScore"],
  ["notEligible", null, null, null, "notEligible"],
  ["notEligible", 9000, 9000, "notRated", "notEligible"],
  ["notEligible", 9000, 9000, "excellent", "contradicts"],
  ["ended", 9000, 9000, "excellent", "ended"],
] as const)("%s, self %s, verified %s, graded %s: %s", (place, self, verified, grade, state) => {
  expect(gradingStateOf(NOW, place, figures(self, verified, grade))).toBe(state);
});

it("before 2019 85 points without the conditions are khá, and nobody has to be graded for its age", () => {
  expect(gradingStateOf(OLD, "eligible", figures(8500, 8500, "good"))).toBe("adjusted");
  expect(gradingStateOf(OLD, "eligible", figures(8500, 8500, "completed"))).toBe("contradicts");
  expect(gradingStateOf(OLD, "eligible", figures(null, null, "notRated"))).toBe("notEligible");
});

it("what is proposed never contradicts, and nothing is proposed over a grade", () => {
  const score = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null });
  const place = fc.constantFrom<GradingPlace>("eligible", "notEligible", "ended");
  fc.assert(
    fc.property(fc.constantFrom(NOW, OLD), place, score, score, (scheme, where, self, verified) => {
      const grade = proposedGrade(scheme, where, figures(self, verified, null));
      expect(grade === null).toBe(where === "ended" || (where === "eligible" && verified === null));
      if (grade !== null)
        expect(["graded", "adjusted", "notEligible"]).toContain(
          gradingStateOf(scheme, where, figures(self, verified, grade)),
        );
      for (const given of GRADES)
        expect(proposedGrade(scheme, where, figures(self, verified, given))).toBeNull();
    }),
  );
});
