import { useState } from "react";
import type { FormColumn, FormUnit } from "../../shared/contract/entries.ts";
import { Button } from "../components/Button.tsx";
import { ComboBox } from "../components/ComboBox.tsx";
import { Dialog } from "../components/Dialog.tsx";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { useDataWords } from "../text/data-words.ts";
import { useText } from "../text/use-text.ts";

interface GoToDialogProps {
  readonly units: readonly FormUnit[];
  readonly columns: readonly FormColumn[];
  readonly from: CellAddress;
  readonly onGo: (cell: CellAddress) => void;
  readonly onClose: () => void;
}

/** F6: to a union and a column by a few letters of their names, accents not needed. */
export function GoToDialog({ units, columns, from, onGo, onClose }: GoToDialogProps) {
  const t = useText();
  const words = useDataWords();
  const [unit, setUnit] = useState<string | null>(null);
  const [element, setElement] = useState<string | null>(null);
  const go = (toUnit: string | null, toElement: string | null) =>
    onGo({
      row: toUnit === null ? from.row : units.findIndex(({ uid }) => uid === toUnit),
      column:
        toElement === null ? from.column : columns.findIndex((candidate) => candidate.element === toElement),
    });
  return (
    <Dialog title={t("entry.goTo.title")} onClose={onClose}>
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          go(unit, element);
        }}
      >
        <ComboBox
          label={t("entry.goTo.unit")}
          description={t("entry.goTo.unitHint")}
          autoFocus
          value={unit}
          onChange={setUnit}
          onEnter={(id) => go(id, element)}
          options={units.map(({ uid, code, name }) => ({ id: uid, label: `${code} ${name}` }))}
        />
        <ComboBox
          label={t("entry.goTo.column")}
          value={element}
          onChange={setElement}
          onEnter={(id) => go(unit, id)}
          options={columns.map(({ element: id, number, label }) => ({
            id,
            label: `${number} ${words.element(id, label)}`,
          }))}
        />
        <div className="form-actions">
          <Button type="submit" variant="primary" isDisabled={unit === null && element === null}>
            {t("entry.goTo.go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
