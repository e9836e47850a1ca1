import {
  EMPLOYER_TYPE_LABELS,
  SECTOR_LABELS,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
} from "../../../shared/domain/labels.ts";
import {
  EMPLOYER_TYPES,
  GRASSROOTS_KINDS,
  SECTORS,
  SELF_FINANCING_CLASSES,
  sectorOf,
} from "../../../shared/domain/org-unit.ts";
import { NumberField } from "../../components/NumberField.tsx";
import { Select } from "../../components/Select.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLabel, useText } from "../../text/use-text.ts";
import type { UnitDraft } from "./unit-draft.ts";

interface UnitFieldsProps {
  readonly draft: UnitDraft;
  readonly onChange: (draft: UnitDraft) => void;
  readonly nameError?: string | undefined;
}

const NONE = "" as const;

/** The facts of a union, the same for founding and for changing. */
export function UnitFields({ draft, onChange, nameError }: UnitFieldsProps) {
  const t = useText();
  const label = useLabel();
  const notChosen = { id: NONE, label: t("register.unit.notChosen") } as const;
  const derived = draft.employerType && sectorOf(draft.employerType);
  return (
    <>
      <TextField
        label={t("register.unit.name")}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        errorMessage={nameError}
        isRequired
      />
      <Select
        label={t("register.unit.kind")}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
        options={GRASSROOTS_KINDS.map((id) => ({ id, label: label(UNIT_KIND_LABELS[id]) }))}
      />
      <Select
        label={t("register.unit.employerType")}
        value={draft.employerType ?? NONE}
        onChange={(id) => onChange({ ...draft, employerType: id === NONE ? null : id })}
        options={[notChosen, ...EMPLOYER_TYPES.map((id) => ({ id, label: label(EMPLOYER_TYPE_LABELS[id]) }))]}
      />
      <Select
        label={t("register.unit.sector")}
        description={t("register.unit.sectorHint")}
        value={draft.sector ?? NONE}
        onChange={(id) => onChange({ ...draft, sector: id === NONE ? null : id })}
        options={[
          {
            id: NONE,
            label: derived
              ? `${label(SECTOR_LABELS[derived])} (${t("register.unit.sectorDerived")})`
              : t("register.unit.notChosen"),
          },
          ...SECTORS.map((id) => ({ id, label: label(SECTOR_LABELS[id]) })),
        ]}
      />
      <NumberField
        label={t("register.unit.workforce")}
        description={t("register.unit.workforceHint")}
        value={draft.workforce}
        onChange={(workforce) => onChange({ ...draft, workforce })}
        minValue={0}
        maxValue={1_000_000}
      />
      <Select
        label={t("register.unit.selfFinancing")}
        value={draft.selfFinancing ?? NONE}
        onChange={(id) => onChange({ ...draft, selfFinancing: id === NONE ? null : id })}
        options={[
          notChosen,
          ...SELF_FINANCING_CLASSES.map((id) => ({ id, label: label(SELF_FINANCING_LABELS[id]) })),
        ]}
      />
      <TextField
        label={t("register.unit.taxCode")}
        value={draft.taxCode}
        onChange={(taxCode) => onChange({ ...draft, taxCode })}
      />
    </>
  );
}
