import type { Workspace } from "../workspace.ts";
import type { UnpackedBackup } from "./unpack-backup.ts";

/** A file that was read, waiting for a passphrase or a decision. What was unpacked lies in the folder of restores. */
export interface PendingRestore {
  readonly kind: "restore";
  readonly file: { readonly path: string; readonly fileName: string };
  /** Null when it was refused. */
  readonly backup: UnpackedBackup | null;
}

export function findPendingRestore(workspace: Workspace, previewId: string): PendingRestore | undefined {
  const found = workspace.previews.get(previewId);
  return isPendingRestore(found) ? found : undefined;
}

function isPendingRestore(preview: unknown): preview is PendingRestore {
  return typeof preview === "object" && preview !== null && Reflect.get(preview, "kind") === "restore";
}
