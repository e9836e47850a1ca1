import { useEffect, useSyncExternalStore } from "react";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.tsx";
import { closeToast, currentToasts, passToasts, subscribeToasts } from "./toast-store.ts";
import { useWidgetWords } from "./widget-words.ts";
import "./toast.css";

export { leaveToasts, showToast } from "./toast-store.ts";

const GESTURES = ["keydown", "pointerdown"] as const;

/** Where the messages of {@link showToast} appear. Once, around the pages. */
export function ToastRegion() {
  const words = useWidgetWords();
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  useEffect(() => {
    const isCapturing = { capture: true };
    for (const kind of GESTURES) window.addEventListener(kind, passToasts, isCapturing);
    return () => {
      for (const kind of GESTURES) window.removeEventListener(kind, passToasts, isCapturing);
    };
  }, []);
  return (
    <section className="so-toasts" aria-label={words.messages} aria-live="polite" aria-relevant="additions">
      {toasts.map((toast) => (
        <div key={toast.id} className="so-toast" data-tone={toast.tone}>
          <span className="so-toast-text">{toast.text}</span>
          <IconButton label={words.close} onPress={() => closeToast(toast.id)}>
            <CloseIcon />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
