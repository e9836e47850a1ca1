// The loopback host: the renderer's files, one session exchange, files in and out, and the API over one WebSocket.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Host } from "../api/host.ts";
import { FileTooLargeError } from "../files/tickets.ts";
import type { Asset } from "../main/policy/assets.ts";
import { RESPONSE_HEADERS } from "../main/policy/response-headers.ts";
import type { FaultLog } from "../transport/mask-errors.ts";
import { serveSocket } from "../transport/websocket.ts";
import { type RequestFacts, refusalStatus } from "./guard.ts";
import type { SessionToken } from "./session-token.ts";

const JSON_LIMIT_BYTES = 1024 * 1024;
/** A pasted block of 50,000 cells is the largest message. */
const MESSAGE_LIMIT_BYTES = 16 * 1024 * 1024;
const PROTOCOL = "scd";

export interface LocalServer {
  readonly port: number;
  /** Clients connected now. */
  clientCount(): number;
  close(): Promise<void>;
}

export interface LocalServerOptions {
  readonly host: Host;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly token: SessionToken;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly log: FaultLog;
  /** A link was used: the next one may be printed. */
  readonly onLinkUsed: () => void;
}

export async function startServer({
  host,
  assets,
  token,
  port,
  log,
  onLinkUsed,
}: LocalServerOptions): Promise<LocalServer> {
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MESSAGE_LIMIT_BYTES,
    handleProtocols: () => PROTOCOL,
  });
  const server = createServer({
    headersTimeout: 5000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5000,
    maxHeaderSize: 16_384,
  });
  server.maxHeadersCount = 64;
  server.maxConnections = 32;
  const ownPort = () => (server.address() as AddressInfo).port;

  server.on("request", (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log("http", error);
      if (response.headersSent) response.destroy();
      else send(response, 500);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalStatus(factsOf(request, false), ownPort());
    if (refusal !== null) return send(response, refusal);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (!path.startsWith("/api/")) return sendAsset(request, response, assets.get(path));
    if (path === "/api/session" && request.method === "POST") {
      const body = await readJson(request);
      const given = token.exchange(
        body !== null && typeof body === "object" && "link" in body ? body.link : undefined,
      );
      if (given === undefined) return send(response, 401);
      sendJson(response, { token: given });
      return onLinkUsed();
    }
    if (!token.isValid(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1]))
      return send(response, 401);
    if (path === "/api/files" && request.method === "POST") {
      try {
        return sendJson(response, { ticket: await host.tickets.receive(request) });
      } catch (error) {
        if (error instanceof FileTooLargeError) return send(response, 413);
        throw error;
      }
    }
    const ticket = /^\/api\/files\/([\w-]{16,64})$/.exec(path)?.[1];
    // Collecting is a POST: a GET has no side effects (security.md L7), and a ticket is used up.
    const file = ticket && request.method === "POST" ? host.tickets.collect(ticket) : undefined;
    if (!file) return send(response, 404);
    response.writeHead(200, {
      ...RESPONSE_HEADERS,
      "Cache-Control": "no-store",
      "Content-Type": "application/octet-stream",
      "Content-Length": file.bytes.length,
    });
    response.end(file.bytes);
  }

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refuse = (status: number) => stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
    const refusal = refusalStatus(factsOf(request, true), ownPort());
    if (refusal !== null) return refuse(refusal);
    if (request.url !== "/api/rpc") return refuse(404);
    const [protocol, given] = (request.headers["sec-websocket-protocol"] ?? "")
      .split(",")
      .map((part) => part.trim());
    if (protocol !== PROTOCOL || !token.isValid(given)) return refuse(401);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on("error", (error) => log("socket", error));
      serveSocket(host.router, host.context, socket, log);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: ownPort(),
    clientCount: () => sockets.clients.size,
    close: () => closeAll(server, sockets),
  };
}

function factsOf(request: IncomingMessage, isUpgrade: boolean): RequestFacts {
  const hosts = request.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === "host",
  );
  const single = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(",") : value;
  };
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    hosts,
    origin: single("origin"),
    fetchSite: single("sec-fetch-site"),
    contentType: single("content-type"),
    isUpgrade,
  };
}

function send(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...RESPONSE_HEADERS, "Cache-Control": "no-store" });
  response.end();
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    ...RESPONSE_HEADERS,
    "Cache-Control": "no-store",
    "Content-Type": "application/json; charset=utf-8",
  });
  response.end(JSON.stringify(value));
}

function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset | undefined): void {
  if (!asset) return send(response, 404);
  const etag = `"${asset.sha256}"`;
  if (request.headers["if-none-match"] === etag) return send(response, 304);
  response.writeHead(200, {
    ...RESPONSE_HEADERS,
    "Cache-Control": "no-cache",
    ETag: etag,
    "Content-Type": asset.type,
    "Content-Length": asset.bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : asset.bytes);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > JSON_LIMIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
