/** Data of an error as it came: names and figures for its sentence. */
export type Fields = Readonly<Record<string, unknown>>;

/** What happened, what was kept, what to do next. */
export type Sentence = string | ((data: Fields) => string);

/** A field in words, "" when it is not there. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
