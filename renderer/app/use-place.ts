// What a change of page would do by itself if each page were a document: its title, its beginning, and a place for the focus.
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { leaveToasts } from "../components/Toast.tsx";

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

/**
 * A page one goes to begins at its top, whatever was read before it; one that one comes back to is where it was left. What was
 * said on the page before is not said over the next.
 */
export function usePageChange(): void {
  const router = useRouter();
  useEffect(() => {
    let isGoing = false;
    const stopListening = router.history.subscribe(({ action }) => {
      isGoing = action.type === "PUSH" || action.type === "REPLACE";
    });
    const stopWaiting = router.subscribe("onRendered", ({ pathChanged }) => {
      if (!pathChanged) return;
      leaveToasts();
      if (isGoing) document.getElementById("main")?.scrollTo({ top: 0 });
    });
    return () => {
      stopListening();
      stopWaiting();
    };
  }, [router]);
}

function titleAfter(main: HTMLElement): void {
  const heading = main.querySelector("h1")?.textContent.trim() ?? "";
  const title = heading === "" ? PRODUCT : `${heading} – ${PRODUCT}`;
  if (document.title !== title) document.title = title;
}
