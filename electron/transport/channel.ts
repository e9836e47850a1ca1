// The one protocol of all hosts: text frames of oRPC over anything that carries text both ways.
import type { AnyRouter, Context } from "@orpc/server";
import { RPCHandler } from "@orpc/server/ws";
import { type FrameFault, frameFault } from "./frame.ts";
import { type FaultLog, maskErrors } from "./mask-errors.ts";

export interface Channel {
  /** Must not throw when the other side is gone. */
  send(frame: string | Uint8Array): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
  /** What a frame that cannot be taken leads to; nothing of it has been run. */
  refuse(fault: FrameFault): void;
}

/** Serves a router until the channel closes; work that still runs then is told to stop. */
export function serveChannel(router: AnyRouter, context: Context, channel: Channel, log: FaultLog): void {
  const handler = new RPCHandler<Context>(router, { clientInterceptors: [maskErrors(log)] });
  // oRPC's socket adapter is the one that catches what a listener throws; its port adapter leaves the rejection
  // unhandled, which ends a Node process. So ports, too, are shown to it as sockets.
  const socket = {
    send: (frame: string | ArrayBufferLike | Uint8Array) =>
      channel.send(typeof frame === "string" || frame instanceof Uint8Array ? frame : new Uint8Array(frame)),
    addEventListener(type: string, listener: (event: { data?: string }) => void) {
      if (type === "close") channel.onClose(() => listener({}));
      if (type !== "message") return;
      channel.onFrame((frame) => {
        const fault = frameFault(frame);
        if (fault === null && typeof frame === "string") listener({ data: frame });
        else if (fault !== null) channel.refuse(fault);
      });
    },
  };
  // The adapter reads `data` of a message and nothing else of a socket; its type asks for a whole one.
  const upgrade = handler.upgrade.bind(handler) as (port: typeof socket, options: object) => Promise<void>;
  upgrade(socket, { context }).catch((error: unknown) => log("channel", error));
}
