// The tables inside a submission (row schemas `….v1`). Keys are those canonical JSON allows: lower case.
import { z } from "zod";
import { ProgrammeSchema } from "../../../shared/catalogue/programme-schema.ts";
import { ENTRY_STATES } from "../../../shared/domain/entry.ts";

export const UnitRowV1 = z.strictObject({
  uid: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  employer_type: z.string().nullable(),
  sector: z.string().nullable(),
  workforce: z.int().nullable(),
  self_financing: z.string().nullable(),
  tax_code: z.string().nullable(),
  established_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  /** Day of the last split or merger: who is too young to be graded follows from it. */
  reorganised_on: z.string().nullable(),
});
/** Employers of the register on the last day of the period, for coverage targets. */
export const EmployerRowV1 = z.strictObject({
  code: z.string().nullable(),
  employer_type: z.string(),
  workforce: z.int().nullable(),
  has_union: z.boolean(),
});
/** Foundings, with the headcount as on the event. */
export const EstablishmentRowV1 = z.strictObject({
  unit: z.string(),
  on: z.string(),
  workforce: z.int().nullable(),
});
/** Figures of the office that formulas refer to. */
export const ParameterRowV1 = z.strictObject({ name: z.enum(["large_workforce_threshold"]), value: z.int() });
export const ElementRowV1 = z.strictObject({
  code: z.string(),
  number: z.string(),
  label: z.string(),
  type: z.string(),
  measure_unit: z.string(),
  time: z.string(),
  rhythm: z.string(),
});
/** `unit` is the uid; the issuing office itself stands under its own. */
export const EntryRowV1 = z.strictObject({
  unit: z.string(),
  element: z.string(),
  period: z.string(),
  state: z.enum(ENTRY_STATES),
  value: z.int().nullable(),
  is_estimate: z.boolean(),
  as_of: z.string().nullable(),
});
export const EvaluationRowV1 = z.strictObject({
  programme: z.string(),
  target: z.string(),
  status: z.string(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  comparator: z.string(),
  scale: z.string(),
  amount: z.int(),
  display: z.string(),
  display_target: z.string(),
  units_counted: z.int(),
  units_missing: z.int(),
  policy: z.string(),
  period: z.string(),
  target_in_force: z.string().nullable(),
});
/** A later program may know more of a target than this one; what this one judges by has to be there. */
const TargetDefinition = z.looseObject(ProgrammeSchema.shape.targets.element.shape);

function isTargetDefinition(json: string): boolean {
  try {
    return TargetDefinition.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

/** A target as it was defined, JSON of shared/domain/target.ts. */
export const TargetRowV1 = z.strictObject({
  programme: z.string(),
  /** Reports signed before it was kept have none. */
  programme_title: z.string().exactOptional(),
  title: z.string(),
  target: z.string(),
  definition: z.string().refine(isTargetDefinition),
  definition_sha256: z.string(),
  term_from: z.int(),
  term_to: z.int().nullable(),
  last_valid_on: z.string().nullable(),
  /** What this office was given for the year; null = the target as written. */
  allocated: z.int().nullable(),
});
/** A period whose figures are in the report, and how far it had come when the report was approved. */
export const PeriodRowV1 = z.strictObject({
  period: z.string(),
  state: z.enum(["open", "returned", "approved", "submitted", "accepted"]),
  /** Figures taken from it. */
  entries: z.int(),
});
/** `rule` is a rule of the checks, or {@link INCOMPLETE} under the office's own uid: why it was approved all the same. */
export const ExplanationRowV1 = z.strictObject({ unit: z.string(), rule: z.string(), text: z.string() });

/** A figure that differs from the report this one corrects (domain.md §d.4 rule 6); null state = not reported. */
export const CorrectionRowV1 = z.strictObject({
  unit: z.string(),
  element: z.string(),
  period: z.string(),
  reported_state: z.enum(ENTRY_STATES).nullable(),
  reported_value: z.int().nullable(),
  corrected_state: z.enum(ENTRY_STATES).nullable(),
  corrected_value: z.int().nullable(),
  reason: z.string(),
  /** "" = written by somebody who had given no name. */
  author: z.string(),
});

/** In place of a rule: the reason for approving although unions are missing. */
export const INCOMPLETE = "incomplete";

export const TABLES = {
  units: UnitRowV1,
  employers: EmployerRowV1,
  establishments: EstablishmentRowV1,
  parameters: ParameterRowV1,
  elements: ElementRowV1,
  entries: EntryRowV1,
  evaluations: EvaluationRowV1,
  targets: TargetRowV1,
  periods: PeriodRowV1,
  explanations: ExplanationRowV1,
  corrections: CorrectionRowV1,
} as const;

/**
 * Tables that may name people: what somebody wrote in free words. Everything else is figures of unions; the product stores no
 * personal data of members (domain.md §g).
 */
const PERSONAL: ReadonlySet<string> = new Set<`${keyof typeof TABLES}.v1`>([
  "explanations.v1",
  "corrections.v1",
]);

/** @param schema `explanations.v1` */
export function isPersonalSchema(schema: string): boolean {
  return PERSONAL.has(schema);
}

export type UnitRow = z.infer<typeof UnitRowV1>;
export type ElementRow = z.infer<typeof ElementRowV1>;
export type EntryRow = z.infer<typeof EntryRowV1>;
export type ExplanationRow = z.infer<typeof ExplanationRowV1>;
export type CorrectionRow = z.infer<typeof CorrectionRowV1>;
export type PeriodRow = z.infer<typeof PeriodRowV1>;
export type EvaluationRow = z.infer<typeof EvaluationRowV1>;
export type TargetRow = z.infer<typeof TargetRowV1>;

export function isUnapproved(state: PeriodRow["state"]): boolean {
  return state === "open" || state === "returned";
}

/** `claByGrade.A` → `cla_by_grade_a`: canonical JSON has no capitals in keys. */
export function totalKey(element: string): string {
  return element
    .replace(/\.?([A-Z])/g, (_, letter: string) => `_${letter.toLowerCase()}`)
    .replaceAll(".", "_");
}
