import type { UnitRow } from "../../../shared/contract/units.ts";
import { ComboBox } from "../../components/ComboBox.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { CloseIcon } from "../../components/icons.tsx";
import { useText } from "../../text/use-text.ts";

interface SuccessorFieldsProps {
  readonly isMany: boolean;
  /** Unions that may be chosen. */
  readonly units: readonly UnitRow[];
  readonly chosen: readonly string[];
  readonly isMissing: boolean;
  readonly onChange: (uids: readonly string[]) => void;
}

/** The union that goes on with one that ends, or those it was divided into. */
export function SuccessorFields({ isMany, units, chosen, isMissing, onChange }: SuccessorFieldsProps) {
  const t = useText();
  const optionsOf = (rows: readonly UnitRow[]) =>
    rows.map((unit) => ({ id: unit.uid, label: `${unit.name} (${unit.code})` }));
  if (!isMany)
    return (
      <ComboBox
        label={t("register.unit.successor")}
        description={t("register.unit.successorHint")}
        value={chosen[0] ?? null}
        onChange={(uid) => onChange(uid === null ? [] : [uid])}
        options={optionsOf(units)}
        errorMessage={isMissing ? t("shell.required") : undefined}
        isRequired
      />
    );
  const rest = units.filter(({ uid }) => !chosen.includes(uid));
  return (
    <div className="successor-list">
      <ComboBox
        // A chosen one joins the list below and the field is empty again.
        key={chosen.length}
        label={t(chosen.length === 0 ? "register.unit.successors" : "register.unit.addSuccessor")}
        description={t("register.unit.successorHint")}
        value={null}
        onChange={(uid) => uid !== null && onChange([...chosen, uid])}
        options={optionsOf(rest)}
        errorMessage={isMissing ? t("register.unit.needTwo") : undefined}
        isRequired
      />
      <ul className="plain-list">
        {units
          .filter(({ uid }) => chosen.includes(uid))
          .map((unit) => (
            <li key={unit.uid}>
              <span>
                {unit.name} ({unit.code})
              </span>
              <IconButton
                label={t("register.unit.dropSuccessor", { name: unit.name })}
                onPress={() => onChange(chosen.filter((uid) => uid !== unit.uid))}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
      </ul>
    </div>
  );
}
