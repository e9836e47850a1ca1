// What crosses to a client: declared errors as they are, anything else only as a reference (style.md "Errors").
import { randomBytes } from "node:crypto";
import { ORPCError } from "@orpc/server";

/** Writes a fault where people who mend the program can read it. */
export type FaultLog = (reference: string, error: unknown) => void;

/** An interceptor that lets no stack, path or SQL out. */
export function maskErrors(log: FaultLog) {
  return async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      if (error instanceof Error && error.name === "AbortError") throw error;
      const reference = randomBytes(4).toString("hex");
      log(reference, error);
      throw new ORPCError("INTERNAL", { status: 500, message: "INTERNAL", data: { reference } });
    }
  };
}
