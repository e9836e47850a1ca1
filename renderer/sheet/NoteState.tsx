import { useText } from "../text/use-text.ts";

interface NoteStateProps {
  /** What is typed and not saved; null when it is what is stored. */
  readonly draft: string | null;
  /** "" when nothing is. */
  readonly stored: string;
}

/** Whether the text of a note or an explanation is kept, beside its button: by a sign, a word and a colour. */
export function NoteState({ draft, stored }: NoteStateProps) {
  const t = useText();
  const state = draft !== null ? "unsaved" : stored === "" ? "none" : "saved";
  return (
    <span className="note-state" data-state={state} role="status">
      {state === "unsaved" && `● ${t("entry.noteState.unsaved")}`}
      {state === "saved" && `✓ ${t("entry.noteState.saved")}`}
    </span>
  );
}
