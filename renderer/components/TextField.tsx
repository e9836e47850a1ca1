import { Input, TextField as AriaTextField } from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldParts.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: "text" | "password";
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  /** Extra class of the input, for the look of numbers and dates. */
  readonly inputClass?: string;
  /** What stands there is no value: a form does not go on with it. */
  readonly isUnread?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, description, errorMessage, isRequired, placeholder, inputClass, isUnread, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      className="so-field"
      isRequired={isRequired ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={isRequired ?? false} />
      <Input
        className={`so-field-input ${inputClass ?? ""}`}
        spellCheck={false}
        {...(placeholder !== undefined && { placeholder })}
        {...(isUnread && { "data-unread": true })}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
