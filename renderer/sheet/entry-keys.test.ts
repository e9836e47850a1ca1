import { expect, it } from "vitest";
import { type EntryKey, entryAction, isIdleKey } from "./entry-keys.ts";

function press(text: string): EntryKey {
  const parts = text.split("+");
  const key = parts.at(-1) ?? "";
  return {
    key,
    code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key === "0" ? "Digit0" : key,
    ctrlKey: parts.includes("Ctrl"),
    metaKey: false,
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

it.each([
  ["Ctrl+z", "undo"],
  ["Ctrl+y", "redo"],
  ["Ctrl+Shift+z", "redo"],
  ["F6", "goTo"],
  ["F8", "nextFinding"],
  ["Shift+F8", "previousFinding"],
  ["F9", "check"],
  ["Shift+F2", "note"],
  ["Ctrl+i", "details"],
  ["Alt+Enter", "details"],
  ["Ctrl+f", "filter"],
  ["Ctrl+Shift+0", "rowNoOccurrence"],
  ["F7", "rowNoOccurrence"],
  ["Ctrl+g", "goTo"],
  ["Ctrl+s", "save"],
  ["F1", "keys"],
  ["F2", null],
  ["Ctrl+c", null],
  ["z", null],
] as const)("%s on a cell is %s", (keys, action) => {
  expect(entryAction(press(keys), "select")).toBe(action);
});

it("Ctrl+S takes what is being typed too", () => {
  for (const mode of ["enter", "edit"] as const) expect(entryAction(press("Ctrl+s"), mode)).toBe("save");
});

it.each(["Ctrl+z", "Ctrl+y", "F8", "F6", "Ctrl+f", "Alt+Enter"])(
  "%s while typing serves the text",
  (keys) => {
    expect(entryAction(press(keys), "edit")).toBeNull();
    expect(entryAction(press(keys), "enter")).toBeNull();
  },
);

it.each([
  ["Ctrl+g", true],
  ["F7", true],
  ["Ctrl+f", true],
  // The browser takes back letters.
  ["Ctrl+z", false],
  ["Ctrl+c", false],
  ["7", false],
] as const)("%s while typing opens nothing of the browser: %s", (keys, isIdle) => {
  expect(isIdleKey(press(keys), "enter")).toBe(isIdle);
  expect(isIdleKey(press("Ctrl+s"), "enter")).toBe(false);
  expect(isIdleKey(press(keys), "select")).toBe(false);
});
