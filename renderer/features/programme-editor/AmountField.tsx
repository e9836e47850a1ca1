import type { TargetValue } from "../../../shared/domain/target.ts";
import type { FieldProps } from "../../components/FieldParts.tsx";
import { HundredthsField } from "../../components/HundredthsField.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { useText } from "../../text/use-text.ts";

interface AmountFieldProps extends FieldProps {
  readonly scale: TargetValue["scale"];
  /** Whole for a count, hundredths for a share or a mean. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

export function AmountField({ scale, ...field }: AmountFieldProps) {
  const t = useText();
  if (scale === "count") return <NumberField {...field} minValue={0} />;
  return <HundredthsField {...field} refused={t("programmeEditor.value.refused")} />;
}
