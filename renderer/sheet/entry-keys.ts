// Keys of the entry form beyond those of the grid (anchors.md §d1, ui.md §2). Pure.
import type { EditorMode } from "../components/grid/grid-keys.ts";

export type EntryAction =
  | "undo"
  | "redo"
  | "goTo"
  | "nextFinding"
  | "previousFinding"
  | "check"
  | "note"
  | "details"
  | "keys"
  | "filter"
  | "rowNoOccurrence"
  | "markEstimate"
  | "save";

export interface EntryKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** @returns null when the key is not ours, or serves the text being typed */
export function entryAction(press: EntryKey, mode: EditorMode): EntryAction | null {
  const { key, code, shiftKey, altKey } = press;
  const hasControl = press.ctrlKey || press.metaKey;
  if (altKey) return key === "Enter" && !hasControl && mode === "select" ? "details" : null;
  if (hasControl) return controlAction(code, shiftKey, mode);
  if (key === "F1") return "keys";
  if (mode !== "select") return null;
  if (key === "F2" && shiftKey) return "note";
  if (key === "F6") return "goTo";
  // Windows keeps Ctrl+Shift+0 for itself where several keyboard layouts are installed.
  if (key === "F7" && !shiftKey) return "rowNoOccurrence";
  if (key === "F8") return shiftKey ? "previousFinding" : "nextFinding";
  return key === "F9" ? "check" : null;
}

/** A key of ours that does nothing while typing; the browser's own panel behind it (F7, Ctrl+F, Ctrl+G) would only be in the way. */
export function isIdleKey(press: EntryKey, mode: EditorMode): boolean {
  if (entryAction(press, mode) !== null) return false;
  const action = entryAction(press, "select");
  return action !== null && action !== "undo" && action !== "redo";
}

function controlAction(code: string, hasShift: boolean, mode: EditorMode): EntryAction | null {
  // Who comes from Excel presses it without thinking, also while typing.
  if (code === "KeyS" && !hasShift) return "save";
  // While typing, the browser takes back letters.
  if (mode !== "select") return null;
  if (code === "KeyZ") return hasShift ? "redo" : "undo";
  if (code === "KeyY" && !hasShift) return "redo";
  if (code === "KeyI" && !hasShift) return "details";
  if (code === "KeyF" && !hasShift) return "filter";
  if (code === "KeyG" && !hasShift) return "goTo";
  if (code === "KeyE" && !hasShift) return "markEstimate";
  return code === "Digit0" && hasShift ? "rowNoOccurrence" : null;
}

/** As the keys are shown to people; their names are words of the page. */
export const KEY_TABLE: readonly { readonly keys: readonly string[]; readonly name: KeyName }[] = [
  { keys: ["←", "→", "↑", "↓"], name: "arrows" },
  { keys: ["Tab", "Shift+Tab"], name: "tab" },
  { keys: ["Enter", "Shift+Enter"], name: "enter" },
  { keys: ["Home", "End", "Ctrl+Home", "Ctrl+End"], name: "ends" },
  { keys: ["Ctrl+←", "Ctrl+→", "Ctrl+↑", "Ctrl+↓"], name: "edges" },
  { keys: ["Shift+←", "Shift+→", "Shift+↑", "Shift+↓", "Ctrl+A"], name: "extend" },
  { keys: ["Ctrl+Space", "Shift+Space"], name: "lines" },
  { keys: ["F2"], name: "edit" },
  { keys: ["Esc"], name: "cancel" },
  { keys: ["Delete"], name: "clear" },
  { keys: ["-", "x", "?"], name: "signs" },
  { keys: ["120ư"], name: "estimate" },
  { keys: ["Ctrl+E"], name: "markEstimate" },
  { keys: ["F7", "Ctrl+Shift+0"], name: "rowNoOccurrence" },
  { keys: ["Ctrl+C", "Ctrl+X", "Ctrl+V"], name: "clipboard" },
  { keys: ["Ctrl+D", "Ctrl+R"], name: "fill" },
  { keys: ["Ctrl+Enter"], name: "enterAll" },
  { keys: ["Ctrl+Z", "Ctrl+Y"], name: "undo" },
  { keys: ["Ctrl+S"], name: "save" },
  { keys: ["F6", "Ctrl+G"], name: "goTo" },
  { keys: ["Ctrl+F"], name: "filter" },
  { keys: ["F8", "Shift+F8"], name: "findings" },
  { keys: ["F9"], name: "check" },
  { keys: ["Shift+F2"], name: "note" },
  { keys: ["Ctrl+I", "Alt+Enter"], name: "details" },
  { keys: ["Alt+Shift+←", "Alt+Shift+→"], name: "width" },
  { keys: ["F1"], name: "keys" },
];

/** Those of a single column of figures. */
export const OWN_KEYS: typeof KEY_TABLE = [
  { keys: ["↑", "↓"], name: "arrows" },
  ...KEY_TABLE.filter(({ name }) =>
    (
      [
        "enter",
        "edit",
        "cancel",
        "clear",
        "signs",
        "estimate",
        "markEstimate",
        "rowNoOccurrence",
        "undo",
        "save",
        "findings",
        "check",
        "note",
        "details",
        "keys",
      ] as readonly KeyName[]
    ).includes(name),
  ),
];

type KeyName =
  | "arrows"
  | "tab"
  | "enter"
  | "ends"
  | "edges"
  | "extend"
  | "edit"
  | "cancel"
  | "clear"
  | "signs"
  | "estimate"
  | "markEstimate"
  | "lines"
  | "rowNoOccurrence"
  | "clipboard"
  | "fill"
  | "enterAll"
  | "undo"
  | "save"
  | "goTo"
  | "filter"
  | "findings"
  | "check"
  | "note"
  | "details"
  | "width"
  | "keys";
