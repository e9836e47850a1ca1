import { describe, expect, it } from "vitest";
import { type EditorMode, type GridAction, gridAction, type KeyPress } from "./grid-keys.ts";

/** "Ctrl+Shift+ArrowDown" as a key press. */
function press(text: string, isComposing = false): KeyPress {
  const parts = text.split("+");
  const key = parts.at(-1) ?? "";
  return {
    key,
    code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
    hasControl: parts.includes("Ctrl"),
    hasShift: parts.includes("Shift"),
    hasAlt: parts.includes("Alt"),
    isComposing,
  };
}

const step = (direction: "up" | "down" | "left" | "right", isExtending = false): GridAction => ({
  kind: "move",
  motion: { to: "step", direction },
  isExtending,
});

describe("keys of the grid", () => {
  it.each<[string, EditorMode, GridAction | null]>([
    ["ArrowDown", "select", step("down")],
    ["Shift+ArrowLeft", "select", step("left", true)],
    [
      "Ctrl+ArrowRight",
      "select",
      { kind: "move", motion: { to: "edge", direction: "right" }, isExtending: false },
    ],
    ["Ctrl+Shift+End", "select", { kind: "move", motion: { to: "gridEnd" }, isExtending: true }],
    ["PageDown", "select", { kind: "move", motion: { to: "page", direction: "down" }, isExtending: false }],
    ["Home", "select", { kind: "move", motion: { to: "rowStart" }, isExtending: false }],
    ["Enter", "select", { kind: "turn", turn: "enter" }],
    ["Shift+Tab", "select", { kind: "turn", turn: "tabBack" }],
    ["F2", "select", { kind: "edit" }],
    ["Delete", "select", { kind: "clear" }],
    ["Backspace", "select", { kind: "clearAndEdit" }],
    ["Ctrl+a", "select", { kind: "selectAll" }],
    ["Ctrl+d", "select", { kind: "fill", direction: "down" }],
    ["Ctrl+r", "select", { kind: "fill", direction: "right" }],
    ["Ctrl+Shift+Quote", "select", { kind: "fill", direction: "down" }],
    ["Ctrl+Enter", "enter", { kind: "enterAll" }],
    ["Ctrl+Enter", "edit", { kind: "enterAll" }],
    ["Alt+Shift+ArrowRight", "select", { kind: "resize", by: 16 }],
    ["Alt+Shift+ArrowLeft", "edit", null],
    ["Escape", "select", { kind: "cancel" }],
    // While typing, an arrow finishes the cell; in the editor it moves the caret.
    ["ArrowRight", "enter", step("right")],
    ["ArrowRight", "edit", null],
    ["PageDown", "enter", { kind: "move", motion: { to: "page", direction: "down" }, isExtending: false }],
    ["PageDown", "edit", null],
    ["F2", "enter", { kind: "edit" }],
    ["Shift+F2", "enter", null],
    ["Home", "enter", null],
    ["Delete", "enter", null],
    ["Backspace", "edit", null],
    ["Ctrl+a", "edit", null],
    ["Enter", "edit", { kind: "turn", turn: "enter" }],
    ["Tab", "enter", { kind: "turn", turn: "tab" }],
    ["Escape", "enter", { kind: "cancel" }],
    ["Escape", "edit", { kind: "cancel" }],
    // The owner's.
    ["F8", "select", null],
    ["Shift+F2", "select", null],
    ["Ctrl+z", "select", null],
    ["Ctrl+Enter", "select", null],
    ["Ctrl+d", "edit", null],
    ["Alt+ArrowDown", "select", null],
    ["5", "select", null],
  ])("%s while in %s", (keys, mode, action) => {
    expect(gridAction(press(keys), mode)).toEqual(action);
  });

  it.each(["Enter", "Escape", "ArrowDown", "Tab", "Delete", "Backspace", "F2"])(
    "%s during a composition belongs to the input method",
    (key) => {
      for (const mode of ["select", "enter", "edit"] as const) {
        expect(gridAction(press(key, true), mode)).toBeNull();
      }
    },
  );
});
