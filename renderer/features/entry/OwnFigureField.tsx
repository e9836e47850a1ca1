import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import type { FormColumn } from "../../../shared/contract/entries.ts";
import { parseTsv } from "../../components/grid/clipboard.ts";
import type { EditorMode } from "../../components/grid/grid-keys.ts";
import { isReadOnlyCell } from "../../components/grid/grid-model.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";

export type FieldStep = "next" | "previous" | "down" | "up" | "first" | "last";

interface OwnFigureFieldProps {
  readonly sheet: EntrySheet;
  readonly index: number;
  readonly column: FormColumn;
  readonly describedBy: string;
  readonly onFocus: (index: number) => void;
  readonly onStep: (index: number, step: FieldStep) => void;
  /** Several lines pasted: they go into the fields from this one down. */
  readonly onPasteLines: (index: number, lines: readonly string[]) => void;
  readonly onOtherKey: (event: KeyboardEvent, index: number, mode: EditorMode) => void;
}

const STEPS: Readonly<Record<string, readonly [plain: FieldStep, shifted: FieldStep | null]>> = {
  Enter: ["next", "previous"],
  ArrowDown: ["down", null],
  ArrowUp: ["up", null],
};

/** One figure. Its text is the browser's own (uncontrolled): nothing writes into a running composition. */
export function OwnFigureField(props: OwnFigureFieldProps) {
  const { sheet, index, column, describedBy, onFocus, onStep, onPasteLines, onOtherKey } = props;
  const t = useText();
  const words = useDataWords();
  const input = useRef<HTMLInputElement>(null);
  /** What stood in the field when it was entered; null while the focus is elsewhere. */
  const textAtStart = useRef<string | null>(null);
  const version = useSyncExternalStore(
    useCallback((listener) => sheet.subscribeRow(0, listener), [sheet]),
    () => sheet.rowVersion(0),
  );
  const cell = sheet.cell(0, index);
  const isReadOnly = isReadOnlyCell(sheet, { row: 0, column: index });
  const editText = cell.editText ?? cell.text;
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    const isTyping = textAtStart.current !== null && element.value !== textAtStart.current;
    if (isTyping) return;
    const isHere = document.activeElement === element;
    element.value = isHere && !isReadOnly ? editText : cell.text;
    if (isHere) {
      textAtStart.current = element.value;
      element.select();
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a change of the row that leaves the text alone still ends a refused typing
  }, [version, cell.text, editText, isReadOnly]);

  const mode = (): EditorMode =>
    textAtStart.current !== null && input.current?.value !== textAtStart.current ? "enter" : "select";

  /** @param isAgain Enter on a refused text tries it again. */
  function finish(isAgain = false) {
    const element = input.current;
    if (!element || isReadOnly || textAtStart.current === null) return;
    const text = element.value.normalize("NFC");
    const isRefused = sheet.cell(0, index).tone === "refused";
    const isChanged = text !== textAtStart.current;
    textAtStart.current = text;
    sheet.typing({ row: 0, column: index }, null);
    if (isChanged || (isAgain && isRefused)) sheet.commit(0, index, text);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.key === "Process" || event.key === "Dead") return;
    const hasControl = event.ctrlKey || event.metaKey;
    const step = event.altKey || hasControl ? undefined : STEPS[event.key]?.[event.shiftKey ? 1 : 0];
    if (step) {
      event.preventDefault();
      finish(event.key === "Enter");
      onStep(index, step);
    } else if (hasControl && !event.shiftKey && (event.key === "Home" || event.key === "End")) {
      event.preventDefault();
      onStep(index, event.key === "Home" ? "first" : "last");
    } else if (event.key === "Escape" && mode() !== "select" && input.current) {
      event.preventDefault();
      input.current.value = textAtStart.current ?? "";
      input.current.select();
      sheet.typing({ row: 0, column: index }, null);
    } else if (event.key === "Escape" && sheet.discard([{ row: 0, column: index }])) {
      event.preventDefault();
    } else if (event.key === "F2" && !event.shiftKey) {
      event.preventDefault();
      const end = input.current?.value.length ?? 0;
      input.current?.setSelectionRange(end, end);
    } else if (event.key === "Delete" && isWholeSelected(input.current) && !isReadOnly) {
      event.preventDefault();
      if (input.current) input.current.value = "";
      textAtStart.current = "";
      sheet.clear([{ row: 0, column: index }]);
    } else {
      if (hasControl && event.code === "KeyS") finish();
      onOtherKey(event, index, mode());
    }
  }

  function onPaste(event: ClipboardEvent) {
    const lines = parseTsv(event.clipboardData.getData("text/plain")).map((row) => row[0] ?? "");
    if (lines.length < 2) return;
    event.preventDefault();
    onPasteLines(index, lines);
  }

  const hint =
    column.type === "yesNo"
      ? t("entry.own.yesNo")
      : column.type === "grade"
        ? gradeHint(sheet.form.period)
        : undefined;
  return (
    <span
      className="own-field"
      data-tone={cell.tone}
      data-estimated={cell.estimated ? "" : undefined}
      data-words={hint !== undefined || undefined}
    >
      <input
        ref={input}
        type="text"
        data-own-figure={index}
        aria-label={words.element(column.element, column.label)}
        aria-describedby={describedBy}
        aria-invalid={cell.tone === "refused"}
        title={isReadOnly ? cell.title : undefined}
        placeholder={isReadOnly ? (cell.tone === "computed" ? t("entry.own.computed") : undefined) : hint}
        readOnly={isReadOnly}
        tabIndex={isReadOnly && sheet.form.lockedReason === null ? -1 : 0}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        onFocus={(event) => {
          const element = event.currentTarget;
          if (!isReadOnly) element.value = editText;
          textAtStart.current = element.value;
          element.select();
          onFocus(index);
        }}
        onMouseUp={(event) => {
          // The click that brings the focus selects all, so that typing replaces; the next one places the caret.
          if (document.activeElement !== event.currentTarget) return;
          if (isWholeSelected(event.currentTarget)) event.preventDefault();
        }}
        onBlur={() => {
          // Another window is no reason to take a half-typed figure.
          if (!document.hasFocus()) return;
          finish();
          textAtStart.current = null;
          if (input.current) input.current.value = sheet.cell(0, index).text;
        }}
        onInput={(event) => sheet.typing({ row: 0, column: index }, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {cell.saving && <span className="so-grid-saving" aria-hidden="true" />}
      {cell.estimated && <span className="own-estimated">{t("entry.estimatedMark")}</span>}
      {cell.note && <span className="so-grid-note" aria-hidden="true" />}
    </span>
  );
}

function isWholeSelected(element: HTMLInputElement | null): boolean {
  return (
    element !== null &&
    element.selectionStart === 0 &&
    element.selectionEnd === element.value.length &&
    element.value.length > 0
  );
}

function gradeHint(period: string): string {
  const { excellent, good, completed } = gradeWordsOf(period);
  return `${[excellent, good, completed].map(([name]) => name.toLocaleLowerCase("vi")).join(", ")}…`;
}
