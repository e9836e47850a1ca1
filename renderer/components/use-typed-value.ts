import { useState } from "react";

/**
 * The text of a field that stands for a value: what is typed stays as typed, and the value follows it.
 *
 * @param value  the value held by the caller
 * @param print  its text when it comes from outside
 * @param read   the value of a typed text; undefined = cannot be read, and the caller then holds null
 */
export function useTypedValue<Value>(
  value: Value | null,
  print: (value: Value) => string,
  read: (text: string) => Value | null | undefined,
) {
  const printed = value === null ? "" : print(value);
  const [text, setText] = useState(printed);
  const reading = read(text);
  const isRefused = reading === undefined;
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    // Changed by the caller, not by this text: the caller's value is what must be seen.
    setLastValue(value);
    if ((reading ?? null) !== value) setText(printed);
  }
  return { text, setText, isRefused, printed };
}
