// What an own programme must look like, and what its figures must keep (rule V24).
import { z } from "zod";
import { GRADES } from "../domain/data-element.ts";
import { DENOMINATOR_POLICIES, SHAPES } from "../domain/indicator.ts";
import { EMPLOYER_TYPES, SECTORS } from "../domain/org-unit.ts";
import { PROGRAMME_STATES, type Programme } from "../domain/programme.ts";
import { COMPARATORS } from "../domain/target.ts";
import { findElement } from "./elements.ts";

const Text = z.string().trim().min(1).max(2000);
const Code = z.string().trim().min(1).max(64);
const Day = z.iso.date();
const Year = z.int().min(1990).max(2100);
const Element = z.string().refine((code) => findElement(code) !== undefined, { error: "ELEMENT_UNKNOWN" });

const UnitConditionSchema = z.union([
  z.strictObject({ kind: z.literal("isYes"), element: Element }),
  z.strictObject({ kind: z.literal("atLeast"), elements: z.array(Element).min(1), minimum: z.int().min(1) }),
  z.strictObject({ kind: z.literal("gradeIn"), element: Element, grades: z.array(z.enum(GRADES)).min(1) }),
]);
const ConditionSchema = z.union([
  UnitConditionSchema,
  z.strictObject({ kind: z.literal("allOf"), conditions: z.array(UnitConditionSchema).min(1) }),
]);

const QuantitySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum"), elements: z.array(Element).min(1) }),
  z.strictObject({ kind: z.literal("countUnits"), where: ConditionSchema.exactOptional() }),
  z.strictObject({ kind: z.literal("netChange"), element: Element }),
  z.strictObject({
    kind: z.literal("countEmployers"),
    minimumWorkers: z.union([z.literal(20), z.literal(25)]),
    withUnion: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("countEstablished"), minimumWorkers: z.int().min(1).exactOptional() }),
]);

const IndicatorSchema = z.strictObject({
  shape: z.enum(SHAPES),
  population: z.enum(["grassroots", "grassrootsAndSelf", "self"]),
  segment: z
    .strictObject({
      sectors: z.array(z.enum(SECTORS)).min(1).exactOptional(),
      employerTypes: z.array(z.enum(EMPLOYER_TYPES)).min(1).exactOptional(),
      minimumWorkforce: z.union([z.int().min(1), z.literal("largeWorkforceThreshold")]).exactOptional(),
    })
    .exactOptional(),
  numerator: QuantitySchema,
  denominator: QuantitySchema.exactOptional(),
  gradedDenominator: QuantitySchema.exactOptional(),
  policy: z.enum(DENOMINATOR_POLICIES),
});

const ValueSchema = z.strictObject({
  scale: z.enum(["percent", "count", "mean"]),
  amount: z.int().nonnegative(),
  upper: z.int().nonnegative().exactOptional(),
  tolerance: z.int().nonnegative().exactOptional(),
});

const TimeRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annual"), stated: z.boolean() }),
  z.strictObject({ kind: z.literal("year"), year: Year }),
  z.strictObject({ kind: z.literal("byYear"), year: Year, since: z.enum(["year", "programme"]) }),
  z.strictObject({ kind: z.literal("averagePerYear") }),
  z.strictObject({ kind: z.literal("perEvent") }),
  z.strictObject({ kind: z.literal("oncePerProgramme") }),
]);

const TargetSchema = z.strictObject({
  id: Code,
  group: z.int().nullable(),
  title: Text,
  titleEnglish: z.string().max(2000),
  measureUnit: z.string().max(64),
  indicator: IndicatorSchema,
  comparator: z.enum(COMPARATORS),
  value: ValueSchema,
  time: TimeRuleSchema,
  ofWhich: Code.exactOptional(),
  revisions: z
    .array(
      z.strictObject({
        validFrom: Day,
        comparator: z.enum(COMPARATORS),
        value: ValueSchema,
        decision: z.string().nullable(),
      }),
    )
    .exactOptional(),
  taskGroup: z.int().exactOptional(),
  coreGroup: z.enum(["memberDevelopment", "memberWelfare", "unionFinance"]).exactOptional(),
  note: z.string().max(2000).exactOptional(),
});

const Numbered = z.strictObject({ number: z.int(), title: Text });

export const ProgrammeSchema = z.strictObject({
  code: Code.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/),
  source: z.string().max(64),
  title: Text,
  titleEnglish: z.string().max(2000),
  issuer: Text,
  symbol: z.string().max(128).nullable(),
  issuedOn: Day.nullable(),
  term: z.strictObject({ from: Year, to: Year.nullable() }),
  state: z.enum(PROGRAMME_STATES),
  lastValidOn: Day.nullable(),
  legalBases: z.array(
    z.strictObject({
      symbol: z.string().nullable(),
      date: Day.nullable(),
      issuer: z.string(),
      subject: Text,
    }),
  ),
  contentBlocks: z.array(Text),
  targetGroups: z.array(Numbered),
  taskGroups: z.array(z.strictObject({ number: z.int(), code: z.string().nullable(), title: Text })),
  tasks: z.array(Numbered),
  targets: z.array(TargetSchema).max(200),
  results: z.array(
    z.strictObject({
      id: Code,
      title: Text,
      titleEnglish: z.string(),
      values: z.array(
        z.strictObject({
          label: Text,
          amount: z.int().nonnegative(),
          scale: z.enum(["percent", "count", "money"]),
          measureUnit: z.string(),
          bound: z.enum(["eq", "gt"]),
          ratio: z
            .strictObject({ numerator: z.int().nonnegative(), denominator: z.int().positive() })
            .exactOptional(),
        }),
      ),
      comparesWith: z.array(z.strictObject({ target: Code, verdict: z.enum(["met", "notComparable"]) })),
      elements: z.array(Element),
      caution: z.string().exactOptional(),
    }),
  ),
  steeringCommittee: z
    .strictObject({
      name: Text,
      phase: z.string(),
      members: z.int(),
      head: z.string(),
      assistanceTeam: z.int(),
      meetingRhythm: z.enum(["monthly", "quarterly"]),
      reportRhythm: z.enum(["monthly", "quarterly"]),
      assignment: z.string(),
      meetingOn: Day,
    })
    .nullable(),
  notes: z.array(z.string().max(4000)),
});

/** What the shape alone does not say: unique ids, ranges the right way round, parts within their whole (V24), shares with a denominator. */
export function findProgrammeFaults(programme: Programme): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = [];
  const byId = new Map(programme.targets.map((target) => [target.id, target]));
  if (byId.size !== programme.targets.length) faults.push({ path: "targets", message: "TARGET_ID_REPEATED" });
  if (programme.term.to !== null && programme.term.to < programme.term.from)
    faults.push({ path: "term", message: "TERM_REVERSED" });
  programme.targets.forEach((target, index) => {
    const path = `targets.${index}`;
    if (target.value.scale !== "count" && target.indicator.denominator === undefined)
      faults.push({ path, message: "DENOMINATOR_MISSING" });
    if (target.comparator === "range" && (target.value.upper ?? -1) < target.value.amount)
      faults.push({ path, message: "RANGE_REVERSED" });
    if (target.ofWhich === undefined) return;
    const whole = byId.get(target.ofWhich);
    if (!whole) faults.push({ path, message: "WHOLE_UNKNOWN" });
    else if (whole.value.scale === target.value.scale && target.value.amount > whole.value.amount)
      faults.push({ path, message: "PART_EXCEEDS_WHOLE" });
  });
  return faults;
}
