import { formatInteger } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import { TypedField, type TypedProps } from "./TypedField.tsx";
import { useWidgetWords } from "./widget-words.ts";

interface NumberFieldProps extends TypedProps<number> {
  readonly minValue?: number;
  readonly maxValue?: number;
}

/** A whole number typed as people write it here: "1250", "1.250", "650 nghìn". */
export function NumberField({ minValue, maxValue, errorMessage, ...rest }: NumberFieldProps) {
  const words = useWidgetWords();
  const { value } = rest;
  const isOutside =
    value !== null &&
    ((minValue !== undefined && value < minValue) || (maxValue !== undefined && value > maxValue));
  return (
    <TypedField
      {...rest}
      look="number"
      print={formatInteger}
      read={readCount}
      refused={words.numberRefused}
      errorMessage={isOutside ? words.numberRange(minValue, maxValue) : errorMessage}
    />
  );
}

function readCount(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const reading = parseNumber(text, "money");
  return reading.ok ? reading.value : undefined;
}
