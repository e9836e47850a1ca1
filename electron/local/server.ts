// The loopback host: one server on 127.0.0.1, one guard before everything (security.md L1–L8).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { AnyRouter, Context } from "@orpc/server";
import { type FileTickets, LARGEST_BACKUP_BYTES } from "../files/tickets.ts";
import type { Assets } from "../main/policy/serve-asset.ts";
import { RESPONSE_HEADERS } from "../main/policy/response-headers.ts";
import type { FaultLog } from "../transport/mask-errors.ts";
import { createSockets, serveSocket } from "../transport/websocket.ts";
import { collectFile, receiveFile } from "./file-routes.ts";
import { type RequestFacts, refusalStatus } from "./guard.ts";
import type { Presence } from "./presence.ts";
import { readSmallJson, send, sendAsset, sendJson } from "./responses.ts";
import type { Session } from "./session.ts";

/** Subprotocol of the calls; the token is offered beside it, because a browser's socket can carry no other header. */
const PROTOCOL = "scd";

export interface LocalServer {
  readonly port: number;
  close(): Promise<void>;
}

interface LocalServerOptions {
  readonly router: AnyRouter;
  readonly context: Context;
  readonly tickets: FileTickets;
  readonly assets: Assets;
  readonly session: Session;
  readonly presence: Presence;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly log: FaultLog;
  /** A link was used: the next one may be shown. */
  readonly onLinkUsed: () => void;
}

export async function startServer(options: LocalServerOptions): Promise<LocalServer> {
  const { assets, session, presence, tickets, log } = options;
  const sockets = createSockets(PROTOCOL);
  const server = createServer({
    // L8. The whole request may take longer than its headers: an upload may come from a slow stick.
    headersTimeout: 5000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16_384,
    // Answered by the guard, with the headers every answer has.
    requireHostHeader: false,
  });
  server.maxConnections = 32;
  let port = 0;

  server.on("request", (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log("http", error);
      if (response.headersSent) response.destroy();
      else send(response, 500);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalStatus(factsOf(request, false), port);
    if (refusal !== null) return send(response, refusal);
    const path = request.url?.split("?")[0] ?? "/";
    if (!path.startsWith("/api/")) return sendAsset(request, response, assets.get(path));
    if (path === "/api/session" && request.method === "POST") return exchange(request, response);
    if (!session.isToken(/^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? "")?.[1]))
      return send(response, 401);
    if (request.method !== "POST") return send(response, 404);
    if (request.url === "/api/files?purpose=backup")
      return receiveFile(tickets, request, response, LARGEST_BACKUP_BYTES);
    if (path === "/api/files") return receiveFile(tickets, request, response);
    return collectFile(tickets, path, response);
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readSmallJson(request);
    const token = session.exchange(
      typeof body === "object" && body !== null && "link" in body ? body.link : undefined,
    );
    if (token === undefined) return send(response, 401);
    sendJson(response, { token });
    options.onLinkUsed();
  }

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => stream.destroy());
    const refusal = refusalStatus(factsOf(request, true), port);
    if (refusal !== null) return refuseRaw(stream, refusal);
    if (request.url !== "/api/rpc") return refuseRaw(stream, 404);
    const [protocol, token] = (request.headers["sec-websocket-protocol"] ?? "").split(/,\s*/);
    if (protocol !== PROTOCOL || !session.isToken(token)) return refuseRaw(stream, 401);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      presence.add(socket);
      serveSocket(options.router, options.context, socket, log);
    });
  });

  server.on("clientError", (error: NodeJS.ErrnoException, stream) => {
    if (stream.writable) refuseRaw(stream, error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400);
    else stream.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // The address, never a name: a name may resolve to more than this machine.
    server.listen(options.port, "127.0.0.1", resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await closeServer(server);
    },
  };
}

function factsOf(request: IncomingMessage, isUpgrade: boolean): RequestFacts {
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    rawHeaders: request.rawHeaders,
    isUpgrade,
  };
}

/** Answers a connection that has no response object. */
function refuseRaw(stream: Duplex, status: number): void {
  const headers = Object.entries({ ...RESPONSE_HEADERS, "Cache-Control": "no-store", Connection: "close" });
  stream.end(
    `HTTP/1.1 ${status} Refused\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}Content-Length: 0\r\n\r\n`,
  );
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
