import { oc, type } from "@orpc/contract";
import { z } from "zod";
import {
  EMPLOYER_TYPES,
  type EmployerType,
  GRASSROOTS_KINDS,
  type GrassrootsKind,
  SECTORS,
  type Sector,
  SELF_FINANCING_CLASSES,
  type SelfFinancing,
  type UnitEventKind,
} from "../domain/org-unit.ts";
import { DateInput, LineInput, OptionalLineInput, UidInput } from "./schemas.ts";

/** One union as it was on a day. */
export interface UnitRow {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly kind: GrassrootsKind;
  readonly employerType: EmployerType | null;
  readonly sector: Sector | null;
  /** Headcount of the employer; null when not known. */
  readonly workforce: number | null;
  readonly selfFinancing: SelfFinancing | null;
  readonly taxCode: string | null;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
  readonly isActive: boolean;
  /** Last known đoàn viên from the entries, and the period it is from; null when never entered. */
  readonly membersTotal: number | null;
  readonly membersIn: string | null;
}

export interface UnitDetail {
  readonly unit: UnitRow;
  readonly names: readonly {
    readonly fullName: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly parents: readonly {
    readonly code: string;
    readonly name: string;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly decisionNumber: string | null;
  }[];
  readonly classifications: readonly {
    readonly employerType: EmployerType | null;
    readonly sector: Sector | null;
    readonly workforce: number | null;
    readonly selfFinancing: SelfFinancing | null;
    readonly decisionNumber: string | null;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  /** Employers of the register whose union it is or was. */
  readonly employers: readonly {
    readonly uid: string;
    readonly name: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly events: readonly {
    readonly kind: UnitEventKind;
    readonly effectiveOn: string;
    readonly decisionNumber: string | null;
    readonly decidedOn: string | null;
    readonly workforce: number | null;
    /** Đoàn viên at the event. */
    readonly members: number | null;
    /** The other union of a merger or split. */
    readonly other: { readonly uid: string; readonly code: string; readonly name: string } | null;
    /** This union goes on with `other`; otherwise `other` goes on with this one. */
    readonly isSuccessor: boolean;
    /** The superior union that took it over, outside this register. */
    readonly receiver: string | null;
  }[];
}

/** The latest act on a union or employer, and what taking it back would change. */
export interface RegisterStep {
  readonly uid: string;
  readonly kind: "created" | "changed" | "ended";
  readonly effectiveOn: string;
  readonly at: string;
  readonly author: string | null;
  /** What it changed, by field; empty for something new. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  /** Something else has happened since (an import, figures, a merger into it): that goes first. */
  readonly isStuck: boolean;
}

export const END_KINDS = ["dissolved", "merged", "split", "transferred"] as const;
export type EndKind = (typeof END_KINDS)[number];

/** Two unions that may be one (rule V25). */
export interface SimilarPair {
  readonly reason: "taxCode" | "name";
  readonly left: { readonly uid: string; readonly code: string; readonly name: string };
  readonly right: { readonly uid: string; readonly code: string; readonly name: string };
}

const UnitFields = {
  name: LineInput,
  kind: z.enum(GRASSROOTS_KINDS),
  employerType: z.enum(EMPLOYER_TYPES).nullable(),
  /** Only to override what follows from the employer type. */
  sector: z.enum(SECTORS).nullable(),
  workforce: z.int().min(0).max(1_000_000).nullable(),
  selfFinancing: z.enum(SELF_FINANCING_CLASSES).nullable(),
  taxCode: OptionalLineInput,
};

/** The register on a day; today when none is given. */
export const list = oc
  .input(z.strictObject({ asOf: DateInput.optional(), includeEnded: z.boolean().default(false) }))
  .output(type<{ asOf: string; units: readonly UnitRow[] }>());

export const get = oc
  .input(z.strictObject({ uid: UidInput, asOf: DateInput.optional() }))
  .output(type<UnitDetail>())
  .errors({ UNIT_UNKNOWN: {} });

/** Founds or registers a union. Refused when the code is taken; a repeat with the same code is therefore harmless. */
export const create = oc
  .input(
    z.strictObject({
      code: LineInput,
      ...UnitFields,
      establishedOn: DateInput,
      decisionNumber: OptionalLineInput,
      decidedOn: DateInput.nullable(),
    }),
  )
  .output(type<UnitDetail>())
  .errors({ CODE_TAKEN: { data: type<{ name: string }>() } });

const UnitChangeInput = z.strictObject({
  uid: UidInput,
  effectiveOn: DateInput,
  decisionNumber: OptionalLineInput,
  changes: z.strictObject(UnitFields).partial(),
});
export type UnitChange = z.infer<typeof UnitChangeInput>;

/** Changes name, kind or classification from a day on; what held before stays as it was. */
export const change = oc
  .input(UnitChangeInput)
  .output(type<UnitDetail>())
  .errors({
    UNIT_UNKNOWN: {},
    DATE_BEFORE_ESTABLISHMENT: { data: type<{ establishedOn: string }>() },
    DATE_BEFORE_LAST_CHANGE: { data: type<{ validFrom: string }>() },
    UNIT_ALREADY_ENDED: { data: type<{ endedOn: string }>() },
  });

/**
 * Ends a union on a day: the last day it existed. A merger names the one union that goes on, a split the two or more it
 * became (domain.md §f.2 no. 5), a transfer the superior union that takes it over. Refused, with the periods, while there
 * are figures of periods that begin later (rule V17; the period of the last day keeps its own).
 */
export const end = oc
  .input(
    z.strictObject({
      uid: UidInput,
      endedOn: DateInput,
      kind: z.enum(END_KINDS),
      decisionNumber: OptionalLineInput,
      decidedOn: DateInput.nullable().default(null),
      successors: z.array(UidInput).max(50).default([]),
      receiver: OptionalLineInput.default(null),
    }),
  )
  .output(type<UnitDetail>())
  .errors({
    UNIT_UNKNOWN: {},
    DATE_BEFORE_ESTABLISHMENT: { data: type<{ establishedOn: string }>() },
    UNIT_ALREADY_ENDED: { data: type<{ endedOn: string }>() },
    FIGURES_AFTER_END: { data: type<{ periods: readonly string[] }>() },
    /** How many unions must be named. */
    SUCCESSOR_MISSING: { data: type<{ least: number }>() },
    /** How many unions may be named at most. */
    SUCCESSOR_SURPLUS: { data: type<{ most: number }>() },
    /** One that is the union itself, or did not exist the day after. */
    SUCCESSOR_NOT_ACTIVE: { data: type<{ name: string }>() },
    RECEIVER_MISSING: {},
  });

const RegisterObject = { object: z.enum(["unit", "employer"]), uid: UidInput };

/** The latest act on a union or employer that stands; null when nothing was done to it by hand. */
export const lastStep = oc.input(z.strictObject(RegisterObject)).output(type<RegisterStep | null>());

/** Takes the latest act back, whole. Refused, with what stands in the way, when something else happened since. */
export const undo = oc
  .input(z.strictObject({ stepUid: UidInput }))
  .output(type<{ isRemoved: boolean }>())
  .errors({
    STEP_UNKNOWN: {},
    ALREADY_UNDONE: {},
    UNDO_CONFLICT: { data: type<{ changed: readonly string[] }>() },
  });

/** Pairs that rule V25 finds in the register. */
export const similar = oc.output(type<readonly SimilarPair[]>());

export interface EmployerRow {
  readonly uid: string;
  readonly code: string | null;
  readonly name: string;
  readonly employerType: EmployerType;
  readonly workforce: number | null;
  readonly taxCode: string | null;
  readonly unitUid: string | null;
  readonly unitName: string | null;
}

const EmployerFields = {
  code: OptionalLineInput,
  name: LineInput,
  employerType: z.enum(EMPLOYER_TYPES),
  workforce: z.int().min(0).max(1_000_000).nullable(),
  taxCode: OptionalLineInput,
  unitUid: UidInput.nullable(),
};

export const listEmployers = oc
  .input(
    z.strictObject({
      asOf: DateInput.optional(),
      withoutUnion: z.boolean().default(false),
      minimumWorkers: z.int().min(0).default(0),
    }),
  )
  .output(type<readonly EmployerRow[]>());

/** A union named with a new employer has been its union since it was founded. */
export const createEmployer = oc
  .input(z.strictObject(EmployerFields))
  .output(type<EmployerRow>())
  .errors({ CODE_TAKEN: { data: type<{ name: string }>() }, UNIT_UNKNOWN: {} });

/**
 * Headcount and union are dated: what is new counts from `effectiveOn`, and what held before stays as it was. A headcount that
 * is recorded is not emptied again; `unitUid` left out says nothing of the union, null that it has none from that day.
 */
export const updateEmployer = oc
  .input(
    z.strictObject({
      uid: UidInput,
      effectiveOn: DateInput,
      ...EmployerFields,
      unitUid: UidInput.nullable().optional(),
    }),
  )
  .output(type<EmployerRow>())
  .errors({
    EMPLOYER_UNKNOWN: {},
    CODE_TAKEN: { data: type<{ name: string }>() },
    UNIT_UNKNOWN: {},
    /** The headcount that stays. */
    WORKFORCE_REQUIRED: { data: type<{ workforce: number }>() },
    /** Of its union: the day of the last change. */
    DATE_BEFORE_LAST_CHANGE: { data: type<{ validFrom: string }>() },
  });

/** Every union an employer has had, newest first; one that ended was it to its last day. */
export const employerUnions = oc
  .input(z.strictObject({ uid: UidInput }))
  .output(
    type<
      readonly {
        readonly unitUid: string;
        readonly unitCode: string;
        readonly unitName: string;
        readonly validFrom: string;
        readonly validTo: string | null;
      }[]
    >(),
  )
  .errors({ EMPLOYER_UNKNOWN: {} });
