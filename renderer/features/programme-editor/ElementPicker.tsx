import { DATA_ELEMENTS, findElement } from "../../../shared/catalogue/elements.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { CloseIcon } from "../../components/icons.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";
import { PickField } from "./PickField.tsx";
import { elementNames } from "./target-sentence.ts";

interface ElementPickerProps {
  readonly label: string;
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Figures that are added up: only those of one measure are offered after the first (turns and persons never add). */
export function ElementPicker({ label, codes, onChange }: ElementPickerProps) {
  const t = useText();
  const name = elementNames(useLanguage() === "en");
  const measure = findElement(codes[0] ?? "")?.measureUnit;
  const offered = DATA_ELEMENTS.filter(
    ({ code, type, measureUnit }) =>
      (type === "count" || type === "money") &&
      !codes.includes(code) &&
      (measure === undefined || measure === measureUnit),
  );
  return (
    <div className="element-picker">
      <PickField
        label={label}
        onPick={(code) => onChange([...codes, code])}
        options={offered.map(({ code, measureUnit }) => ({
          id: code,
          label: `${name(code)} (${measureUnit})`,
        }))}
        placeholder={t("programmeEditor.formula.addElement")}
      />
      {codes.length > 0 && (
        <ul aria-label={label}>
          {codes.map((code) => (
            <li key={code}>
              {name(code)}
              <IconButton
                label={t("programmeEditor.formula.removeElement", { label: name(code) })}
                onPress={() => onChange(codes.filter((other) => other !== code))}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
