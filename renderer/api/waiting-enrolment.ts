// A registration that was dropped in the inbox and waits until its key is added to the list, pages away: nobody is asked to
// choose the file again. It is kept by the window alone and is gone with it.
import { useSyncExternalStore } from "react";

let waiting: File | null = null;
const listeners = new Set<() => void>();

/** @param file null when it is used up, or nobody wants it any more */
export function keepEnrolment(file: File | null): void {
  waiting = file;
  for (const listener of listeners) listener();
}

export function useWaitingEnrolment(): File | null {
  return useSyncExternalStore(subscribe, () => waiting);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
