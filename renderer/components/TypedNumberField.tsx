import type { FieldProps } from "./FieldParts.tsx";
import { TextField } from "./TextField.tsx";
import { useTypedValue } from "./use-typed-value.ts";

export interface NumberProps extends FieldProps {
  /** Null while nothing readable is typed. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly autoFocus?: boolean;
}

interface TypedNumberFieldProps extends NumberProps {
  readonly print: (value: number) => string;
  /** Null for nothing, undefined for what cannot be read. */
  readonly read: (text: string) => number | null | undefined;
  /** What to write instead of what cannot be read. */
  readonly refused: string;
}

/** A number that stays as typed until its field is left, and is printed then. No arrows, no wheel. */
export function TypedNumberField(props: TypedNumberFieldProps) {
  const { value, onChange, print, read, refused, errorMessage, ...rest } = props;
  const { text, setText, isRefused, printed } = useTypedValue(value, print, read);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(read(typed) ?? null);
      }}
      onBlur={() => {
        if (!isRefused) setText(printed);
      }}
      errorMessage={isRefused ? refused : errorMessage}
      inputClass="so-field-number"
      autoComplete="off"
    />
  );
}
