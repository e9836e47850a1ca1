import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { BackupList } from "./BackupList.tsx";
import { BackupReportView } from "./BackupReportView.tsx";
import { ChooseBackup } from "./ChooseBackup.tsx";
import { MakeBackup } from "./MakeBackup.tsx";
import { RestoredNotice } from "./RestoredNotice.tsx";
import { useCheckBackup } from "./use-check-backup.ts";
import "./backup.css";

/** Settings → backup and restore: how safe the book is now, a new backup, those there are, and the way back. */
export function BackupSection() {
  const t = useText();
  const overview = useQuery(api.backup.overview.queryOptions());
  const [report, setReport] = useState<BackupReport | null>(null);
  const check = useCheckBackup(setReport);
  const dismiss = useMutation(api.backup.dismiss.mutationOptions());
  if (overview.error) return <ErrorCallout error={overview.error} />;
  if (!overview.data) return <p className="quiet">{t("shell.loading")}</p>;
  const { backups, lastSavedAt, actsSince, isDue, remindAfterDays, restored } = overview.data;
  const last =
    lastSavedAt === null
      ? t("backup.never")
      : actsSince === 0
        ? t("backup.lastCurrent", { at: printInstant(lastSavedAt) })
        : t("backup.last", { at: printInstant(lastSavedAt), acts: printNumber(actsSince) });
  return (
    <>
      {restored && <RestoredNotice restored={restored} />}
      <p>{t("backup.lead")}</p>
      {isDue ? (
        <Callout tone="warning" title={t("backup.due", { days: remindAfterDays })}>
          {last}
        </Callout>
      ) : (
        <Callout tone={lastSavedAt === null ? "warning" : "info"}>{last}</Callout>
      )}
      <MakeBackup />
      <h3>{t("backup.list")}</h3>
      <BackupList backups={backups} isBusy={check.isBusy} onCheck={(id) => check.kept(id)} />
      <ChooseBackup check={check} />
      {report && (
        <BackupReportView
          key={report.previewId}
          report={report}
          check={check}
          onClose={() => {
            dismiss.mutate({ previewId: report.previewId });
            setReport(null);
          }}
        />
      )}
    </>
  );
}
