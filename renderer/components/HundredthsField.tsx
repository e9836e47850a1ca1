import { formatHundredths } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import { TypedField, type TypedProps } from "./TypedField.tsx";

interface HundredthsFieldProps extends TypedProps<number> {
  /** What to write instead of what cannot be read. */
  readonly refused: string;
}

/** "80", "79,5", "80 %": a number of at most two decimals, held in hundredths. */
export function HundredthsField(props: HundredthsFieldProps) {
  return <TypedField {...props} look="number" print={formatHundredths} read={readHundredths} />;
}

function readHundredths(text: string): number | null | undefined {
  const clean = text.replace("%", "").trim();
  if (clean === "") return null;
  const reading = parseNumber(clean, "score");
  return reading.ok ? reading.value : undefined;
}
