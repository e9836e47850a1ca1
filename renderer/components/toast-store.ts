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
/** Up to which message the person has gone on to something else, by key or pointer. */
let passedId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Says in a corner that something worked. Nothing that must be read or answered goes here: it leaves after 8 s, and with the
 * page it was said on. What went wrong stays until it is closed.
 */
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

/** A key or a click: what the person does next is not the act the messages speak of. */
export function passToasts(): void {
  passedId = lastId;
}

/**
 * The page has changed: what was said on the one before goes with it. An act that ends on another page – accepted, and its
 * report opened – takes its own message there, for nobody has touched anything since.
 */
export function leaveToasts(): void {
  const staying = toasts.filter(({ id, tone }) => tone === "danger" || id > passedId);
  if (staying.length < toasts.length) replace(staying);
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}
