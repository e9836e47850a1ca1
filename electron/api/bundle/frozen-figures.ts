// The figures of a bundle for the evaluator, from the bundle alone: whoever holds it can judge every target again.
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { GRADE_SCHEMES } from "../../../shared/catalogue/grade-schemes.ts";
import { Evaluator } from "../../../shared/domain/evaluate/evaluate-target.ts";
import type { UnitFacts } from "../../../shared/domain/evaluate/figures.ts";
import { memorySource } from "../../../shared/domain/evaluate/memory-source.ts";
import type { Evaluation } from "../../../shared/domain/evaluation.ts";
import { isGradeEligible, schemeOn } from "../../../shared/domain/grade-scheme.ts";
import { EMPLOYER_TYPES, ENTERPRISES, SECTORS } from "../../../shared/domain/org-unit.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { entryRows, tableRows } from "./content-check.ts";
import { EmployerRowV1, EstablishmentRowV1, ParameterRowV1, TargetRowV1, UnitRowV1 } from "./rows.ts";

/** Judges every target of a verified submission again. @throws {RangeError} when it names no period */
export function judgeAgain(content: VerifiedContent): (Evaluation & { readonly programme: string })[] {
  const period = periodOf(content.manifest.context?.period ?? "");
  const evaluator = new Evaluator(figuresOf(content, period.endOn));
  return [...tableRows(content, "targets.v1")].map((json) => {
    const row = TargetRowV1.parse(json);
    // Written by this program from a checked programme, and signed.
    const target = JSON.parse(row.definition) as Target;
    const programme = {
      term: { from: row.term_from, to: row.term_to },
      lastValidOn: row.last_valid_on,
    };
    const options = row.allocated === null ? {} : { allocated: row.allocated };
    return { programme: row.programme, ...evaluator.evaluate(programme, target, period, options) };
  });
}

function figuresOf(content: VerifiedContent, on: string) {
  const scheme = schemeOn(GRADE_SCHEMES, on);
  const units = [...tableRows(content, "units.v1")].map((json): UnitFacts => {
    const row = UnitRowV1.parse(json);
    return {
      uid: row.uid,
      employerType: EMPLOYER_TYPES.find((type) => type === row.employer_type) ?? null,
      sector: SECTORS.find((sector) => sector === row.sector) ?? null,
      workforce: row.workforce,
      establishedOn: row.established_on,
      endedOn: row.ended_on,
      isGradeEligible: isGradeEligible(scheme, row.established_on, row.reorganised_on, on),
    };
  });
  const enterprises: readonly string[] = ENTERPRISES;
  const threshold = [...tableRows(content, "parameters.v1")]
    .map((json) => ParameterRowV1.parse(json))
    .find(({ name }) => name === "large_workforce_threshold");
  return memorySource({
    units,
    self: {
      uid: content.manifest.issuer.unit_id,
      employerType: null,
      sector: null,
      workforce: null,
      establishedOn: null,
      endedOn: null,
      isGradeEligible: true,
    },
    elements: new Map(DATA_ELEMENTS.map(({ code }) => [code, elementByCode(code)])),
    entries: [...entryRows(content)].map(({ unit, element, period, state, value }) => ({
      unit,
      element,
      period,
      entry: state === "value" ? { state, value: value ?? 0 } : { state },
    })),
    employers: [...tableRows(content, "employers.v1")]
      .map((json) => EmployerRowV1.parse(json))
      .filter(({ employer_type }) => enterprises.includes(employer_type))
      .map(({ workforce, has_union }) => ({ workforce, hasUnion: has_union })),
    establishments: [...tableRows(content, "establishments.v1")].map((json) => {
      const { unit, on: day, workforce } = EstablishmentRowV1.parse(json);
      return { uid: unit, on: day, workforce };
    }),
    ...(threshold && { largeWorkforceThreshold: threshold.value }),
  });
}
