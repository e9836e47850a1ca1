import type { VerifiedBundle } from "../../exchange/verify-bundle.ts";
import type { Workspace } from "../workspace.ts";

/** A verified file waiting for the operator's decision: the same bytes go in, nothing is read twice. */
export interface PendingBundle {
  readonly bytes: Uint8Array;
  readonly verification: VerifiedBundle;
  readonly confirmInstance: boolean;
  /** The first trust list, signed by its own root only: the paper decides. */
  readonly isFirstTrust: boolean;
}

/** A window shows one file; more than these were looked at and left, and the oldest go. */
const MOST_WAITING = 4;

const waiting = new WeakMap<Workspace, Map<string, PendingBundle>>();

export function keepPending(workspace: Workspace, previewId: string, pending: PendingBundle): void {
  const known = waiting.get(workspace) ?? new Map<string, PendingBundle>();
  waiting.set(workspace, known);
  known.set(previewId, pending);
  const [oldest] = known.keys();
  if (known.size > MOST_WAITING && oldest !== undefined) known.delete(oldest);
}

export function findPending(workspace: Workspace, previewId: string): PendingBundle | undefined {
  return waiting.get(workspace)?.get(previewId);
}

/** A report that is being looked at, by its digest; not one that was taken in before. */
export function findPendingReport(workspace: Workspace, digest: string): PendingBundle | undefined {
  return [...(waiting.get(workspace)?.values() ?? [])].findLast(
    ({ verification }) => verification.digest === digest && verification.kind === "submission",
  );
}

/** Lets go of every look at a bundle that was answered. */
export function dropPendingOf(workspace: Workspace, digest: string): void {
  for (const [previewId, { verification }] of waiting.get(workspace) ?? [])
    if (verification.digest === digest) dropPending(workspace, previewId);
}

/** Lets go of a file that was dealt with, or that nobody wants any more. */
export function dropPending(workspace: Workspace, previewId: string): void {
  waiting.get(workspace)?.delete(previewId);
}
