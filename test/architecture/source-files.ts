// The sources as the architecture tests see them: every file that is delivered, and what it imports.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const FOLDERS = ["electron", "renderer", "shared"];
const LEFT_OUT = new Set(["node_modules", "dist"]);

/** Delivered sources; tests may import anything and are left out. */
export function listSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) => filesUnder(join(ROOT, folder)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|\/test-fixtures\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

/** Every folder and file below the named folders, from the root. */
export function listPaths(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesUnder(join(ROOT, folder)));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [relative(ROOT, path).split(sep).join("/")];
  });
}

/**
 * What a file imports: `node`, a package's name, or a path from the root.
 * Reads import and export declarations and `import(…)`; comments are taken away first.
 */
export function importsOf({ path, text }: SourceFile): string[] {
  const code = withoutComments(text);
  const declarations = code.matchAll(/^\s*(?:import|export)\b[^;"'`]*?from\s*["']([^"']+)["']/gm);
  const bare = code.matchAll(/^\s*import\s*["']([^"']+)["']/gm);
  const dynamic = code.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [...declarations, ...bare, ...dynamic].map((match) => resolveImport(path, match[1] ?? ""));
}

function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith("node:")) return "node";
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Comments away, strings kept; good enough for code a formatter has laid out. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}
