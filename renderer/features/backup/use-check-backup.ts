import { useRef } from "react";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { client } from "../../api/api.ts";
import { uploadBackup } from "../../api/files.ts";
import { type Job, useJob } from "../../api/use-job.ts";

type Source =
  | { readonly from: "upload"; readonly file: File }
  | { readonly from: "kept"; readonly id: string }
  | { readonly from: "again"; readonly previewId: string; readonly passphrase: string };

export interface CheckBackup {
  readonly isBusy: boolean;
  readonly job: Job;
  readonly upload: (file: File) => void;
  readonly kept: (id: string) => void;
  /** The same file once more, with its passphrase. */
  readonly again: (previewId: string, passphrase: string) => void;
}

/** Reading a backup whole, wherever it lies. @param onReport what was found, good or bad */
export function useCheckBackup(onReport: (report: BackupReport) => void): CheckBackup {
  // The source is set in the same event that starts the job, before React renders again.
  const chosen = useRef<Source | null>(null);
  const job = useJob((signal) => begin(chosen.current, signal), onReport);
  const start = (source: Source) => {
    chosen.current = source;
    job.start();
  };
  return {
    isBusy: job.isRunning,
    job,
    upload: (file) => start({ from: "upload", file }),
    kept: (id) => start({ from: "kept", id }),
    again: (previewId, passphrase) => start({ from: "again", previewId, passphrase }),
  };
}

async function begin(
  source: Source | null,
  signal: AbortSignal,
): Promise<AsyncIterator<JobProgress, BackupReport>> {
  if (source === null) throw new RangeError("useCheckBackup: nothing chosen");
  switch (source.from) {
    case "upload": {
      const { ticket, fileName } = await uploadBackup(source.file);
      return client.backup.verify({ source: { from: "file", ticket, fileName } }, { signal });
    }
    case "kept":
      return client.backup.verify({ source: { from: "kept", id: source.id } }, { signal });
    case "again": {
      const { previewId, passphrase } = source;
      return client.backup.verify({ source: { from: "again", previewId }, passphrase }, { signal });
    }
  }
}
