import { TypedField, type TypedProps } from "../../components/TypedField.tsx";
import { useText } from "../../text/use-text.ts";

/** A year of 1990–2100, without a thousands mark. A half-typed one changes nothing. */
export function YearField(props: TypedProps<number>) {
  const t = useText();
  return (
    <TypedField
      {...props}
      look="number"
      print={String}
      read={readYear}
      refused={t("programmeEditor.time.yearRefused")}
      wholeLength={4}
      keepsValue
      maxLength={4}
    />
  );
}

function readYear(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  if (!/^\d{4}$/.test(text.trim())) return undefined;
  const year = Number(text);
  return year >= 1990 && year <= 2100 ? year : undefined;
}
