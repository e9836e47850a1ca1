// What a person is typing about a union, and what of it differs from the register.
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Contract } from "../../../shared/contract/index.ts";
import type { UnitRow } from "../../../shared/contract/units.ts";
import type { EmployerType, GrassrootsKind, Sector, SelfFinancing } from "../../../shared/domain/org-unit.ts";
import { sectorOf } from "../../../shared/domain/org-unit.ts";

type Inputs = InferContractRouterInputs<Contract>;
type UnitChanges = Inputs["units"]["change"]["changes"];

export interface UnitDraft {
  readonly name: string;
  readonly kind: GrassrootsKind;
  readonly employerType: EmployerType | null;
  /** null = follows from the employer type. */
  readonly sector: Sector | null;
  readonly workforce: number | null;
  readonly selfFinancing: SelfFinancing | null;
  readonly taxCode: string;
}

export const EMPTY_UNIT: UnitDraft = {
  name: "",
  kind: "grassrootsUnion",
  employerType: null,
  sector: null,
  workforce: null,
  selfFinancing: null,
  taxCode: "",
};

export function draftOf(unit: UnitRow): UnitDraft {
  const derived = unit.employerType === null ? null : sectorOf(unit.employerType);
  return {
    name: unit.name,
    kind: unit.kind,
    employerType: unit.employerType,
    sector: unit.sector === derived ? null : unit.sector,
    workforce: unit.workforce,
    selfFinancing: unit.selfFinancing,
    taxCode: unit.taxCode ?? "",
  };
}

/** The fields as the contract wants them. */
export function fieldsOf(draft: UnitDraft) {
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    employerType: draft.employerType,
    sector: draft.sector,
    workforce: draft.workforce,
    selfFinancing: draft.selfFinancing,
    taxCode: draft.taxCode.trim() === "" ? null : draft.taxCode.trim(),
  };
}

/** Only what differs, so that an unchanged field gets no new dated row. */
export function changesBetween(before: UnitDraft, after: UnitDraft): UnitChanges {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return {
    ...(now.name !== old.name && { name: now.name }),
    ...(now.kind !== old.kind && { kind: now.kind }),
    ...(now.employerType !== old.employerType && { employerType: now.employerType }),
    ...(now.sector !== old.sector && { sector: now.sector }),
    ...(now.workforce !== old.workforce && { workforce: now.workforce }),
    ...(now.selfFinancing !== old.selfFinancing && { selfFinancing: now.selfFinancing }),
    ...(now.taxCode !== old.taxCode && { taxCode: now.taxCode }),
  };
}
