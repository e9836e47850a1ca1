import type { Asset } from "./assets.ts";
import { APP_HOST } from "./origin.ts";
import { RESPONSE_HEADERS } from "./response-headers.ts";

/** Answers `app://so/…` from the map made at the start; no file is touched (security.md E4). */
export function serveAsset(request: Request, assets: ReadonlyMap<string, Asset>): Response {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  const url = new URL(request.url);
  if (url.host !== APP_HOST) return refuse(400);
  const asset = assets.get(url.pathname);
  if (!asset) return refuse(404);
  const headers = {
    ...RESPONSE_HEADERS,
    "Content-Type": asset.type,
    "Content-Length": String(asset.bytes.length),
    "Cache-Control": "no-cache",
  };
  return new Response(request.method === "HEAD" ? null : new Uint8Array(asset.bytes), {
    status: 200,
    headers,
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: RESPONSE_HEADERS });
}
