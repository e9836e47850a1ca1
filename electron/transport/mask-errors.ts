// What crosses to a client: the errors of the contract as they are, anything else only as a reference
// (style.md "Errors"). No stack, path, SQL or library sentence leaves the program.
import { randomBytes } from "node:crypto";
import { ORPCError } from "@orpc/server";

/** Writes a fault where people who mend the program can read it. */
export type FaultLog = (reference: string, error: unknown) => void;

/** An interceptor around every procedure, and around every step of a procedure that streams. */
export function maskErrors(log: FaultLog) {
  return async ({ next }: { next: () => Promise<unknown> }): Promise<unknown> => {
    try {
      const output = await next();
      return isStream(output) ? maskStream(output, log) : output;
    } catch (error) {
      throw masked(error, log);
    }
  };
}

/** @returns what may be told about a fault; the rest is in the log under the reference */
export function masked(error: unknown, log: FaultLog): unknown {
  if (error instanceof Error && error.name === "AbortError") return error;
  if (error instanceof ORPCError && error.code === "BAD_REQUEST") return refusedInput(error.data);
  // INTERNAL_SERVER_ERROR is what the router makes of an output that breaks the contract: a fault of ours.
  if (error instanceof ORPCError && error.code !== "INTERNAL_SERVER_ERROR") {
    return new ORPCError(String(error.code), {
      status: error.status,
      message: String(error.code),
      data: error.data as unknown,
      defined: error.defined,
    });
  }
  // No fault of the program and nothing to report: whoever sits at the computer can make room (security.md F4).
  if (isDiskFull(error))
    return new ORPCError("OFFICE_DISK_FULL", { status: 507, message: "OFFICE_DISK_FULL" });
  const reference = randomBytes(4).toString("hex").toUpperCase();
  log(reference, error);
  return new ORPCError("INTERNAL", { status: 500, message: "INTERNAL", data: { reference } });
}

/** The disk that holds the office has no room; whoever wrote has taken everything back by itself. */
function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "SQLITE_FULL" || error.code === "OFFICE_DISK_FULL")
  );
}

/** Only which field and why: what was typed may be a passphrase. */
function refusedInput(data: unknown): ORPCError<string, unknown> {
  const issues =
    typeof data === "object" && data !== null && "issues" in data && Array.isArray(data.issues)
      ? (data.issues as unknown[])
      : [];
  return new ORPCError("BAD_REQUEST", {
    status: 400,
    message: "BAD_REQUEST",
    data: { issues: issues.map(fieldAndReason) },
  });
}

function fieldAndReason(issue: unknown): { path: unknown[]; message: string } {
  if (typeof issue !== "object" || issue === null) return { path: [], message: "" };
  const path = "path" in issue && Array.isArray(issue.path) ? (issue.path as unknown[]) : [];
  return { path, message: "message" in issue ? String(issue.message) : "" };
}

type Stream = AsyncIterator<unknown> & AsyncIterable<unknown>;

function isStream(value: unknown): value is Stream {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value && "next" in value;
}

/** Written out rather than as a generator: `return` must reach the work at once, not wait behind a pending `next`. */
function maskStream(stream: Stream, log: FaultLog): Stream {
  const guard = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (error) {
      throw masked(error, log);
    }
  };
  return {
    next: () => guard(stream.next()),
    return: (value) =>
      stream.return ? guard(stream.return(value)) : Promise.resolve({ done: true as const, value }),
    throw: (reason) => (stream.throw ? guard(stream.throw(reason)) : Promise.reject(reason as Error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
