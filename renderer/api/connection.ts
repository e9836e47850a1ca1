// The one connection of this window: a port from Electron's main process, or a WebSocket that comes back by itself.
import type { ClientContext, ClientLink, ClientOptions } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";
import { useSyncExternalStore } from "react";
import { sessionToken } from "./session.ts";

export type ConnectionState = "connecting" | "connected" | "closed";

const LONGEST_WAIT_MS = 5000;
/** How long Electron's preload may take to hand the port over. */
const PORT_WAIT_MS = 5000;

let state: ConnectionState = "connecting";
const listeners = new Set<() => void>();

function setState(next: ConnectionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Whether the program answers, for the header. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

type Link = ClientLink<ClientContext>;
let current: Promise<Link> | undefined;

/** Calls wait for the connection; one that breaks under a call makes that call fail, and the next one connects anew. */
export const connectionLink: Link = {
  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
    current ??= location.protocol === "app:" ? connectPort() : connectSocket();
    return (await current).call(path, input, options);
  },
};

function connectPort(): Promise<Link> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("NO_PORT")), PORT_WAIT_MS);
    window.addEventListener("message", function take(event) {
      const [port] = event.ports;
      if (event.source !== window || event.data !== "port" || !port) return;
      window.removeEventListener("message", take);
      clearTimeout(timer);
      port.start();
      setState("connected");
      resolve(new PortLink({ port }));
    });
  });
}

/** Thrown when the page was opened without its link, or the program was started again since. */
export class NoSessionError extends Error {
  readonly code = "NO_SESSION";
}

async function connectSocket(): Promise<Link> {
  const token = await sessionToken();
  if (token === undefined) {
    setState("closed");
    throw new NoSessionError("NO_SESSION");
  }
  for (let attempt = 0; ; attempt += 1) {
    const socket = await openSocket(token);
    if (socket) {
      setState("connected");
      socket.addEventListener("close", () => {
        current = undefined;
        setState("connecting");
        current = connectSocket();
        current.catch(() => undefined);
      });
      return new SocketLink({ websocket: socket });
    }
    if (attempt > 2) setState("closed");
    await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** attempt, LONGEST_WAIT_MS)));
  }
}

function openSocket(token: string): Promise<WebSocket | undefined> {
  const socket = new WebSocket(`ws://${location.host}/api/rpc`, ["scd", token]);
  return new Promise((resolve) => {
    socket.addEventListener("open", () => resolve(socket), { once: true });
    socket.addEventListener("error", () => resolve(undefined), { once: true });
  });
}
