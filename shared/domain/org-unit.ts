// Kinds and classifications of organisational units (domain.md §a.1, §c.1).

export const UNIT_KINDS = [
  "confederation",
  "provincialFederation",
  "districtFederation",
  "communeUnion",
  "sectorUnion",
  "industrialParkUnion",
  "grassrootsUnion",
  "occupationalUnion",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The kinds that can own an office of this application. */
export const OFFICE_KINDS = ["districtFederation", "communeUnion", "provincialFederation"] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** The kinds that make up one reporting row: CĐCS and nghiệp đoàn share one table (domain.md §a.1 no. 9). */
export const GRASSROOTS_KINDS = [
  "grassrootsUnion",
  "occupationalUnion",
] as const satisfies readonly UnitKind[];
export type GrassrootsKind = (typeof GRASSROOTS_KINDS)[number];

export const EMPLOYER_TYPES = [
  "adminAgency",
  "publicServiceUnit",
  "nonPublicServiceUnit",
  "stateEnterprise",
  "privateEnterprise",
  "fdiEnterprise",
  "cooperative",
  "occupationalUnion",
  "other",
] as const;
export type EmployerType = (typeof EMPLOYER_TYPES)[number];

/** Doanh nghiệp nhà nước and ngoài nhà nước; private schools and hospitals are counted apart (domain.md §j 5). */
export const NON_STATE_ENTERPRISES = [
  "privateEnterprise",
  "fdiEnterprise",
  "cooperative",
] as const satisfies readonly EmployerType[];
export const ENTERPRISES = [
  "stateEnterprise",
  ...NON_STATE_ENTERPRISES,
] as const satisfies readonly EmployerType[];
/** Cơ quan, đơn vị: those that hold a cadre conference (domain.md §a.1 no. 13). */
export const AGENCIES = ["adminAgency", "publicServiceUnit"] as const satisfies readonly EmployerType[];

export const SECTORS = ["state", "nonState"] as const;
export type Sector = (typeof SECTORS)[number];

export const SELF_FINANCING_CLASSES = ["fullBudget", "partial", "selfFinanced"] as const;
export type SelfFinancing = (typeof SELF_FINANCING_CLASSES)[number];

const UNIT_EVENT_KINDS = [
  "established",
  "dissolved",
  "merged",
  "split",
  "transferred",
  "renamed",
  "reclassified",
  "levelChanged",
] as const;
export type UnitEventKind = (typeof UNIT_EVENT_KINDS)[number];

/**
 * The sector an employer type belongs to (domain.md §a.1 no. 16). Occupational unions and private
 * schools and hospitals count as non-state (the default of domain.md §j 5).
 */
export function sectorOf(employerType: EmployerType): Sector {
  return employerType === "adminAgency" ||
    employerType === "publicServiceUnit" ||
    employerType === "stateEnterprise"
    ? "state"
    : "nonState";
}

/** Lower bounds, in workers, of the workforce bands of domain.md §c.1: <10, 10–19, 20–24, 25–49, 50–199, 200–499, 500–1,999, ≥ 2,000. */
export const WORKFORCE_BANDS = [0, 10, 20, 25, 50, 200, 500, 2000] as const;
type WorkforceBand = (typeof WORKFORCE_BANDS)[number];

/** The lower bound of the band a headcount falls into. @param workforce persons, ≥ 0 */
export function workforceBand(workforce: number): WorkforceBand {
  let band: WorkforceBand = 0;
  for (const lower of WORKFORCE_BANDS) if (workforce >= lower) band = lower;
  return band;
}
