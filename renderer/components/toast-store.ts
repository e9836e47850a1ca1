type ToastTone = "info" | "success" | "danger";
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
}

const MOST_SHOWN = 3;
const SHOWN_MS = 8000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says in a corner that something worked. Nothing that must be read or answered goes here: it leaves after 8 s. */
export function showToast(text: string, tone: ToastTone = "success"): void {
  lastId += 1;
  const id = lastId;
  // A run of the same act – undo, undo, undo – speaks with one voice; what went wrong stays until it is closed.
  replace([...toasts.filter((toast) => toast.tone === "danger"), { id, text, tone }].slice(-MOST_SHOWN));
  if (tone !== "danger") setTimeout(() => closeToast(id), SHOWN_MS);
}

export function closeToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}
