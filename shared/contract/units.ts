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
  /** Last known đoàn viên and lao động from the entries, or null. */
  readonly membersTotal: number | null;
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
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly events: readonly {
    readonly kind: UnitEventKind;
    readonly effectiveOn: string;
    readonly decisionNumber: string | null;
    readonly decidedOn: string | null;
    readonly workforce: number | null;
    readonly members: number | null;
  }[];
}

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

/** Changes name, kind or classification from a day on; what held before stays as it was. */
export const change = oc
  .input(
    z.strictObject({
      uid: UidInput,
      effectiveOn: DateInput,
      decisionNumber: OptionalLineInput,
      changes: z.strictObject(UnitFields).partial(),
    }),
  )
  .output(type<UnitDetail>())
  .errors({
    UNIT_UNKNOWN: {},
    DATE_BEFORE_ESTABLISHMENT: { data: type<{ establishedOn: string }>() },
    DATE_BEFORE_LAST_CHANGE: { data: type<{ validFrom: string }>() },
  });

/** Ends a union on a day: the last day it existed. */
export const end = oc
  .input(
    z.strictObject({
      uid: UidInput,
      endedOn: DateInput,
      kind: z.enum(["dissolved", "merged", "transferred"]),
      decisionNumber: OptionalLineInput,
    }),
  )
  .output(type<UnitDetail>())
  .errors({
    UNIT_UNKNOWN: {},
    DATE_BEFORE_ESTABLISHMENT: { data: type<{ establishedOn: string }>() },
    UNIT_ALREADY_ENDED: { data: type<{ endedOn: string }>() },
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

export const createEmployer = oc
  .input(z.strictObject(EmployerFields))
  .output(type<EmployerRow>())
  .errors({ CODE_TAKEN: { data: type<{ name: string }>() } });

/** Headcount is dated: a new number counts from `effectiveOn`. */
export const updateEmployer = oc
  .input(z.strictObject({ uid: UidInput, effectiveOn: DateInput, ...EmployerFields }))
  .output(type<EmployerRow>())
  .errors({ EMPLOYER_UNKNOWN: {}, CODE_TAKEN: { data: type<{ name: string }>() } });
