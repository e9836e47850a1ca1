import { useState } from "react";
import type { FieldProps } from "./FieldParts.tsx";
import { TextField } from "./TextField.tsx";

/** A field whose text stands for a value. */
export interface TypedProps<Value> extends FieldProps {
  /** Null while nothing readable is typed. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly autoFocus?: boolean;
}

interface TypedFieldProps<Value> extends TypedProps<Value> {
  readonly look: "number" | "date";
  readonly print: (value: Value) => string;
  /** Null for nothing, undefined for what cannot be read. */
  readonly read: (text: string) => Value | null | undefined;
  /** What to write instead of what cannot be read. */
  readonly refused: string;
  /** Characters before which unreadable text is only half typed, and no mistake until the field is left. */
  readonly wholeLength?: number;
  /** Unreadable text changes nothing, and is gone when the field is left. Otherwise it stays and the value is null. */
  readonly keepsValue?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

/** What is typed stays as typed until the field is left, and is printed then; the value follows it. No arrows, no wheel. */
export function TypedField<Value>(props: TypedFieldProps<Value>) {
  const { value, onChange, look, print, read, refused, wholeLength = 0, keepsValue = false, ...rest } = props;
  const printed = value === null ? "" : print(value);
  const [text, setText] = useState(printed);
  const [wasLeft, setWasLeft] = useState(false);
  const reading = read(text);
  const isRefused = reading === undefined;
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    // Changed by the caller, not by this text: the caller's value is what must be seen.
    setLastValue(value);
    if ((reading ?? null) !== value) setText(printed);
  }
  const isMistake = isRefused && (wasLeft || text.trim().length >= wholeLength);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        setWasLeft(false);
        const next = read(typed);
        if (next !== undefined || !keepsValue) onChange(next ?? null);
      }}
      onBlur={() => {
        setWasLeft(true);
        if (!isRefused || keepsValue) setText(printed);
      }}
      errorMessage={isMistake ? refused : rest.errorMessage}
      inputClass={`so-field-${look}`}
      isUnread={isRefused && !keepsValue}
      autoComplete="off"
    />
  );
}
