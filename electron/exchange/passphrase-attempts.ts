// Wrong passphrases make the next try wait (security.md K3). scrypt already costs half a second a try; this stops a
// colleague at an unattended computer, not somebody who has copied the key file.
import { ExchangeError } from "./codes.ts";

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

interface Failures {
  readonly count: number;
  /** Monotonic or wall clock in milliseconds, as given. */
  readonly lastAtMs: number;
}

/**
 * The wait after this many wrong passphrases in a row, in milliseconds: none for the first five, then 5 s, doubled
 * each time, at most 15 minutes.
 */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, failures - FREE_TRIES));
}

/** Counts by key, for as long as the program runs. */
export class PassphraseAttempts {
  readonly #byKey = new Map<string, Failures>();

  /**
   * To ask before a passphrase is tried. A clock set back does not prolong the wait beyond its length.
   * @throws {ExchangeError} E_KEY_WAIT, detail: whole seconds still to wait
   */
  check(keyid: string, nowMs: number): void {
    const failures = this.#byKey.get(keyid);
    if (failures === undefined) return;
    const waitMs = waitAfter(failures.count);
    const restMs = Math.min(waitMs, failures.lastAtMs + waitMs - nowMs);
    if (restMs > 0) throw new ExchangeError("E_KEY_WAIT", `${Math.ceil(restMs / 1000)}`);
  }

  failed(keyid: string, nowMs: number): void {
    this.#byKey.set(keyid, { count: (this.#byKey.get(keyid)?.count ?? 0) + 1, lastAtMs: nowMs });
  }

  succeeded(keyid: string): void {
    this.#byKey.delete(keyid);
  }
}
