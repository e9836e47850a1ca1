import type { KeyboardEvent } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldParts.tsx";
import "./text-area.css";

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown before it scrolls. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
}

/** Enter is a new line: Ctrl+Enter hands the form in. */
function submitByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  const { form } = event.currentTarget;
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

export function TextArea({ label, description, errorMessage, isRequired, rows = 3, ...rest }: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      className="so-field"
      isRequired={isRequired ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} isRequired={isRequired ?? false} />
      <AriaTextArea
        className="so-field-input so-text-area"
        rows={rows}
        spellCheck={false}
        onKeyDown={submitByKey}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}
