// What a change of page would do by itself if each page were a document: its title, and a place for the focus.
import { useEffect } from "react";

const PRODUCT = "Sổ Công Đoàn";
/** Dialogs give the focus back by themselves a moment after they are gone. */
const GRACE_MS = 150;

/** Titles the window after the heading of the page, and takes a focus whose element went away back to the page. */
export function usePlace(): void {
  useEffect(() => {
    const main = document.getElementById("main");
    if (!main) return undefined;
    let focused: Element | null = document.activeElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : null;
    };
    const watch = new MutationObserver(() => {
      titleAfter(main);
      if (focused?.isConnected !== false) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost) main.focus({ preventScroll: true });
      }, GRACE_MS);
    });
    titleAfter(main);
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    document.addEventListener("focusin", onFocus);
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      document.removeEventListener("focusin", onFocus);
    };
  }, []);
}

function titleAfter(main: HTMLElement): void {
  const heading = main.querySelector("h1")?.textContent.trim() ?? "";
  const title = heading === "" ? PRODUCT : `${heading} – ${PRODUCT}`;
  if (document.title !== title) document.title = title;
}
