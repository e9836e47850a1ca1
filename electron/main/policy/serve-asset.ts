// Answers requests for the renderer's files from a map made at the start (security.md E4). Reads no file and joins no
// path: what is not in the map does not exist.
import { APP_HOST } from "./origin.ts";
import { RESPONSE_HEADERS } from "./response-headers.ts";

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly sha256: string;
}

/** Request path, exactly as asked → file. */
export type Assets = ReadonlyMap<string, Asset>;

/** Answers `app://so/…`. */
export function serveAsset(request: Request, assets: Assets): Response {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  const url = new URL(request.url);
  if (url.host !== APP_HOST) return refuse(400);
  const asset = assets.get(url.pathname);
  if (!asset) return refuse(404);
  return new Response(request.method === "HEAD" ? null : asset.bytes, { headers: assetHeaders(asset) });
}

/** Headers of one file, the same from both hosts. */
export function assetHeaders(asset: Asset): Record<string, string> {
  return {
    ...RESPONSE_HEADERS,
    "Cache-Control": "no-cache",
    ETag: `"${asset.sha256}"`,
    "Content-Type": asset.type,
    "Content-Length": String(asset.bytes.length),
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: RESPONSE_HEADERS });
}
