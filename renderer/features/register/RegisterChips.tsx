import type { UnitRow } from "../../../shared/contract/units.ts";
import { EMPLOYER_TYPE_LABELS, SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import { EMPLOYER_TYPES, SECTORS, WORKFORCE_BANDS } from "../../../shared/domain/org-unit.ts";
import { FilterChips } from "../../components/FilterChips.tsx";
import { useLabel, useText } from "../../text/use-text.ts";
import { CHIP_GROUPS, type ChipGroup, countChips, type RegisterFilter } from "./register-filter.ts";

interface RegisterChipsProps {
  readonly units: readonly UnitRow[];
  readonly filter: RegisterFilter;
  readonly onChange: (filter: RegisterFilter) => void;
}

/** Chips of what occurs in the register, each with its count; a group with one chip filters nothing and is left out. */
export function RegisterChips({ units, filter, onChange }: RegisterChipsProps) {
  const t = useText();
  const words = useChipWords();
  const groups = CHIP_GROUPS.map((group) => {
    const counts = countChips(units, group);
    return { group, chips: words[group].filter(({ id }) => counts.has(id)), counts };
  }).filter(({ chips, group }) => chips.length > 1 || filter[group].size > 0);
  return (
    <div className="register-chips">
      {groups.map(({ group, chips, counts }) => (
        <FilterChips
          key={group}
          label={t(`register.filters.${group}`)}
          chips={chips.map((chip) => ({ ...chip, count: counts.get(chip.id) ?? 0 }))}
          selected={filter[group]}
          onChange={(selected: ReadonlySet<string>) => onChange({ ...filter, [group]: selected })}
        />
      ))}
    </div>
  );
}

interface ChipWord {
  readonly id: string;
  readonly label: string;
}

function useChipWords(): Readonly<Record<ChipGroup, readonly ChipWord[]>> {
  const t = useText();
  const label = useLabel();
  const unknown = { id: "unknown", label: t("register.filters.unknown") };
  return {
    sector: [...SECTORS.map((id) => ({ id, label: label(SECTOR_LABELS[id]) })), unknown],
    type: [...EMPLOYER_TYPES.map((id) => ({ id, label: label(EMPLOYER_TYPE_LABELS[id]) })), unknown],
    state: [
      { id: "active", label: t("register.active") },
      { id: "ended", label: t("register.ended") },
    ],
    band: [
      ...WORKFORCE_BANDS.map((band) => ({ id: String(band), label: t(`labels.workforceBand.from${band}`) })),
      unknown,
    ],
  };
}
