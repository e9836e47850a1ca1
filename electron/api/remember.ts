// What was computed from the file and still holds. One page asks for many things at the same period; none is computed twice.
import type { Workspace } from "./workspace.ts";

interface Memory<T> {
  changes: number;
  readonly known: Map<string, T>;
}

/**
 * Keeps what `make` computes, by key, until anything in the office's file changes (this program is its only writer).
 * @param most how many are kept; the one not asked for longest goes first
 */
export function remembering<T, Rest extends unknown[]>(
  keyOf: (...rest: Rest) => string,
  make: (workspace: Workspace, ...rest: Rest) => T,
  most: number,
): (workspace: Workspace, ...rest: Rest) => T {
  const memories = new WeakMap<Workspace, Memory<T>>();
  return (workspace, ...rest) => {
    // What a transaction has written may yet be taken back.
    if (workspace.db.raw.inTransaction) return make(workspace, ...rest);
    const changes = workspace.changes();
    let memory = memories.get(workspace);
    if (memory?.changes !== changes) {
      memory = { changes, known: new Map() };
      memories.set(workspace, memory);
    }
    const key = keyOf(...rest);
    const value = memory.known.has(key) ? (memory.known.get(key) as T) : make(workspace, ...rest);
    memory.known.delete(key);
    memory.known.set(key, value);
    const [oldest] = memory.known.keys();
    if (memory.known.size > most && oldest !== undefined) memory.known.delete(oldest);
    return value;
  };
}
