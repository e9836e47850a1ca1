// The one connection of this window: ports from Electron's main process, or a WebSocket that comes back by itself.
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { useSyncExternalStore } from "react";
import { sessionToken } from "./session.ts";
import { type ConnectionState, type Link, SocketConnection } from "./socket-connection.ts";

export type { ConnectionState } from "./socket-connection.ts";

/** How long Electron's preload may take to hand the ports over. */
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

export const isElectron = location.protocol === "app:";

/** Calls wait for the connection; one that breaks under a call makes that call fail, and the next one connects anew. */
export const connectionLink: Link = isElectron
  ? {
      async call(path, input, options) {
        const { calls } = await ports();
        return calls.call(path, input, options);
      },
    }
  : new SocketConnection({ open: openSocket, onState: setState });

interface Ports {
  readonly calls: Link;
  readonly files: MessagePort;
}

let connecting: Promise<Ports> | undefined;

/** The two ports of this window, asked for once. @throws {Error} NO_PORT when the main process gives none */
export function ports(): Promise<Ports> {
  connecting ??= new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      setState("closed");
      reject(new Error("NO_PORT"));
    }, PORT_WAIT_MS);
    window.addEventListener("message", function take(event) {
      const [calls, files] = event.ports;
      if (event.source !== window || event.data !== "ports" || !calls || !files) return;
      window.removeEventListener("message", take);
      clearTimeout(timer);
      calls.start();
      files.start();
      setState("connected");
      resolve({ calls: new PortLink({ port: calls }), files });
    });
    window.postMessage("connect", location.origin);
  });
  return connecting;
}

async function openSocket(): Promise<WebSocket | undefined> {
  const token = await sessionToken().catch(() => undefined);
  if (token === undefined) return undefined;
  // The token goes beside the protocol: a socket has no other header, and an address ends up in logs.
  const socket = new WebSocket(`ws://${location.host}/api/rpc`, ["scd", token]);
  return new Promise((resolve) => {
    socket.addEventListener("open", () => resolve(socket), { once: true });
    socket.addEventListener("error", () => resolve(undefined), { once: true });
  });
}
