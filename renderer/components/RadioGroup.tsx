import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components";
import { type Choice, keyOf } from "./choice.ts";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldParts.tsx";
import "./radio-group.css";

interface RadioGroupProps<Id extends string> extends FieldProps {
  readonly value: NoInfer<Id> | null;
  readonly onChange: (id: Id) => void;
  readonly options: readonly Choice<Id>[];
  readonly orientation?: "horizontal" | "vertical";
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, description, errorMessage, isRequired = false, value, onChange, options, ...rest } = props;
  return (
    <AriaRadioGroup
      {...rest}
      className="so-field so-radio-group"
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      value={keyOf(options, value)}
      onChange={(key) => {
        const chosen = options[Number(key)];
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className="so-radios">
        {options.map((option, index) => (
          <Radio key={option.id} value={String(index)} className="so-radio">
            <span>
              {option.label}
              {option.description !== undefined && (
                <span className="so-option-description">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  );
}
