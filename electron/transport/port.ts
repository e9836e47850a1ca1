import type { AnyRouter, Context } from "@orpc/server";
import { type Channel, serveChannel } from "./channel.ts";
import type { FaultLog } from "./mask-errors.ts";

interface PortEvent {
  readonly data?: unknown;
}

/** Electron's MessagePortMain. */
interface EmitterPort {
  on(event: "message", listener: (event: PortEvent) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

/** A worker's or a browser's MessagePort. */
interface EventPort {
  addEventListener(event: "message" | "close", listener: (event: PortEvent) => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

export type Port = EmitterPort | EventPort;

/** Listens to messages and to the end of either kind of port. */
export function listen(port: Port, onMessage: (data: unknown) => void, onClose: () => void): void {
  const take = (event: PortEvent) => onMessage(event.data);
  // A worker's port has `on` as well, but gives it the bare value.
  if ("addEventListener" in port) {
    port.addEventListener("message", take);
    port.addEventListener("close", onClose);
  } else {
    port.on("message", take);
    port.on("close", onClose);
  }
}

/** Serves a router over one port and starts it. */
export function servePort(router: AnyRouter, context: Context, port: Port, log: FaultLog): void {
  const frames: ((frame: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  const channel: Channel = {
    send: (frame) => port.postMessage(frame),
    onFrame: (listener) => frames.push(listener),
    onClose: (listener) => ends.push(listener),
    // The page cannot connect a second time, so one bad frame does not take the others with it.
    refuse: (fault) => log("frame", new Error(fault)),
  };
  serveChannel(router, context, channel, log);
  listen(
    port,
    (data) => frames.forEach((listener) => listener(data)),
    () => ends.forEach((listener) => listener()),
  );
  port.start();
}
