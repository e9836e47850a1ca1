import type { AnyRouter, Context } from "@orpc/server";
import { WebSocketServer, type WebSocket } from "ws";
import { serveChannel } from "./channel.ts";
import { LARGEST_FRAME } from "./frame.ts";
import type { FaultLog } from "./mask-errors.ts";

/** 1008 of RFC 6455: policy violation. */
const CLOSE_REFUSED = 1008;

/**
 * Sockets for a server that decides itself what to upgrade.
 * @param protocol the one subprotocol answered; what else the client offered, its token among it, is not repeated
 */
export function createSockets(protocol: string): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    // Bytes; a character of Vietnamese text takes up to three, and figures make up most of a large frame.
    maxPayload: LARGEST_FRAME,
    handleProtocols: () => protocol,
  });
}

/** Serves a router over one WebSocket until it closes. */
export function serveSocket(router: AnyRouter, context: Context, socket: WebSocket, log: FaultLog): void {
  serveChannel(
    router,
    context,
    {
      send: (frame) => socket.send(frame, () => undefined), // a callback: without one a late send would throw
      onFrame: (listener) =>
        socket.on("message", (data, isBinary) => {
          listener(isBinary || !Buffer.isBuffer(data) ? data : data.toString("utf8"));
        }),
      onClose: (listener) => socket.on("close", listener),
      refuse: (fault) => socket.close(CLOSE_REFUSED, fault),
    },
    log,
  );
  socket.on("error", (error) => log("socket", error));
}
