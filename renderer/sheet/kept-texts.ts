// What of the unsaved texts of a sheet is still to be told to the office: only what changed, so that what another window
// keeps of the same form stays.
import type { KeptText } from "../../shared/contract/entries.ts";

interface TextChange extends Omit<KeptText, "text"> {
  /** null: the cell has no unsaved text any more. */
  readonly text: string | null;
}

export class KeptTexts {
  readonly #kept: Map<string, KeptText>;
  /** Cells of which it is not known what the office keeps: a call of theirs came back with an error. */
  readonly #unsure = new Map<string, TextChange>();

  /** @param kept what the office kept when the form was opened */
  constructor(kept: readonly KeptText[]) {
    this.#kept = new Map(kept.map((text) => [placeOf(text), text]));
  }

  /** What to tell of the texts there are now. It counts as told at once; {@link failed} takes that back. */
  changes(texts: readonly KeptText[]): TextChange[] {
    const now = new Map(texts.map((text) => [placeOf(text), text]));
    const changes: TextChange[] = [];
    for (const [place, text] of now)
      if (this.#unsure.has(place) || this.#kept.get(place)?.text !== text.text) changes.push(text);
    for (const [place, { unit, element }] of new Map<string, TextChange>([...this.#kept, ...this.#unsure]))
      if (!now.has(place)) changes.push({ unit, element, text: null });
    this.#unsure.clear();
    this.#kept.clear();
    for (const [place, text] of now) this.#kept.set(place, text);
    return changes;
  }

  failed(changes: readonly TextChange[]): void {
    for (const change of changes) this.#unsure.set(placeOf(change), change);
  }
}

function placeOf({ unit, element }: Omit<KeptText, "text">): string {
  return `${unit} ${element}`;
}
