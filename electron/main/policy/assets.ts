// The renderer's files, read once at the start: no path is ever joined from a request (security.md E4).
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  readonly sha256: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
  json: "application/json; charset=utf-8",
};

/** Request path → file. `/` is the shell page. */
export function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[entry.name.split(".").at(-1) ?? ""];
    if (!type) continue;
    const bytes = readFileSync(path);
    assets.set(`/${relative(folder, path).split(sep).join("/")}`, {
      bytes,
      type,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  }
  const page = assets.get("/index.html");
  if (page) assets.set("/", page);
  return assets;
}
