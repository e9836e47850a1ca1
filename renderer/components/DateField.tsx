import { formatDate, parseDate } from "../../shared/domain/number-format.ts";
import { TypedField, type TypedProps } from "./TypedField.tsx";
import { useWidgetWords } from "./widget-words.ts";

/** A date `YYYY-MM-DD` typed as dd/mm/yyyy. Also takes 20112026, 20.11.2026 and 2026-11-20. */
export function DateField(props: TypedProps<string>) {
  const words = useWidgetWords();
  return (
    <TypedField
      {...props}
      look="date"
      print={formatDate}
      read={readDate}
      refused={words.dateRefused}
      wholeLength={10}
      placeholder={words.dateForm}
    />
  );
}

function readDate(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  return parseDate(text.trim().replace(/^(\d{2})(\d{2})(\d{4})$/, "$1/$2/$3"));
}
