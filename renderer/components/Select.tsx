import { Button, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import { type Choice, keyOf } from "./choice.ts";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldParts.tsx";
import { ChevronDownIcon } from "./icons.tsx";
import { OptionList } from "./OptionList.tsx";
import "./select.css";

interface SelectProps<Id extends string> extends FieldProps {
  /** The chosen id; null shows the placeholder. */
  readonly value: NoInfer<Id> | null;
  readonly onChange: (id: Id) => void;
  readonly options: readonly Choice<Id>[];
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const {
    label,
    description,
    errorMessage,
    isRequired = false,
    value,
    onChange,
    options,
    placeholder,
    ...rest
  } = props;
  return (
    <AriaSelect
      {...rest}
      className="so-field so-select"
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      value={keyOf(options, value)}
      onChange={(key) => {
        const chosen = options[Number(key)];
        if (chosen) onChange(chosen.id);
      }}
      placeholder={placeholder ?? ""}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Button className="so-field-button so-select-button">
        <SelectValue className="so-select-value">
          {({ selectedText }) => (selectedText === "" ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDownIcon />
      </Button>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="so-popover">
        <OptionList label={label} options={options} />
      </Popover>
    </AriaSelect>
  );
}
