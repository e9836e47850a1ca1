import type { Segment } from "../../../shared/domain/indicator.ts";
import { EMPLOYER_TYPE_LABELS, SECTOR_LABELS } from "../../../shared/domain/labels.ts";
import { EMPLOYER_TYPES, SECTORS } from "../../../shared/domain/org-unit.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { Select } from "../../components/Select.tsx";
import { useLabel, useText } from "../../text/use-text.ts";

interface SegmentFormProps {
  readonly segment: Segment | undefined;
  readonly onChange: (segment: Segment | undefined) => void;
}

/** Which units are looked at; nothing chosen = all. */
export function SegmentForm({ segment = {}, onChange }: SegmentFormProps) {
  const t = useText();
  const label = useLabel();
  const { sectors, employerTypes, minimumWorkforce } = segment;

  /** Absent parts admit every unit, so a part that was emptied is taken away. */
  function set(next: { [K in keyof Segment]: Segment[K] | undefined }) {
    const merged = { sectors, employerTypes, minimumWorkforce, ...next };
    const kept: Segment = {
      ...(merged.sectors?.length ? { sectors: merged.sectors } : {}),
      ...(merged.employerTypes?.length ? { employerTypes: merged.employerTypes } : {}),
      ...(merged.minimumWorkforce === undefined ? {} : { minimumWorkforce: merged.minimumWorkforce }),
    };
    onChange(Object.keys(kept).length === 0 ? undefined : kept);
  }

  return (
    <details className="segment" open={Object.keys(segment).length > 0}>
      <summary>{t("programmeEditor.formula.segment")}</summary>
      <div className="editor-row">
        <Select
          label={t("programmeEditor.formula.sector")}
          value={sectors?.length === 1 ? (sectors[0] ?? "") : ""}
          onChange={(id) => set({ sectors: SECTORS.filter((sector) => sector === id) })}
          options={[
            { id: "", label: t("programmeEditor.formula.anySector") },
            ...SECTORS.map((sector) => ({ id: sector, label: label(SECTOR_LABELS[sector]) })),
          ]}
        />
        <NumberField
          label={t("programmeEditor.formula.workforce")}
          value={typeof minimumWorkforce === "number" ? minimumWorkforce : null}
          onChange={(minimum) =>
            set({ minimumWorkforce: minimum === null || minimum < 1 ? undefined : minimum })
          }
          minValue={1}
          maxValue={100_000}
        />
      </div>
      <div role="group" className="editor-checks" aria-label={t("programmeEditor.formula.employerTypes")}>
        {EMPLOYER_TYPES.map((type) => (
          <Checkbox
            key={type}
            isSelected={employerTypes?.includes(type) ?? false}
            onChange={(isSelected) =>
              set({
                employerTypes: EMPLOYER_TYPES.filter((other) =>
                  other === type ? isSelected : (employerTypes?.includes(other) ?? false),
                ),
              })
            }
          >
            {label(EMPLOYER_TYPE_LABELS[type])}
          </Checkbox>
        ))}
      </div>
      <small>{t("programmeEditor.formula.employerTypesHint")}</small>
    </details>
  );
}
