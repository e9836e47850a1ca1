import { DropZone, FileTrigger } from "react-aria-components";
import { Button } from "../../components/Button.tsx";
import { droppedFiles } from "../../components/dropped-files.ts";
import { useText } from "../../text/use-text.ts";

/** A stick, a folder or many files at once: chosen or dropped. Whatever they are called; the content decides. */
export function DeliveryDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useText();
  const take = (files: FileList | null) => onFiles([...(files ?? [])]);
  return (
    <DropZone
      className="desk-drop"
      aria-label={t("desk.drop")}
      onDrop={(drop) => void droppedFiles(drop.items).then(onFiles)}
    >
      <FileTrigger acceptDirectory onSelect={take}>
        <Button variant="primary">{t("desk.chooseFolder")}</Button>
      </FileTrigger>
      <FileTrigger allowsMultiple onSelect={take}>
        <Button>{t("desk.chooseFiles")}</Button>
      </FileTrigger>
      <span className="quiet">{t("desk.drop")}</span>
    </DropZone>
  );
}
