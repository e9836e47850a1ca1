// Nothing typed is lost: what is stored nowhere is kept with the office, and leaving the window asks first.
import { client } from "../api/api.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { KeptTexts } from "./kept-texts.ts";

/** After so much rest in typing. A figure that is entered in one go is stored before. */
const REST_MS = 300;
/** Until it is tried again when the program did not answer. */
const AGAIN_MS = 2000;
/** As many as the program takes at once. */
const MOST_AT_ONCE = 5000;

/**
 * Keeps the unsaved texts of a sheet as long as it is open.
 * @param onKept is told when the office keeps something else than before
 * @returns ends it, keeping what there is now; resolves when that has arrived
 */
export function keepUnsaved(sheet: EntrySheet, onKept: () => Promise<void>): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  const kept = new KeptTexts(sheet.form.unsavedTexts);
  let arriving: Promise<void> = Promise.resolve();
  const keep = () => {
    arriving = keepNow();
  };

  async function keepNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const texts = sheet.unsaved.list().map(({ text, ...cell }) => {
      const { unit, element } = sheet.cells.keyOf(cell);
      return { unit, element, text: text.slice(0, 500) };
    });
    const all = kept.changes(texts);
    const changes = all.slice(0, MOST_AT_ONCE);
    kept.failed(all.slice(MOST_AT_ONCE));
    if (changes.length === 0) return;
    try {
      await client.entries.keepTexts({ period: sheet.form.period, isOwn: sheet.form.isOwn, texts: changes });
      await onKept();
    } catch {
      kept.failed(changes);
      if (!isEnded) timer ??= setTimeout(keep, AGAIN_MS);
    }
  }

  const stop = sheet.unsaved.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  });
  // The window may go without another word from here on.
  const flush = () => {
    if (timer !== undefined) keep();
  };
  const warn = (event: BeforeUnloadEvent) => {
    if (sheet.unsaved.list().length > 0 || sheet.saver.isSaving()) {
      flush();
      event.preventDefault();
    }
  };
  window.addEventListener("beforeunload", warn);
  window.addEventListener("pagehide", flush);
  return () => {
    isEnded = true;
    stop();
    window.removeEventListener("beforeunload", warn);
    window.removeEventListener("pagehide", flush);
    flush();
    return arriving;
  };
}
