import type { CollectPreview } from "../../../shared/contract/collect.ts";
import { Callout } from "../../components/Callout.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Select } from "../../components/Select.tsx";
import { useText } from "../../text/use-text.ts";
import { type CollectChoice, duplicateKey, withChosen } from "./collect-choice.ts";

/** One by one up to so many; more are two versions of one large file, and are decided together. */
const MOST_SHOWN = 50;
const NONE = "none";

interface DuplicateChoiceProps {
  readonly preview: CollectPreview;
  readonly choice: CollectChoice;
  readonly onChange: (choice: CollectChoice) => void;
}

export function DuplicateChoice({ preview, choice, onChange }: DuplicateChoiceProps) {
  const t = useText();
  const { duplicates } = preview;
  const nameOf = (id: number) => preview.files.find((file) => file.id === id)?.fileName ?? "";
  const involved = [...new Set(duplicates.flatMap(({ files }) => files))];
  return (
    <div className="collect-duplicates">
      <Callout tone="warning" title={t("collect.duplicates.title")}>
        {t("collect.duplicates.lead")}
      </Callout>
      {duplicates.length > 2 && (
        <Select
          label={t("collect.duplicates.forAll")}
          value={null}
          onChange={(id) =>
            onChange(
              withChosen(
                choice,
                duplicates.filter(({ files }) => files.includes(Number(id))).map(duplicateKey),
                Number(id),
              ),
            )
          }
          options={involved.map((id) => ({ id: String(id), label: nameOf(id) }))}
        />
      )}
      {duplicates.slice(0, MOST_SHOWN).map((duplicate) => {
        const key = duplicateKey(duplicate);
        const chosen = choice.chosen.get(key);
        return (
          <RadioGroup
            key={key}
            label={`${duplicate.unit.code} ${duplicate.unit.name}`}
            orientation="horizontal"
            value={chosen === undefined ? NONE : String(chosen)}
            onChange={(id) => onChange(withChosen(choice, [key], id === NONE ? null : Number(id)))}
            options={[
              ...duplicate.files.map((id) => ({ id: String(id), label: nameOf(id) })),
              { id: NONE, label: t("collect.duplicates.none") },
            ]}
          />
        );
      })}
    </div>
  );
}
