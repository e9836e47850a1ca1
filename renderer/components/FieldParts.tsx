import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import "./field.css";

/** What every field may say around itself. */
export interface FieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  /** Present = the field is refused and says why. */
  readonly errorMessage?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

/** Label above the input. The asterisk is a sign for the eye; readers hear "required" from the input. */
export function FieldLabel({ label, isRequired = false }: Pick<FieldProps, "label" | "isRequired">) {
  return (
    <Label className="so-field-label">
      {label}
      {isRequired && (
        <span className="so-field-required" aria-hidden="true">
          {" *"}
        </span>
      )}
    </Label>
  );
}

/** Hint and refusal below the input. */
export function FieldNotes({ description, errorMessage }: Pick<FieldProps, "description" | "errorMessage">) {
  return (
    <>
      {description !== undefined && description !== null && description !== "" && (
        <Text slot="description" className="so-field-description">
          {description}
        </Text>
      )}
      <FieldError className="so-field-error">{errorMessage}</FieldError>
    </>
  );
}
