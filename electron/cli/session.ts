// An office opened for one command, and its API called in this very process: the command line is a client like any other.
import { existsSync } from "node:fs";
import { createRouterClient, ORPCError } from "@orpc/server";
import type { Clock } from "../../shared/domain/clock.ts";
import { openHost } from "../api/host.ts";
import { officePath } from "../database/office-file.ts";
import { CommandFailure } from "./command.ts";
import { sentenceOf } from "./messages.ts";
import type { Router } from "../api/router.ts";
import type { RouterClient } from "@orpc/server";
import type { FileTickets } from "../files/tickets.ts";

export interface Session {
  readonly client: RouterClient<Router>;
  readonly tickets: FileTickets;
}

/** The machine's clock: the command line is a host. */
export const CLOCK: Clock = { now: () => new Date() };

/**
 * Opens the office of a folder, works, and closes it whatever happens.
 * @param mayBegin whether the folder may be an empty one: a mistyped name must not become an office
 */
export async function withOffice<T>(
  dataFolder: string,
  work: (session: Session) => Promise<T>,
  mayBegin = false,
): Promise<T> {
  if (!mayBegin && !existsSync(officePath(dataFolder))) throw new CommandFailure(7, sentenceOf("NO_OFFICE"));
  const host = await openHost({ dataFolder, clock: CLOCK, program: "cli" });
  try {
    return await work({
      client: createRouterClient(host.router, { context: host.context }),
      tickets: host.tickets,
    });
  } finally {
    await host.close();
  }
}

/** Follows a long job to its result, saying on stderr how far it is. */
export async function finish<P extends { step: string; done: number; total: number }, R>(
  job: AsyncIterator<P, R>,
): Promise<R> {
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
    if (process.stderr.isTTY)
      process.stderr.write(`\r${step.value.step} ${step.value.done}/${step.value.total}   `);
  }
}

export { ORPCError };
