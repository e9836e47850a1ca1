// What an own programme must look like, and what its figures must keep (rule V24).
import { z } from "zod";
import { GRADES } from "../domain/data-element.ts";
import { DENOMINATOR_POLICIES, type Indicator, type Quantity, SHAPES } from "../domain/indicator.ts";
import { EMPLOYER_TYPES, SECTORS } from "../domain/org-unit.ts";
import { PROGRAMME_STATES, type Programme } from "../domain/programme.ts";
import { COMPARATORS, type Target, targetInForce } from "../domain/target.ts";
import { normaliseText } from "../domain/text.ts";
import { timeFaultOf } from "../domain/evaluate/over-years.ts";
import { elementByCode, findElement } from "./elements.ts";
import { type ProgrammeFault, shapeFault } from "./programme-faults.ts";

/** Normalised here and not only in the file: a JSON escape can spell what the bytes do not show (domain.md §c.4). */
const words = (longest: number) => z.string().overwrite(normaliseText).max(longest);
const Text = words(2000).min(1);
const Code = words(64).min(1);
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
  wording: z.enum(["atLeast", "orMore"]).exactOptional(),
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
  titleEnglish: words(2000),
  measureUnit: words(64),
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
        decision: words(2000).nullable(),
      }),
    )
    .exactOptional(),
  taskGroup: z.int().exactOptional(),
  coreGroup: z.enum(["memberDevelopment", "memberWelfare", "unionFinance"]).exactOptional(),
  qualitative: z.literal(true).exactOptional(),
  note: words(2000).exactOptional(),
});

const Numbered = z.strictObject({ number: z.int(), title: Text });

export const ProgrammeSchema = z.strictObject({
  code: Code.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/),
  derivedFrom: Code.exactOptional(),
  source: words(64),
  title: Text,
  titleEnglish: words(2000),
  issuer: Text,
  symbol: words(128).nullable(),
  issuedOn: Day.nullable(),
  term: z.strictObject({ from: Year, to: Year.nullable() }),
  state: z.enum(PROGRAMME_STATES),
  lastValidOn: Day.nullable(),
  legalBases: z.array(
    z.strictObject({
      symbol: words(2000).nullable(),
      date: Day.nullable(),
      issuer: words(2000),
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
      titleEnglish: words(2000),
      values: z.array(
        z.strictObject({
          label: Text,
          amount: z.int().nonnegative(),
          scale: z.enum(["percent", "count", "money"]),
          measureUnit: words(2000),
          bound: z.enum(["eq", "gt"]),
          ratio: z
            .strictObject({ numerator: z.int().nonnegative(), denominator: z.int().positive() })
            .exactOptional(),
        }),
      ),
      comparesWith: z.array(z.strictObject({ target: Code, verdict: z.enum(["met", "notComparable"]) })),
      elements: z.array(Element),
      caution: words(2000).exactOptional(),
    }),
  ),
  steeringCommittee: z
    .strictObject({
      name: Text,
      phase: words(2000),
      members: z.int(),
      head: words(2000),
      assistanceTeam: z.int(),
      meetingRhythm: z.enum(["monthly", "quarterly"]),
      reportRhythm: z.enum(["monthly", "quarterly"]),
      assignment: words(2000),
      meetingOn: Day,
    })
    .nullable(),
  notes: z.array(words(4000)),
});

type ProgrammeReading =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly faults: readonly ProgrammeFault[] };

/** An own programme from JSON, or every fault with its place. Text comes out normalised. */
export function parseProgramme(json: unknown): ProgrammeReading {
  return parseWith(findProgrammeFaults, json);
}

/** The same of a programme that a superior has issued, held to {@link findIssuedFaults}. */
export function parseIssuedProgramme(json: unknown): ProgrammeReading {
  return parseWith(findIssuedFaults, json);
}

function parseWith(find: typeof findProgrammeFaults, json: unknown): ProgrammeReading {
  const parsed = ProgrammeSchema.safeParse(json);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => shapeFault(issue, json)),
    };
  const faults = find(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, programme: parsed.data };
}

/** What the shape alone does not say of a programme that is written here: {@link findIssuedFaults}, and a time that fits each formula. */
export function findProgrammeFaults(programme: Programme): ProgrammeFault[] {
  const timeFaults = programme.targets.flatMap((target, index): ProgrammeFault[] => {
    const message = timeFaultOf(target, elementByCode);
    return message ? [{ path: `targets.${index}`, message, item: target.id, detail: "" }] : [];
  });
  return [...findIssuedFaults(programme), ...timeFaults];
}

