import { formatInteger } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import type { FieldProps } from "./FieldParts.tsx";
import { TextField } from "./TextField.tsx";
import { useTypedValue } from "./use-typed-value.ts";
import { useWidgetWords } from "./widget-words.ts";

interface NumberFieldProps extends FieldProps {
  /** Whole number, or null while nothing readable is typed. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly autoFocus?: boolean;
}

/** A whole number typed as people write it here: "1250", "1.250", "650 nghìn". No arrows, no wheel. */
export function NumberField({
  value,
  onChange,
  minValue,
  maxValue,
  errorMessage,
  ...rest
}: NumberFieldProps) {
  const words = useWidgetWords();
  const { text, setText, isRefused, printed } = useTypedValue(value, formatInteger, readCount);
  const isOutside =
    value !== null &&
    ((minValue !== undefined && value < minValue) || (maxValue !== undefined && value > maxValue));
  const ownError = isRefused
    ? words.numberRefused
    : isOutside
      ? words.numberRange(minValue, maxValue)
      : undefined;
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(readCount(typed) ?? null);
      }}
      onBlur={() => {
        if (!isRefused) setText(printed);
      }}
      errorMessage={ownError ?? errorMessage}
      inputClass="so-field-number"
      autoComplete="off"
    />
  );
}

function readCount(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const reading = parseNumber(text, "money");
  return reading.ok ? reading.value : undefined;
}
