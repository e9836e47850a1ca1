// Writing programmes: drafts, issuing, decisions that change a target, sharing out, verdicts by a person.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import { DraftSchema } from "../catalogue/programme-draft.ts";
import { ProgrammeSchema } from "../catalogue/programme-schema.ts";
import type { Evaluation } from "../domain/evaluation.ts";
import type { DraftProgramme } from "../domain/programme-editing/draft.ts";
import { COMPARATORS, MANUAL_VERDICTS, type ManualVerdict, type Target } from "../domain/target.ts";
import type { ProgrammeSummary } from "./programmes.ts";
import { DateInput, type DownloadOffer, LineInput, PeriodInput } from "./schemas.ts";
import { normaliseText } from "../domain/text.ts";

const TargetSchema = ProgrammeSchema.shape.targets.element;
const TargetInput: z.ZodType<Target, Target> = TargetSchema;
const DraftInput: z.ZodType<DraftProgramme, DraftProgramme> = DraftSchema;
const TextInput = z.string().overwrite(normaliseText).min(1).max(4000);
const Code = z.strictObject({ code: LineInput });
const Revision = z.int().positive();

export interface DraftSummary {
  readonly code: string;
  readonly title: string;
  readonly state: "draft" | "underComment";
  readonly targets: number;
  readonly derivedFrom: string | null;
  readonly changedAt: string;
  readonly author: string;
}

export interface DraftView extends DraftSummary {
  readonly programme: DraftProgramme;
  /** Counts every change; a save names the one it was based on. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface ProgrammeVersion {
  readonly version: number;
  readonly state: string;
  /** Number of the document that made it. */
  readonly decision: string | null;
  readonly validFrom: string | null;
  readonly sha256: string;
  readonly stampedAt: string;
  readonly author: string;
}

const STALE_DRAFT = { data: type<{ revision: number; author: string; changedAt: string }>() };
const FAULTS = {
  data: type<{
    faults: readonly { path: string; message: string; item: string | null; detail: string }[];
  }>(),
};

/** Drafts not yet issued, the last changed first. */
export const drafts = oc.output(type<readonly DraftSummary[]>());

/** Begins a draft, blank or from another programme. A repeat is refused: the code is taken. */
export const begin = oc
  .input(
    z.strictObject({
      code: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
        .max(64),
      title: LineInput,
      derivedFrom: LineInput.optional(),
    }),
  )
  .output(type<DraftView>())
  .errors({ PROGRAMME_EXISTS: { data: type<{ code: string }>() }, PROGRAMME_UNKNOWN: {} });

export const open = oc.input(Code).output(type<DraftView>()).errors({ DRAFT_UNKNOWN: {} });

/** Keeps the whole draft, however unfinished, as one step that can be undone. A save without a change makes no step. */
export const save = oc
  .input(z.strictObject({ code: LineInput, expectedRevision: Revision, programme: DraftInput }))
  .output(type<DraftView>())
  .errors({ DRAFT_UNKNOWN: {}, STALE_DRAFT });

/** One step back, or forward again. At the end of the steps nothing changes. */
export const undo = oc
  .input(
    z.strictObject({ code: LineInput, expectedRevision: Revision, direction: z.enum(["back", "forward"]) }),
  )
  .output(type<DraftView>())
  .errors({ DRAFT_UNKNOWN: {}, STALE_DRAFT });

/** Throws a draft away with its steps. */
export const discard = oc
  .input(z.strictObject({ code: LineInput, expectedRevision: Revision }))
  .output(type<{ discarded: true }>())
  .errors({ DRAFT_UNKNOWN: {}, STALE_DRAFT });

const MOVE_ERRORS = {
  DRAFT_UNKNOWN: {},
  PROGRAMME_UNKNOWN: {},
  /** The state does not offer it: somebody else was faster, or it is closed. */
  MOVE_NOT_OFFERED: { data: type<{ state: string }>() },
  MOVE_DAY_REFUSED: { data: type<{ earliest: string; latest: string }>() },
  APPROVER_NEEDED: { data: type<{ name: string }>() },
  PROGRAMME_INVALID: FAULTS,
  STALE_DRAFT,
} as const;

