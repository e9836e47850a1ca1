import { DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { Button } from "./Button.tsx";
import { UploadIcon } from "./icons.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./file-drop.css";

interface FileDropProps {
  /** Endings, comma-separated: ".xlsx,.csv". A file dropped with another ending is ignored here and refused later. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly isBusy?: boolean;
  /** Words of the button and of the area; the application's usual ones when left out. */
  readonly buttonLabel?: string;
  readonly dropLabel?: string;
}

/** One file, chosen or dropped. */
export function FileDrop({ accept, onFile, isBusy = false, buttonLabel, dropLabel }: FileDropProps) {
  const words = useWidgetWords();
  return (
    <DropZone
      className="so-file-drop"
      aria-label={dropLabel ?? words.dropFile}
      isDisabled={isBusy}
      onDrop={(drop) => {
        const item = drop.items.find(isFileDropItem);
        if (item) void item.getFile().then(onFile);
      }}
    >
      <FileTrigger
        acceptedFileTypes={accept.split(",")}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button isPending={isBusy}>
          <UploadIcon />
          {buttonLabel ?? words.chooseFile}
        </Button>
      </FileTrigger>
      <span className="so-file-drop-text">{dropLabel ?? words.dropFile}</span>
    </DropZone>
  );
}
