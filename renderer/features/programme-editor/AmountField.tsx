import { parseNumber } from "../../../shared/domain/number-input.ts";
import type { TargetValue } from "../../../shared/domain/target.ts";
import type { FieldProps } from "../../components/FieldParts.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useTypedValue } from "../../components/use-typed-value.ts";
import { useText } from "../../text/use-text.ts";
import { printHundredths } from "./target-sentence.ts";

interface AmountFieldProps extends FieldProps {
  readonly scale: TargetValue["scale"];
  /** Whole for a count, hundredths for a share or a mean. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

export function AmountField({ scale, ...field }: AmountFieldProps) {
  return scale === "count" ? <NumberField {...field} minValue={0} /> : <HundredthsField {...field} />;
}

/** "80", "79,5": a share in percent or a mean, with two decimals at most. */
function HundredthsField({ value, onChange, errorMessage, ...rest }: Omit<AmountFieldProps, "scale">) {
  const t = useText();
  const { text, setText, isRefused, printed } = useTypedValue(value, printHundredths, readHundredths);
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
      errorMessage={isRefused ? t("programmeEditor.value.refused") : errorMessage}
      inputClass="so-field-number"
    />
  );
}

function readHundredths(text: string): number | null | undefined {
  const clean = text.replace("%", "").trim();
  if (clean === "") return null;
  const reading = parseNumber(clean, "score");
  return reading.ok ? reading.value : undefined;
}
