// Runs the built command line as a person or a script would.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DISTRICT } from "./district.ts";
import { PASSPHRASE } from "./passphrase.ts";

export const ROOT = join(import.meta.dirname, "..", "..");

interface CommandResult {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export function commandLine(...args: string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "dist", "node", "cli.js"), ...args],
    { encoding: "utf8", env: { ...process.env, SCD_PASSPHRASE: PASSPHRASE }, maxBuffer: 256 * 1024 * 1024 },
  );
  return { exit: status ?? -1, out: stdout, err: stderr };
}

/** Runs a command that must succeed and gives its JSON. */
export function commandJson<T>(...args: string[]): T {
  const { exit, out, err } = commandLine(...args, "--json");
  if (exit !== 0) throw new Error(`${args.join(" ")}: exit ${exit}\n${err}`);
  return JSON.parse(out) as T;
}

/** Makes an office in a folder. */
export function initOffice(
  data: string,
  office: Readonly<Record<keyof typeof DISTRICT, string>> = DISTRICT,
): void {
  const { code, name, kind, parentCode, parentName } = office;
  const named = ["--code", code, "--name", name, "--kind", kind];
  commandJson("init", ...named, "--parent-code", parentCode, "--parent-name", parentName, "--data", data);
}