/** For comment, or back to the desk. */
export const askComment = oc
  .input(z.strictObject({ code: LineInput, isAsked: z.boolean() }))
  .output(type<DraftView>())
  .errors(MOVE_ERRORS);

/** Signs it in: number and date are those of the draft. From here on only a decision changes it. */
export const issue = oc
  .input(z.strictObject({ code: LineInput, expectedRevision: Revision }))
  .output(type<ProgrammeSummary>())
  .errors({ ...MOVE_ERRORS, PROGRAMME_EXISTS: { data: type<{ code: string }>() } });

/** In force, closed with a last day and a reason, or archived. */
export const move = oc
  .input(
    z.discriminatedUnion("to", [
      z.strictObject({ to: z.literal("inForce"), code: LineInput }),
      z.strictObject({
        to: z.literal("closed"),
        code: LineInput,
        lastValidOn: DateInput,
        reason: TextInput,
      }),
      z.strictObject({ to: z.literal("archived"), code: LineInput }),
    ]),
  )
  .output(type<ProgrammeSummary>())
  .errors(MOVE_ERRORS);

/** Changes what targets ask, from a day on, all by one decision or none. A repeat is refused: the day is taken. */
export const revise = oc
  .input(
    z.strictObject({
      code: LineInput,
      decision: LineInput,
      validFrom: DateInput,
      changes: z
        .array(
          z.strictObject({
            target: LineInput,
            comparator: z.enum(COMPARATORS),
            value: TargetSchema.shape.value,
          }),
        )
        .min(1)
        .max(200),
    }),
  )
  .output(type<ProgrammeSummary>())
  .errors({
    ...MOVE_ERRORS,
    REVISION_REFUSED: { data: type<{ target: string; fault: string }>() },
  });

/** Every stamped version, the first first. */
export const versions = oc
  .input(Code)
  .output(type<readonly ProgrammeVersion[]>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** What a target would say on the figures of this office; nothing is kept. Null when the office has none of a period that asks it. */
export const judge = oc
  .input(
    z.strictObject({
      target: TargetInput,
      term: ProgrammeSchema.shape.term,
      period: PeriodInput.optional(),
    }),
  )
  .output(type<Evaluation | null>());

/** The shares of one target in one year, all or none; null takes a share back. */
export const setAllocations = oc
  .input(
    z.strictObject({
      code: LineInput,
      target: LineInput,
      year: z.int().min(1990).max(2100),
      shares: z
        .array(z.strictObject({ unitCode: LineInput, amount: z.int().nonnegative().nullable() }))
        .max(5000),
    }),
  )
  .output(type<{ changed: number }>())
  .errors({
    PROGRAMME_UNKNOWN: {},
    TARGET_UNKNOWN: {},
    UNIT_UNKNOWN: {},
    MOVE_NOT_OFFERED: { data: type<{ state: string }>() },
  });

/** A person's verdict on a qualitative target; each is kept, the last counts. */
export const setVerdict = oc
  .input(
    z.strictObject({
      code: LineInput,
      target: LineInput,
      period: PeriodInput,
      verdict: z.enum(MANUAL_VERDICTS),
      text: TextInput,
    }),
  )
  .output(type<ManualVerdict>())
  .errors({
    PROGRAMME_UNKNOWN: {},
    TARGET_UNKNOWN: {},
    TARGET_NOT_QUALITATIVE: {},
    MOVE_NOT_OFFERED: { data: type<{ state: string }>() },
  });

/** The definition as a file that can be imported elsewhere, of a draft too. */
export const exportFile = oc.input(Code).output(type<DownloadOffer>()).errors({ PROGRAMME_UNKNOWN: {} });
