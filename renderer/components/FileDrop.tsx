import { useId, useRef, useState } from "react";
import "./FileDrop.css";

interface FileDropProps {
  readonly label: string;
  /** Words before the button: "Kéo tệp thả vào đây, hoặc". */
  readonly dropHint: string;
  readonly chooseLabel: string;
  /** As of the input element: ".xlsx,.csv". */
  readonly accept: string;
  /** Shown once chosen. */
  readonly fileName?: string | null;
  readonly isBusy?: boolean;
  readonly busyLabel?: string;
  readonly onFile: (file: File) => void;
}

/** One file by drop or by the system's dialog; the same file can be chosen again. */
export function FileDrop({
  label,
  dropHint,
  chooseLabel,
  accept,
  fileName = null,
  isBusy = false,
  busyLabel,
  onFile,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [isOver, setIsOver] = useState(false);
  function take(file: File | undefined) {
    if (file && !isBusy) onFile(file);
  }
  return (
    <div
      className="file-drop"
      data-over={isOver || undefined}
      role="group"
      aria-labelledby={labelId}
      aria-busy={isBusy}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <span className="file-drop-label" id={labelId}>
        {label}
      </span>
      {fileName !== null && <strong className="file-drop-name">{fileName}</strong>}
      <span className="file-drop-line">
        {dropHint}
        <button
          type="button"
          className="file-drop-choose"
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          {isBusy ? (busyLabel ?? chooseLabel) : chooseLabel}
        </button>
      </span>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          take(file);
        }}
      />
    </div>
  );
}
