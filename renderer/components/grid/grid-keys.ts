// Keys to actions, without a browser. What is not listed here returns null and belongs to the owner of the grid.
import type { Direction, Motion, Turn } from "./grid-selection.ts";

/** What of a KeyboardEvent matters. `hasControl` is Ctrl, or Command on a Mac. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly hasControl: boolean;
  readonly hasShift: boolean;
  readonly hasAlt: boolean;
  readonly isComposing: boolean;
}

/**
 * `select`: the editor is empty and the cell shows. `enter`: typing replaces the cell, arrows finish it.
 * `edit`: F2 or a double click; arrows move the caret.
 */
export type EditorMode = "select" | "enter" | "edit";

export type GridAction =
  | { readonly kind: "move"; readonly motion: Motion; readonly isExtending: boolean }
  /** Takes what is typed, if anything, and goes on. */
  | { readonly kind: "turn"; readonly turn: Turn }
  | { readonly kind: "edit" }
  /** Drops what is typed; on a cell, what was refused. */
  | { readonly kind: "cancel" }
  | { readonly kind: "clear" }
  | { readonly kind: "selectAll" }
  /** The whole rows or columns of the selection, as in Excel. */
  | { readonly kind: "selectLines"; readonly lines: "rows" | "columns" }
  /** Fills the selection from its first row or column; a single row or column from the one before it. */
  | { readonly kind: "fill"; readonly direction: "down" | "right" }
  /** What is typed goes into every cell selected. */
  | { readonly kind: "enterAll" }
  /** Wider or narrower by this many pixels. */
  | { readonly kind: "resize"; readonly by: number }
  /** Backspace on a cell: empties it and leaves the editor open. */
  | { readonly kind: "clearAndEdit" };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** The action of a key, or null: the browser (typing, Ctrl+C) or the owner (F8, Ctrl+Z) has it. */
export function gridAction(press: KeyPress, mode: EditorMode): GridAction | null {
  // Every key of a running composition belongs to the input method, Enter and Esc too.
  if (press.isComposing || press.key === "Process" || press.key === "Dead") return null;
  if (press.hasAlt) return mode === "select" ? resizeOf(press) : null;
  if (mode !== "select" && press.key === "Enter" && press.hasControl && !press.hasShift)
    return { kind: "enterAll" };
  const turn = turnOf(press);
  if (turn) return { kind: "turn", turn };
  if (press.key === "Escape" && !press.hasControl) return { kind: "cancel" };
  if (mode === "edit") return null;
  if (mode === "enter") return leavesText(press) ? moveOf(press) : isPlainF2(press) ? { kind: "edit" } : null;
  return moveOf(press) ?? linesOf(press) ?? cellAction(press);
}

function linesOf({ code, hasControl, hasShift }: KeyPress): GridAction | null {
  if (code !== "Space" || hasControl === hasShift) return null;
  return { kind: "selectLines", lines: hasControl ? "columns" : "rows" };
}

const RESIZE_PX = 16;

function resizeOf({ key, hasControl, hasShift }: KeyPress): GridAction | null {
  if (hasControl || !hasShift) return null;
  if (key === "ArrowRight") return { kind: "resize", by: RESIZE_PX };
  return key === "ArrowLeft" ? { kind: "resize", by: -RESIZE_PX } : null;
}

function turnOf({ key, hasControl, hasShift }: KeyPress): Turn | null {
  if (hasControl) return null;
  if (key === "Enter") return hasShift ? "enterBack" : "enter";
  if (key === "Tab") return hasShift ? "tabBack" : "tab";
  return null;
}

/** While typing, only these finish the cell; Home, Shift+arrow and the like serve the text. */
function leavesText({ key, hasControl, hasShift }: KeyPress): boolean {
  if (hasControl || hasShift) return false;
  return Object.hasOwn(ARROWS, key) || key === "PageUp" || key === "PageDown";
}

/** As in Excel: from now on the arrows move the caret in what is being typed. */
function isPlainF2({ key, hasControl, hasShift }: KeyPress): boolean {
  return key === "F2" && !hasControl && !hasShift;
}

function moveOf({ key, hasControl, hasShift }: KeyPress): GridAction | null {
  const motion = motionOf(key, hasControl);
  return motion && { kind: "move", motion, isExtending: hasShift };
}

function motionOf(key: string, hasControl: boolean): Motion | null {
  const direction = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (direction) return { to: hasControl ? "edge" : "step", direction };
  if (key === "Home") return { to: hasControl ? "gridStart" : "rowStart" };
  if (key === "End") return { to: hasControl ? "gridEnd" : "rowEnd" };
  if (hasControl) return null;
  if (key === "PageUp") return { to: "page", direction: "up" };
  if (key === "PageDown") return { to: "page", direction: "down" };
  return null;
}

function cellAction({ key, code, hasControl, hasShift }: KeyPress): GridAction | null {
  if (hasControl) return controlAction(code, hasShift);
  if (hasShift) return null;
  if (key === "F2") return { kind: "edit" };
  if (key === "Delete") return { kind: "clear" };
  if (key === "Backspace") return { kind: "clearAndEdit" };
  return null;
}

function controlAction(code: string, hasShift: boolean): GridAction | null {
  // Excel's key for "as in the cell above" is Ctrl+Shift+quote.
  if (hasShift) return code === "Quote" ? { kind: "fill", direction: "down" } : null;
  if (code === "KeyA") return { kind: "selectAll" };
  if (code === "KeyD" || code === "Quote") return { kind: "fill", direction: "down" };
  return code === "KeyR" ? { kind: "fill", direction: "right" } : null;
}
