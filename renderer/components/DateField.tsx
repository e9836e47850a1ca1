import { useState } from "react";
import { formatDate, parseDate } from "../../shared/domain/number-format.ts";
import type { FieldProps } from "./FieldParts.tsx";
import { TextField } from "./TextField.tsx";
import { useTypedValue } from "./use-typed-value.ts";
import { useWidgetWords } from "./widget-words.ts";

interface DateFieldProps extends FieldProps {
  /** Calendar date `YYYY-MM-DD`, or null while no whole date is typed. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly autoFocus?: boolean;
}

/** A date typed as dd/mm/yyyy. Also takes 20112026, 20.11.2026 and 2026-11-20. */
export function DateField({ value, onChange, errorMessage, ...rest }: DateFieldProps) {
  const words = useWidgetWords();
  const { text, setText, isRefused, printed } = useTypedValue(value, formatDate, readDate);
  const [wasLeft, setWasLeft] = useState(false);
  // A half-typed date is not yet a mistake: it is refused once it is as long as a date, or left.
  const isMistake = isRefused && (wasLeft || text.trim().length >= 10);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        setWasLeft(false);
        onChange(readDate(typed) ?? null);
      }}
      onBlur={() => {
        setWasLeft(true);
        if (!isRefused) setText(printed);
      }}
      errorMessage={isMistake ? words.dateRefused : errorMessage}
      placeholder={words.dateForm}
      inputClass="so-field-date"
      autoComplete="off"
    />
  );
}

function readDate(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  return parseDate(text.trim().replace(/^(\d{2})(\d{2})(\d{4})$/, "$1/$2/$3"));
}
