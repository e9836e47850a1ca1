// What a step changed, field by field, as the register shows it.
import type { RegisterStep } from "../../../shared/contract/units.ts";
import type { EmployerSnapshot } from "../../database/queries/employers.ts";
import type { RegisterStepRow } from "../../database/queries/register-steps.ts";
import type { UnitSnapshot } from "../../database/queries/unit-snapshot.ts";
import { findUnitCode } from "../../database/queries/units.ts";
import { differences, type Fields } from "../imports/plan.ts";
import type { Workspace } from "../workspace.ts";

export function changesOfStep(workspace: Workspace, step: RegisterStepRow): RegisterStep["changes"] {
  if (step.before === null) return [];
  const fieldsOf = (json: string) =>
    step.object === "unit"
      ? unitFields(workspace, JSON.parse(json) as UnitSnapshot)
      : employerFields(workspace, JSON.parse(json) as EmployerSnapshot, step.effectiveOn);
  return differences(fieldsOf(step.before), fieldsOf(step.after));
}

/** The unit as its newest dated rows say. */
function unitFields(workspace: Workspace, { unit, rows }: UnitSnapshot): Fields {
  const newest = (table: string) =>
    rows[table]?.reduce((left, right) => (String(right.valid_from) > String(left.valid_from) ? right : left));
  const name = newest("org_unit_name");
  const classification = newest("org_unit_classification");
  const events = (rows.unit_event ?? []).filter(({ kind }) => kind !== "renamed" && kind !== "reclassified");
  const successors = events.flatMap(({ successor_id }) =>
    typeof successor_id === "number" ? (findUnitCode(workspace.db, successor_id) ?? []) : [],
  );
  const receivers = events.flatMap(({ receiver }) => (typeof receiver === "string" ? receiver : []));
  return {
    name: name?.full_name ?? null,
    kind: name?.kind ?? null,
    employerType: classification?.employer_type ?? null,
    sector: classification?.sector ?? null,
    workforce: classification?.workforce ?? null,
    selfFinancing: classification?.self_financing ?? null,
    taxCode: classification?.tax_code ?? null,
    establishedOn: unit.established_on,
    endedOn: unit.ended_on,
    successors: [...successors, ...receivers].join(", "),
  };
}

/** The employer with the union of a day and the headcount of it, or its first one. */
function employerFields(
  workspace: Workspace,
  { employer, headcounts, unions }: EmployerSnapshot,
  on: string,
): Fields {
  const headcount = headcounts.findLast(({ valid_from }) => valid_from <= on) ?? headcounts[0];
  const union = unions.find(({ valid_from, valid_to }) => valid_from <= on && on <= (valid_to ?? "9999"));
  return {
    code: employer.code ?? null,
    name: employer.name ?? null,
    employerType: employer.employer_type ?? null,
    workforce: headcount?.workforce ?? null,
    taxCode: employer.tax_code ?? null,
    unitCode: (union && findUnitCode(workspace.db, union.unit_id)) ?? null,
  };
}
