/** One of the things that can be chosen in a Select, a ComboBox or a RadioGroup. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
}

/** Widgets below use the position as key, so that an id may be any text, the empty one too. */
export function keyOf<Id extends string>(options: readonly Choice<Id>[], id: Id | null): string | null {
  const index = options.findIndex((option) => option.id === id);
  return index === -1 ? null : String(index);
}
