import { useText } from "../../text/use-text.ts";

export function ProgrammeNotes({ notes }: { readonly notes: readonly string[] }) {
  const t = useText();
  if (notes.length === 0) return <p>{t("programmes.none.notes")}</p>;
  return (
    <ul className="numbered-list">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
