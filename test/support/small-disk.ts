// Real file systems that are full, for the tests of what a full disk leaves behind.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Only root may mount; containers often forbid it even then. */
export const canMount = (() => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), "scd-mount-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", probe]).status === 0;
  if (isMounted) spawnSync("umount", [probe]);
  rmSync(probe, { recursive: true });
  return isMounted;
})();

/** For the name of a test that is skipped without it. */
export const whyNoMount = canMount ? "" : " (skipped: mounting a small file system needs root on Linux)";

export class SmallDisks {
  readonly #mounted: string[] = [];

  mount(place: string, kibibytes: number): void {
    mkdirSync(place, { recursive: true });
    const size = `size=${kibibytes}k`;
    const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", place]);
    if (status !== 0) throw new Error(String(stderr));
    this.#mounted.push(place);
  }

  unmount(): void {
    for (const place of this.#mounted.splice(0).toReversed()) spawnSync("umount", ["--lazy", place]);
  }
}

/** The file that takes up the room. */
export const FILLER = "đầy";

/** Leaves so many free bytes at a place: enough to begin a file, not to end it. @returns gives the room back */
export function fill(place: string, leave: number): () => void {
  const { bavail, bsize } = statfsSync(place);
  const filler = join(place, FILLER);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave), 1));
  return () => rmSync(filler);
}
