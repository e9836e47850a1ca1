// Every answer of the loopback host is written here, so that none goes out without its headers (security.md E5).
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Asset, assetHeaders } from "../main/policy/serve-asset.ts";
import { RESPONSE_HEADERS } from "../main/policy/response-headers.ts";

/** No small call needs more; files have their own route, and calls their own channel. */
const SMALL_JSON_BYTES = 4096;

const NOT_STORED = { ...RESPONSE_HEADERS, "Cache-Control": "no-store" };

export function send(response: ServerResponse, status: number): void {
  // What a refused request still wants to send is not waited for.
  response.writeHead(status, { ...NOT_STORED, ...(status >= 400 ? { Connection: "close" } : {}) });
  response.end();
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...NOT_STORED, "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}

/** @param size bytes; a source that ends early or fails breaks the connection, so that half a file is never taken for one */
export function sendStream(
  response: ServerResponse,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): void {
  response.writeHead(200, {
    ...NOT_STORED,
    "Content-Type": "application/octet-stream",
    "Content-Length": size,
  });
  pipeline(Readable.from(chunks), response).catch(() => response.destroy());
}

export function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset | undefined,
): void {
  if (!asset) return send(response, 404);
  const headers = assetHeaders(asset);
  if (request.headers["if-none-match"] === headers["ETag"]) {
    response.writeHead(304, { ...RESPONSE_HEADERS, ETag: headers["ETag"] });
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : asset.bytes);
}

/** @returns undefined for anything that is not one small JSON document */
export async function readSmallJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > SMALL_JSON_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
