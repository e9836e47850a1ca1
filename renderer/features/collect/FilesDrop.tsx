import { DropZone, FileTrigger } from "react-aria-components";
import { Button } from "../../components/Button.tsx";
import { droppedFiles } from "../../components/dropped-files.ts";
import { useText } from "../../text/use-text.ts";

interface FilesDropProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Many files at once: chosen, a whole folder, or dropped. */
export function FilesDrop({ isBusy, onFiles }: FilesDropProps) {
  const t = useText();
  const take = (files: FileList | null) => onFiles([...(files ?? [])]);
  return (
    <DropZone
      className="collect-drop"
      aria-label={t("collect.receive.drop")}
      isDisabled={isBusy}
      onDrop={(drop) => void droppedFiles(drop.items).then(onFiles)}
    >
      <FileTrigger allowsMultiple acceptedFileTypes={[".xlsx"]} onSelect={take}>
        <Button isPending={isBusy}>{t("collect.receive.chooseFiles")}</Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={take}>
        <Button isPending={isBusy}>{t("collect.receive.chooseFolder")}</Button>
      </FileTrigger>
      <span className="quiet">{t("collect.receive.drop")}</span>
    </DropZone>
  );
}
