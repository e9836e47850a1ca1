// What is typed into forms and stored nowhere yet, so that whoever closes or leaves them is asked first.
import { createContext, useContext, useEffect, useId } from "react";

/** Forms with something typed, by an id of each. */
export class UnsavedForms {
  readonly #forms = new Set<string>();

  has(): boolean {
    return this.#forms.size > 0;
  }

  set(form: string, isDirty: boolean): void {
    if (isDirty) this.#forms.add(form);
    else this.#forms.delete(form);
  }

  /** What was typed into these is given up. */
  giveUp(forms: readonly string[]): void {
    for (const form of forms) this.#forms.delete(form);
  }

  list(): readonly string[] {
    return [...this.#forms];
  }
}

/** Of the whole window: asked when a page is left. */
export const unsavedForms = new UnsavedForms();

/** Of the panel around a form: asked when the panel is closed. */
export const PanelFormsContext = createContext<UnsavedForms | null>(null);

/** Says whether a form holds something typed that is stored nowhere. False while it is being stored. */
export function useUnsavedForm(isDirty: boolean): void {
  const id = useId();
  const panel = useContext(PanelFormsContext);
  useEffect(() => {
    unsavedForms.set(id, isDirty);
    panel?.set(id, isDirty);
    return () => {
      unsavedForms.set(id, false);
      panel?.set(id, false);
    };
  }, [id, panel, isDirty]);
}
