// Long work in turns: between two parts of it other calls are answered, and whoever asked for it may call it off.
import { setImmediate as turn } from "node:timers/promises";
import type { JobProgress } from "../../shared/contract/schemas.ts";
import { inTransaction } from "../database/connection.ts";
import { refuseWriting } from "../database/long-transaction.ts";
import type { Workspace } from "./workspace.ts";

type Parts<T> = Iterator<JobProgress, T> | AsyncIterator<JobProgress, T>;

/** Gives way after every part. @throws the signal's reason when it was called off */
export async function* inTurns<T>(
  workspace: Workspace,
  parts: Parts<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, T> {
  try {
    for (;;) {
      const part = await parts.next();
      if (part.done) return part.value;
      yield part.value;
      await turn();
      signal?.throwIfAborted();
      // What an import has not yet committed is nothing to be read.
      await workspace.untilFree();
    }
  } finally {
    // Left between two parts: they may have something to put away.
    await parts.return?.();
  }
}

/** The same where nobody asks how far it is. */
export async function workInTurns<T>(
  workspace: Workspace,
  parts: Parts<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const turns = inTurns(workspace, parts, signal);
  for (;;) {
    const part = await turns.next();
    if (part.done) return part.value;
  }
}

const DISTURBED = Symbol("disturbed");

/**
 * Reads in turns what is only shown: once more when something was written meanwhile, so that it seldom mixes two moments.
 * @param read writes nothing
 */
export async function* readInTurns<T>(
  workspace: Workspace,
  read: () => Parts<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, T> {
  const found = yield* readUndisturbed(workspace, read(), signal, () => workspace.untilFree());
  return found === DISTURBED ? yield* inTurns(workspace, read(), signal) : found;
}

/**
 * Reads a lot in turns, as if in one moment, and writes what follows from it in one transaction: all of it or nothing.
 *
 * The others work on meanwhile. When one of them writes, what was read no longer holds together: it is read once more, and
 * this time they wait, so that it comes to an end however busy the office is.
 * @param read writes nothing; what it throws is thrown
 * @throws the signal's reason when it was called off: then nothing was written
 */
export async function* readThenWrite<R, T>(
  workspace: Workspace,
  read: () => Parts<R>,
  write: (read: R) => T,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, T> {
  const keep = (found: R, before: number) => {
    // The last part may have taken its time as well.
    signal?.throwIfAborted();
    return workspace.changes() === before ? write(found) : DISTURBED;
  };
  await workspace.untilFree();
  const before = workspace.changes();
  const found = yield* readUndisturbed(workspace, read(), signal, () => workspace.untilFree());
  if (found !== DISTURBED) {
    const written = await workspace.write(() => keep(found, before));
    if (written !== DISTURBED) return written;
  }
  const release = await workspace.hold();
  const allowWriting = refuseWriting(workspace.db);
  try {
    const held = workspace.changes();
    const steady = yield* readUndisturbed(workspace, read(), signal, () => Promise.resolve());
    allowWriting();
    const written = steady === DISTURBED ? DISTURBED : inTransaction(workspace.db, () => keep(steady, held));
    if (written === DISTURBED)
      throw new RangeError("readThenWrite: something was written although all were waiting");
    return written;
  } finally {
    allowWriting();
    release();
  }
}

/** @param untilFree waits until no long write is under way: what is not yet committed is nothing to be read */
async function* readUndisturbed<R>(
  workspace: Workspace,
  parts: Parts<R>,
  signal: AbortSignal | undefined,
  untilFree: () => Promise<void>,
): AsyncGenerator<JobProgress, R | typeof DISTURBED> {
  const before = workspace.changes();
  try {
    for (;;) {
      // Asked before each part: none is read from, or fails on, what belongs to another moment.
      if (workspace.changes() !== before) return DISTURBED;
      const part = await parts.next();
      if (part.done) return part.value;
      yield part.value;
      await turn();
      signal?.throwIfAborted();
      await untilFree();
    }
  } finally {
    // Left between two parts: they may have something to put away.
    await parts.return?.();
  }
}
