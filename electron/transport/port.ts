import type { SupportedMessagePort } from "@orpc/client/message-port";
import { RPCHandler } from "@orpc/server/message-port";
import type { ApiContext } from "../api/implementation.ts";
import type { Router } from "../api/router.ts";
import { type FaultLog, maskErrors } from "./mask-errors.ts";

/** Serves a router over one MessagePort: Electron's MessagePortMain, or a worker's port. The caller starts the port. */
export function servePort(
  router: Router,
  context: ApiContext,
  port: SupportedMessagePort,
  log: FaultLog,
): void {
  const handler = new RPCHandler<ApiContext>(router, { clientInterceptors: [maskErrors(log)] });
  handler.upgrade(port, { context });
}
