import { isDirectoryDropItem, isFileDropItem } from "react-aria-components";

type Item = Parameters<typeof isFileDropItem>[0];

/** Every file of what was dropped, those inside folders too. */
export async function droppedFiles(items: Iterable<Item>): Promise<File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (isFileDropItem(item)) files.push(await item.getFile());
    else if (isDirectoryDropItem(item)) {
      const inside: Item[] = [];
      for await (const entry of item.getEntries()) inside.push(entry);
      files.push(...(await droppedFiles(inside)));
    }
  }
  return files;
}
