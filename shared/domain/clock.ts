/** The one source of "now". Hosts pass a real one; tests and the demo pass a fixed one. */
export interface Clock {
  now(): Date;
}

/** UTC instant in whole seconds, `YYYY-MM-DDTHH:MM:SSZ` (bundle.md §2.3). */
export function instantOf(clock: Clock): string {
  return `${clock.now().toISOString().slice(0, 19)}Z`;
}

/**
 * Calendar date in Viet Nam (UTC+7, no daylight saving since 1975), `YYYY-MM-DD`.
 * Offices are all in one zone; using the machine's zone would make a wrong setting change due dates.
 */
export function todayOf(clock: Clock): string {
  return new Date(clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Calendar date of a UTC instant in Viet Nam. */
export function dayOf(instant: string): string {
  return todayOf({ now: () => new Date(instant) });
}
