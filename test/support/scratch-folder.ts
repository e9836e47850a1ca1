// Folders of a test file, taken away when its tests are over.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that nothing else uses. @param name what it is for, in one word */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `scd-${name}-`));
  made.push(folder);
  return folder;
}
