/**
 * A named step at which the fault tests end the program, as a power cut would (security.md F2): set in the environment
 * variable SCD_FAILPOINT. Does nothing otherwise.
 */
export function failPoint(name: string): void {
  if (process.env["SCD_FAILPOINT"] === name) process.kill(process.pid, "SIGKILL");
}
