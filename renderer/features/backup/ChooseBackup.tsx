import { Callout } from "../../components/Callout.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { stepWord } from "./use-backup-words.ts";
import type { CheckBackup } from "./use-check-backup.ts";

/** A backup file from anywhere: only read and checked. */
export function ChooseBackup({ check }: { readonly check: CheckBackup }) {
  const t = useText();
  const { job } = check;
  return (
    <section className="backup-choose" aria-labelledby="backup-from-file">
      <h3 id="backup-from-file">{t("backup.fromFile")}</h3>
      <p>{t("backup.fromFileLead")}</p>
      <ChooseBackupFile check={check} />
      {job.isRunning && <JobBar label={stepWord(job.progress, t)} job={job} />}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={job.error} />
    </section>
  );
}

/** Every kind of file that {@link RestoreWay} and the list can be given. */
export function ChooseBackupFile({ check }: { readonly check: CheckBackup }) {
  const t = useText();
  return (
    <FileDrop
      accept=".saoluu,.age,.sqlite"
      isBusy={check.isBusy}
      dropLabel={t("backup.drop")}
      onFile={(file) => check.upload(file)}
    />
  );
}
