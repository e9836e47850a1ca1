// The shape of a programme while it is written, from the schema of a whole one; and what keeps it from being issued.
import { z } from "zod";
import type { DraftProgramme, DraftTarget } from "../domain/programme-editing/draft.ts";
import type { Programme } from "../domain/programme.ts";
import { normaliseText } from "../domain/text.ts";
import type { ProgrammeFault } from "./programme-faults.ts";
import { findProgrammeFaults, parseProgramme, ProgrammeSchema } from "./programme-schema.ts";
import { DATA_ELEMENTS } from "./elements.ts";

const TargetSchema = ProgrammeSchema.shape.targets.element;
const text = (longest: number) => z.string().overwrite(normaliseText).max(longest);
const [FIRST, ...REST] = DATA_ELEMENTS.map(({ code }) => code);
const Element = z.enum([FIRST ?? "", ...REST]);
const Elements = z.array(Element).max(40);
const Minimum = z.int().min(1);

const Condition = z.union([
  TargetSchema.shape.indicator.shape.numerator.options[1].shape.where.unwrap(),
  z.strictObject({ kind: z.literal("atLeast"), elements: Elements, minimum: Minimum }),
]);
const Quantity = z.union([
  z.strictObject({ kind: z.literal("sum"), elements: Elements }),
  z.strictObject({ kind: z.literal("countUnits"), where: Condition.exactOptional() }),
  TargetSchema.shape.indicator.shape.numerator,
]);

const DraftTargetSchema = TargetSchema.extend({
  title: text(2000),
  indicator: TargetSchema.shape.indicator.extend({
    numerator: Quantity.nullable(),
    denominator: Quantity.exactOptional(),
  }),
  value: TargetSchema.shape.value.extend({ amount: z.int().nonnegative().nullable() }),
});

const Blank = text(2000);
const Numbered = z.array(z.strictObject({ number: z.int(), title: Blank })).max(60);

export const DraftSchema = ProgrammeSchema.extend({
  title: Blank,
  issuer: Blank,
  state: z.enum(["draft", "underComment"]),
  legalBases: z.array(ProgrammeSchema.shape.legalBases.element.extend({ subject: Blank })).max(100),
  contentBlocks: z.array(Blank).max(60),
  targetGroups: Numbered,
  taskGroups: z.array(ProgrammeSchema.shape.taskGroups.element.extend({ title: Blank })).max(60),
  tasks: Numbered,
  targets: z.array(DraftTargetSchema).max(200),
  steeringCommittee: ProgrammeSchema.shape.steeringCommittee
    .unwrap()
    .extend({ name: Blank, meetingOn: z.union([z.iso.date(), z.literal("")]) })
    .nullable(),
});

type DraftReading =
  | { readonly programme: Programme; readonly faults: readonly [] }
  | { readonly programme: null; readonly faults: readonly ProgrammeFault[] };

/**
 * The draft as a whole programme, or everything that keeps it from being issued: blank fields, targets without numerator
 * or denominator, parts above their whole (V24).
 */
export function readDraft(draft: DraftProgramme): DraftReading {
  const json = withoutBlanks(draft);
  const missing = ["symbol", "issuedOn"].flatMap((path): ProgrammeFault[] =>
    path === "symbol" && draft.symbol?.trim()
      ? []
      : path === "issuedOn" && draft.issuedOn
        ? []
        : [{ path, message: "FIELD_MISSING", item: null, detail: "" }],
  );
  const reading = parseProgramme(json);
  if (reading.ok && missing.length === 0) return { programme: reading.programme, faults: [] };
  // Where something is blank the figures of the rest are still held against each other.
  const faults = reading.ok ? [] : reading.faults;
  const isBlank = new Set(faults.flatMap(({ item }) => (item === null ? [] : [item])));
  const whole = draft.targets.flatMap((target) =>
    isBlank.has(target.id) ? [] : (wholeTarget(target) ?? []),
  );
  const known = new Set(faults.map(({ message, item }) => `${message} ${item}`));
  const more = findProgrammeFaults({ ...draft, targets: whole }).filter(
    ({ message, item, detail }) => !known.has(`${message} ${item}`) && !isBlank.has(detail),
  );
  return { programme: null, faults: [...missing, ...faults, ...more] };
}

/** A target whose formula and value are complete, or undefined. */
export function wholeTarget(target: DraftTarget): Programme["targets"][number] | undefined {
  const parsed = TargetSchema.safeParse(blanksOf(target));
  return parsed.success ? parsed.data : undefined;
}

/** A blank is missing, not a null of the wrong kind. */
function blanksOf({ indicator, value, ...target }: DraftTarget) {
  const { numerator, ...formula } = indicator;
  const { amount, ...asked } = value;
  return {
    ...target,
    indicator: numerator === null ? formula : { ...formula, numerator },
    value: amount === null ? asked : { ...asked, amount },
  };
}

function withoutBlanks(draft: DraftProgramme) {
  return { ...draft, targets: draft.targets.map(blanksOf) };
}
