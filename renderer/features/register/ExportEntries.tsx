import { useState } from "react";
import { client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { type Job, useJob } from "../../api/use-job.ts";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface EntriesExport {
  readonly job: Job;
  readonly saveError: unknown;
}

/** Every figure of every period as one file, to be read by another program or imported again. */
export function useExportEntries(): EntriesExport {
  const t = useText();
  const [saveError, setSaveError] = useState<unknown>(null);
  const job = useJob(
    (signal) => client.imports.exportEntries({ period: null }, { signal }),
    ({ offer, rows }) => {
      setSaveError(null);
      saveDownload(offer).then(
        (outcome) =>
          outcome !== "cancelled" && showToast(t("importing.exported", { number: printNumber(rows) })),
        setSaveError,
      );
    },
  );
  return { job, saveError };
}

/** How far the file is, or why there is none. */
export function ExportEntries({ job, saveError }: EntriesExport) {
  const t = useText();
  const error = job.error ?? saveError;
  return (
    <>
      {job.isRunning && <JobBar label={t("importing.exporting")} job={job} />}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={error} />
    </>
  );
}
