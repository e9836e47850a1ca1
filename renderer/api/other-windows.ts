// Several windows on one office, in a browser: what one of them wrote, the others ask for again.

/** Heard by every other window of this origin, which is one office; never by the window that tells. */
const channel = new BroadcastChannel("written");

/** A clerk types several cells a second: others ask again once for so much time. */
const REST_MS = 300;

export function tellOtherWindows(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none: it never leaves its origin
  channel.postMessage("written");
}

/** @returns ends the subscription */
export function subscribeOtherWindows(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, REST_MS);
  };
  channel.addEventListener("message", hear);
  return () => {
    clearTimeout(timer);
    channel.removeEventListener("message", hear);
  };
}

interface Shown {
  readonly observers: readonly { readonly options: { readonly staleTime?: unknown } }[];
}

/** Whether a query only shows what is stored. An open sheet or draft is never asked for again: its page holds the truth. */
export function isOnlyShown({ observers }: Shown): boolean {
  return !observers.some(({ options }) => options.staleTime === Number.POSITIVE_INFINITY);
}
