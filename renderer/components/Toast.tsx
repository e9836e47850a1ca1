import { useSyncExternalStore } from "react";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.tsx";
import { closeToast, currentToasts, subscribeToasts } from "./toast-store.ts";
import { useWidgetWords } from "./widget-words.ts";
import "./toast.css";

export { showToast } from "./toast-store.ts";

/** Where the messages of {@link showToast} appear. Once, around the pages. */
export function ToastRegion() {
  const words = useWidgetWords();
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
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
