import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useSyncExternalStore,
} from "react";
import type { Box } from "./grid-geometry.ts";
import type { EditorMode } from "./grid-keys.ts";
import { type CellAddress, type GridModel, isReadOnlyCell } from "./grid-model.ts";

interface GridEditorProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly model: GridModel;
  readonly cell: CellAddress;
  readonly mode: EditorMode;
  readonly box: Box;
  readonly label: string;
  readonly gridId: string;
  readonly autoFocus: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onStartTyping: () => void;
  readonly onTyping: () => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onLeave: () => void;
}

/** The one input. Its text is the browser's own (uncontrolled): React never writes into a running composition. */
export function GridEditor(props: GridEditorProps) {
  const { inputRef, model, cell, mode, box, label, gridId, autoFocus, onStartTyping, onCopy, onLeave } =
    props;
  const { row, column } = cell;
  const subscribe = useCallback((listener: () => void) => model.subscribeRow(row, listener), [model, row]);
  useSyncExternalStore(subscribe, () => model.rowVersion(row));
  const shown = model.cell(row, column);
  // Before the sheet is seen: who sees it and presses a key means it, or has already gone elsewhere with the focus.
  useLayoutEffect(() => {
    if (autoFocus) inputRef.current?.focus({ preventScroll: true });
  }, [autoFocus, inputRef]);
  return (
    <input
      ref={inputRef}
      className="so-grid-editor"
      type="text"
      data-mode={mode}
      data-align={model.columns[column]?.align ?? "end"}
      data-tone={shown.tone}
      data-opened={shown.opened ? "" : undefined}
      style={box}
      aria-label={label}
      aria-description={shown.title}
      aria-controls={gridId}
      aria-activedescendant={mode === "select" ? `${gridId}-${row}-${column}` : undefined}
      aria-invalid={shown.tone === "refused"}
      readOnly={isReadOnlyCell(model, cell)}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onKeyDown={props.onKeyDown}
      onInput={props.onTyping}
      onCompositionStart={onStartTyping}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={props.onPaste}
      onBlur={() => {
        // Another window is no reason to take a half-typed figure: the focus comes back to it.
        if (document.hasFocus()) onLeave();
      }}
    />
  );
}
