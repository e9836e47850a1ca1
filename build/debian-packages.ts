// Programs that tests need, as Debian's packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** On Debian (and what comes from it), as root. */
export function mayInstallPackages(): boolean {
  return existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

/** @param names of packages, without what they merely recommend @returns whether all are installed */
export function installPackages(names: readonly string[]): boolean {
  return apt("update") && apt("install", "--no-install-recommends", ...names);
}

function apt(...words: readonly string[]): boolean {
  const result = spawnSync("apt-get", ["-y", "-qq", ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return result.status === 0;
}
