import { formatHundredths } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import type { FieldProps } from "./FieldParts.tsx";
import { TextField } from "./TextField.tsx";
import { useTypedValue } from "./use-typed-value.ts";

export interface HundredthsFieldProps extends FieldProps {
  /** Hundredths, or null while nothing readable is typed. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** What to write instead of what cannot be read. */
  readonly refused: string;
  readonly autoFocus?: boolean;
}

/** "80", "79,5", "80 %": a number of at most two decimals. */
export function HundredthsField({ value, onChange, refused, errorMessage, ...rest }: HundredthsFieldProps) {
  const { text, setText, isRefused, printed } = useTypedValue(value, formatHundredths, readHundredths);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(readHundredths(typed) ?? null);
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

function readHundredths(text: string): number | null | undefined {
  const clean = text.replace("%", "").trim();
  if (clean === "") return null;
  const reading = parseNumber(clean, "score");
  return reading.ok ? reading.value : undefined;
}
