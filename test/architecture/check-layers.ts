import type { Layer } from "./layer-table.ts";
import { importsOf, type SourceFile } from "./source-files.ts";

/** One sentence for every import the table does not allow, naming what it does. */
export function findBreaches(files: readonly SourceFile[], layers: readonly Layer[]): string[] {
  return files.flatMap((file) => {
    const layer = layers.find(({ folder }) => home(file.path, folder) !== undefined);
    if (!layer) return [`${file.path}: in no folder of the table`];
    const own = home(file.path, layer.folder) ?? "";
    return importsOf(file)
      .filter((target) => !isAllowed(target, own, layer))
      .map(
        (target) =>
          `${file.path} imports ${target}; allowed: ${[own, ...layer.mayImport, ...layer.packages].join(", ")}`,
      );
  });
}

function isAllowed(target: string, own: string, layer: Layer): boolean {
  if (isUnder(target, own)) return true;
  // A stylesheet beside the application belongs to whoever shows it.
  return layer.packages.includes(target) || layer.mayImport.some((folder) => isUnder(target, folder));
}

/** The folder of the table a path is in, `*` being one name; undefined when it is in none. */
function home(path: string, folder: string): string | undefined {
  const pattern = folder.replace(/[.]/g, "\\.").replace("*", "[^/]+");
  return new RegExp(`^(${pattern})(?:/|$)`).exec(path)?.[1];
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
