import { showToast } from "../components/Toast.tsx";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";

/** Who asks to save is told how things stand: every cell is saved as it is left, but a refused text is not. */
export function useTellSaved(sheet: EntrySheet) {
  const t = useText();
  return async () => {
    await sheet.saver.settled();
    const number = sheet.unsaved.refusedCount();
    if (number > 0) showToast(t("entry.notSaved", { number }), "info");
    else showToast(t("entry.everySaved"));
  };
}