/**
 * What also a programme keeps that is in force or comes from a superior: unique ids, ranges the right way round, shares
 * with a denominator, parts within their whole and net growth within gross (V24). Every later value is held to the same.
 * A time that does not fit its formula stays as it was issued: an evaluation says `notComparable` of that target alone.
 */
export function findIssuedFaults(programme: Programme): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  const byId = new Map(programme.targets.map((target) => [target.id, target]));
  if (byId.size !== programme.targets.length) {
    const repeated = programme.targets.filter(
      ({ id }, index) => programme.targets.findIndex((other) => other.id === id) < index,
    );
    const detail = repeated.map(({ id }) => id).join(", ");
    faults.push({ path: "targets", message: "TARGET_ID_REPEATED", item: null, detail });
  }
  if (programme.term.to !== null && programme.term.to < programme.term.from)
    faults.push({ path: "term", message: "TERM_REVERSED", item: null, detail: "" });
  programme.targets.forEach((target, index) => {
    const add = (message: ProgrammeFault["message"], detail = "") =>
      faults.push({ path: `targets.${index}`, message, item: target.id, detail });
    const values = [target, ...(target.revisions ?? [])];
    const { indicator } = target;
    if (values.some(({ value }) => value.scale !== "count") && indicator.denominator === undefined)
      add("DENOMINATOR_MISSING");
    else if (!isComputable(indicator)) add("FORMULA_UNSUPPORTED");
    if (!addsLikeWithLike(indicator)) add("FORMULA_MIXES_MEASURES");
    if (values.some(({ comparator, value }) => comparator === "range" && (value.upper ?? -1) < value.amount))
      add("RANGE_REVERSED");
    const gross = programme.targets.find((other) => isGrossOf(other, target) && everExceeds(target, other));
    if (gross) add("NET_EXCEEDS_GROSS", gross.id);
    if (target.ofWhich === undefined) return;
    const whole = byId.get(target.ofWhich);
    if (!whole || whole === target) add("WHOLE_UNKNOWN", target.ofWhich);
    else if (everExceeds(target, whole)) add("PART_EXCEEDS_WHOLE", whole.id);
  });
  return faults;
}

/** Which denominators an evaluation knows how to form under which numerators (domain.md §b.0). */
const DENOMINATORS: Readonly<Record<Quantity["kind"], readonly (Quantity["kind"] | "none")[]>> = {
  sum: ["none", "sum", "countUnits"],
  countUnits: ["countUnits"],
  netChange: ["none"],
  countEstablished: ["none"],
  countEmployers: ["countEmployers"],
};

function isComputable({ numerator, denominator, gradedDenominator }: Indicator): boolean {
  if (!DENOMINATORS[numerator.kind].includes(denominator?.kind ?? "none")) return false;
  if (numerator.kind === "netChange" && findElement(numerator.element)?.time !== "LAST") return false;
  return gradedDenominator === undefined || (numerator.kind === "sum" && gradedDenominator.kind === "sum");
}

/** Only counts and money add up, and only in one measure: turns and persons are never added to each other (domain.md §a). */
function addsLikeWithLike({ numerator, denominator, gradedDenominator }: Indicator): boolean {
  return [numerator, denominator, gradedDenominator].every((quantity) => {
    if (quantity?.kind !== "sum") return true;
    const elements = quantity.elements.map((code) => findElement(code));
    return (
      elements.every((element) => element?.type === "count" || element?.type === "money") &&
      new Set(elements.map((element) => element?.measureUnit)).size === 1
    );
  });
}

/** Whether one count is above another on any day. Shares of a part and of its whole have different bases: they never compare. */
function everExceeds(part: Target, whole: Target): boolean {
  const days = [part, whole].flatMap(({ revisions = [] }) => revisions.map(({ validFrom }) => validFrom));
  return ["0000-00-00", ...days].some((day) => {
    const [less, more] = [targetInForce(part, day).value, targetInForce(whole, day).value];
    return less.scale === "count" && more.scale === "count" && less.amount > more.amount;
  });
}

/** Whether `gross` asks for members admitted where `net` asks for the growth of membership, in the same time and segment. */
function isGrossOf(gross: Target, net: Target): boolean {
  const [above, growth] = [gross.indicator.numerator, net.indicator.numerator];
  return (
    above.kind === "sum" &&
    above.elements.length === 1 &&
    above.elements[0] === "membersAdmitted" &&
    growth.kind === "netChange" &&
    growth.element === "membersTotal" &&
    JSON.stringify([gross.time, gross.indicator.segment]) ===
      JSON.stringify([net.time, net.indicator.segment])
  );
}
