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

export function keepPending(workspace: Workspace, previewId: string, pending: PendingBundle): void {
  workspace.previews.set(previewId, pending);
}

export function findPending(workspace: Workspace, previewId: string): PendingBundle | undefined {
  return workspace.previews.get(previewId) as PendingBundle | undefined;
}
