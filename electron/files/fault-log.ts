// Faults of the program, for those who mend it: what the screen shows is the reference alone. Holds stacks and never
// an argument of a call, so no figure, name or passphrase gets in (security.md E15).
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Clock, instantOf } from "../../shared/domain/clock.ts";

const LARGEST_BYTES = 1024 * 1024;

/** @returns writes one line per fault; never throws, because it is called while something else has already failed */
export function openFaultLog(path: string, clock: Clock): (reference: string, error: unknown) => void {
  return (reference, error) => {
    const line = JSON.stringify({ at: instantOf(clock), reference, error: describe(error) });
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES)
        renameSync(path, `${path}.old`);
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn one fault into two.
    }
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? "" : `\ncause: ${describe(error.cause)}`;
  return `${error.stack ?? error.name}${cause}`;
}
