// Notes and explanations that are typed and not saved yet, each by what it is written for.
import { useState } from "react";
import { useUnsavedForm } from "../components/unsaved-forms.ts";

export interface NoteDrafts {
  readonly texts: ReadonlyMap<string, string>;
  /** @param text null when nothing differs from what is stored any more */
  readonly set: (key: string, text: string | null) => void;
  readonly forget: () => void;
}

/** Of one sheet: what is typed for a cell stays while others are looked at, and the page asks before it is left. */
export function useNoteDrafts(): NoteDrafts {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  useUnsavedForm(texts.size > 0);
  return {
    texts,
    set: (key, text) =>
      setTexts((before) => {
        const next = new Map(before);
        if (text === null) next.delete(key);
        else next.set(key, text);
        return next;
      }),
    forget: () => setTexts(new Map()),
  };
}
