// The renderer's files, read once at the start: no path is ever joined from a request (security.md E4).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { Asset, Assets } from "./serve-asset.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".json": "application/json; charset=utf-8",
};

/**
 * Request path → file; `/` is the shell page.
 * @throws {Error} without a page, or for a file whose type nobody has named: it would be served as something else
 */
export function readAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!type) throw new Error(`readAssets: no type for ${entry.name}`);
    const bytes = new Uint8Array(readFileSync(path));
    assets.set(`/${relative(folder, path).split(sep).join("/")}`, {
      bytes,
      type,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  }
  const page = assets.get("/index.html");
  if (!page) throw new Error(`readAssets: no index.html in ${folder}`);
  return assets.set("/", page);
}
