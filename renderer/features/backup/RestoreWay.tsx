import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BackupReportBody } from "./BackupReportView.tsx";
import { ChooseBackupFile } from "./ChooseBackup.tsx";
import { stepWord } from "./use-backup-words.ts";
import { useCheckBackup } from "./use-check-backup.ts";
import "./backup.css";

/** The way of the welcome page for whoever comes with a backup. */
export function RestoreWay() {
  const t = useText();
  const [report, setReport] = useState<BackupReport | null>(null);
  const check = useCheckBackup(setReport);
  const dismiss = useMutation(api.backup.dismiss.mutationOptions());
  const { job } = check;
  return (
    <section className="welcome-way" aria-labelledby="welcome-restore">
      <h2 id="welcome-restore">{t("backup.welcomeTitle")}</h2>
      <p>{t("backup.welcomeLead")}</p>
      {!report?.ok && <ChooseBackupFile check={check} />}
      {job.isRunning && <JobBar label={stepWord(job.progress, t)} job={job} />}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={job.error} />
      {report && (
        <BackupReportBody
          key={report.previewId}
          report={report}
          check={check}
          onRestored={() => setReport(null)}
        />
      )}
      {report?.ok && (
        <Button
          onPress={() => {
            dismiss.mutate({ previewId: report.previewId });
            setReport(null);
          }}
        >
          {t("backup.otherFile")}
        </Button>
      )}
    </section>
  );
}
