// Search and filter chips of the register: pure, so that 2,000 rows are filtered while typing.
import type { UnitRow } from "../../../shared/contract/units.ts";
import { workforceBand } from "../../../shared/domain/org-unit.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";

/** Chosen chips of each group; an empty group lets everything through. "unknown" stands for what is not recorded. */
export interface RegisterFilter {
  readonly query: string;
  readonly sector: ReadonlySet<string>;
  readonly type: ReadonlySet<string>;
  readonly state: ReadonlySet<string>;
  readonly band: ReadonlySet<string>;
}

export const NO_FILTER: RegisterFilter = {
  query: "",
  sector: new Set(),
  type: new Set(),
  state: new Set(),
  band: new Set(),
};

export type ChipGroup = Exclude<keyof RegisterFilter, "query">;
export const CHIP_GROUPS = ["sector", "state", "band", "type"] as const satisfies readonly ChipGroup[];

/** The chip of a group that a unit belongs to. */
export function chipOf(unit: UnitRow, group: ChipGroup): string {
  return CHIP_OF[group](unit);
}

const CHIP_OF: Readonly<Record<ChipGroup, (unit: UnitRow) => string>> = {
  sector: (unit) => unit.sector ?? "unknown",
  type: (unit) => unit.employerType ?? "unknown",
  state: (unit) => (unit.isActive ? "active" : "ended"),
  band: (unit) => (unit.workforce === null ? "unknown" : String(workforceBand(unit.workforce))),
};

/** Units that match every chosen group and every word of the query, accents aside; the order is kept. */
export function filterUnits(units: readonly UnitRow[], filter: RegisterFilter): readonly UnitRow[] {
  return units.filter(
    (unit) =>
      CHIP_GROUPS.every((group) => filter[group].size === 0 || filter[group].has(chipOf(unit, group))) &&
      matchesSearch(searchTextOf(unit), filter.query),
  );
}

/** Chips of a group that occur, with how many units each has. */
export function countChips(units: readonly UnitRow[], group: ChipGroup): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const chip = chipOf(unit, group);
    counts.set(chip, (counts.get(chip) ?? 0) + 1);
  }
  return counts;
}

export function isFiltered(filter: RegisterFilter): boolean {
  return filter.query.trim() !== "" || CHIP_GROUPS.some((group) => filter[group].size > 0);
}

const searchTexts = new WeakMap<UnitRow, string>();

function searchTextOf(unit: UnitRow): string {
  let text = searchTexts.get(unit);
  if (text === undefined) {
    text = searchKey(`${unit.code} ${unit.name} ${unit.taxCode ?? ""}`);
    searchTexts.set(unit, text);
  }
  return text;
}
