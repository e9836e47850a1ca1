import { useState } from "react";
import { ComboBox, type ComboBoxProps } from "../../components/ComboBox.tsx";

type PickFieldProps<Id extends string> = Omit<ComboBoxProps<Id>, "value" | "onChange" | "autoFocus"> & {
  readonly onPick: (id: Id) => void;
};

/** A choice that goes elsewhere at once: the field is blank again, has the focus, and waits for the next one. */
export function PickField<Id extends string>({ onPick, ...rest }: PickFieldProps<Id>) {
  const [picks, setPicks] = useState(0);
  return (
    <ComboBox
      {...rest}
      key={picks}
      value={null}
      autoFocus={picks > 0}
      onChange={(id) => {
        if (id === null) return;
        setPicks(picks + 1);
        onPick(id);
      }}
    />
  );
}
