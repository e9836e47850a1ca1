import type { FieldProps } from "../../components/FieldParts.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useTypedValue } from "../../components/use-typed-value.ts";
import { useText } from "../../text/use-text.ts";

interface YearFieldProps extends FieldProps {
  /** 1990–2100, or null while none is typed. */
  readonly value: number | null;
  readonly onChange: (year: number | null) => void;
}

/** A year stands without a thousands mark. A half-typed one changes nothing. */
export function YearField({ value, onChange, errorMessage, ...rest }: YearFieldProps) {
  const t = useText();
  const { text, setText, isRefused, printed } = useTypedValue(value, String, readYear);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const year = readYear(typed);
        if (year !== undefined) onChange(year);
      }}
      onBlur={() => {
        if (isRefused) setText(printed);
      }}
      errorMessage={isRefused && text.length >= 4 ? t("programmeEditor.time.yearRefused") : errorMessage}
      inputClass="so-field-number"
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
