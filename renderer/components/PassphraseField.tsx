import { TextField, type TextFieldProps } from "./TextField.tsx";

interface PassphraseFieldProps extends Omit<TextFieldProps, "type" | "autoComplete"> {
  /** One that is being chosen, not one that is known. */
  readonly isNew?: boolean;
}

/** A passphrase: hidden, and never filled in by the browser from what was typed elsewhere. */
export function PassphraseField({ isNew = false, ...field }: PassphraseFieldProps) {
  return <TextField {...field} type="password" autoComplete={isNew ? "new-password" : "off"} />;
}
