import { DropZone, FileTrigger, isDirectoryDropItem, isFileDropItem } from "react-aria-components";
import { Button } from "../../components/Button.tsx";
import { useText } from "../../text/use-text.ts";

type Item = Parameters<typeof isFileDropItem>[0];

/** A stick, a folder or many files at once: chosen or dropped. Whatever they are called; the content decides. */
export function DeliveryDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useText();
  const take = (files: FileList | null) => onFiles([...(files ?? [])]);
  return (
    <DropZone
      className="desk-drop"
      aria-label={t("desk.drop")}
      onDrop={(drop) => void filesOf(drop.items).then(onFiles)}
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

async function filesOf(items: Iterable<Item>): Promise<File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (isFileDropItem(item)) files.push(await item.getFile());
    else if (isDirectoryDropItem(item)) {
      const inside: Item[] = [];
      for await (const entry of item.getEntries()) inside.push(entry);
      files.push(...(await filesOf(inside)));
    }
  }
  return files;
}
