import { RPCHandler } from "@orpc/server/ws";
import type { WebSocket } from "ws";
import type { ApiContext } from "../api/implementation.ts";
import type { Router } from "../api/router.ts";
import { type FaultLog, maskErrors } from "./mask-errors.ts";

/** Serves a router over one WebSocket until it closes. */
export function serveSocket(
  router: Router,
  context: ApiContext,
  socket: WebSocket,
  log: FaultLog,
): void {
  const handler = new RPCHandler<ApiContext>(router, { clientInterceptors: [maskErrors(log)] });
  void handler.upgrade(socket, { context });
}
