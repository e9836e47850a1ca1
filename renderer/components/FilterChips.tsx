import { useId } from "react";
import { formatInteger } from "../../shared/domain/number-format.ts";
import "./filter-chips.css";

interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

interface FilterChipsProps {
  readonly label: string;
  readonly chips: readonly FilterChip[];
  /** None chosen = nothing is left out. */
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

export function FilterChips({ label, chips, selected, onChange }: FilterChipsProps) {
  const labelId = useId();
  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }
  return (
    <div className="so-chips" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="so-chips-label">
        {label}
      </span>
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          className="so-chip"
          aria-pressed={selected.has(chip.id)}
          onClick={() => toggle(chip.id)}
        >
          {chip.label}
          {chip.count !== undefined && <span className="so-chip-count">{formatInteger(chip.count)}</span>}
        </button>
      ))}
    </div>
  );
}
