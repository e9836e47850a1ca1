import { useLabel, useText } from "../../text/use-text.ts";
import { fieldValue, fieldWord } from "./import-words.ts";

interface FieldChangesProps {
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  /** What is shown goes back: from after to before. */
  readonly isUndone?: boolean;
}

/** Facts as they were and as they will be, one a line. */
export function FieldChanges({ changes, isUndone = false }: FieldChangesProps) {
  const t = useText();
  const label = useLabel();
  return changes.map(({ field, before, after }) => {
    const shown = (value: string) => fieldValue(field, value, label) || t("importing.blank");
    const [from, to] = isUndone ? [after, before] : [before, after];
    return (
      <div key={field}>
        {t("importing.change", { field: fieldWord(field, t), before: shown(from), after: shown(to) })}
      </div>
    );
  });
}

/** Facts of something new, in one paragraph. */
export function NewFacts({ changes }: Pick<FieldChangesProps, "changes">) {
  const t = useText();
  const label = useLabel();
  return changes
    .map(({ field, after }) =>
      t("importing.newValue", { field: fieldWord(field, t), after: fieldValue(field, after, label) }),
    )
    .join(" · ");
}
