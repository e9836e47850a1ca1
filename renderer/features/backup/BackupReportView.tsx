import { useState } from "react";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { backupFaultOf } from "../../text/backup-fault.ts";
import { printInstant, printSize } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { RestoreStep } from "./RestoreStep.tsx";
import { contentsWords } from "./use-backup-words.ts";
import type { CheckBackup } from "./use-check-backup.ts";

interface BackupReportViewProps {
  readonly report: BackupReport;
  readonly check: CheckBackup;
  readonly onClose: () => void;
}

/** What a backup holds and whether it is whole; from here it can be restored. */
export function BackupReportView({ report, check, onClose }: BackupReportViewProps) {
  const t = useText();
  return (
    <SidePanel title={t("backup.report", { file: report.fileName })} onClose={onClose}>
      <BackupReportBody report={report} check={check} onRestored={onClose} />
    </SidePanel>
  );
}

interface BackupReportBodyProps extends Omit<BackupReportViewProps, "onClose"> {
  readonly onRestored: () => void;
}

export function BackupReportBody({ report, check, onRestored }: BackupReportBodyProps) {
  const t = useText();
  const { fault } = report;
  if (fault?.code === "BACKUP_ENCRYPTED" || fault?.code === "BACKUP_PASSPHRASE")
    return <AskPassphrase report={report} check={check} />;
  if (fault)
    return (
      <Callout
        tone="danger"
        title={t("backup.refused")}
        code={[fault.code, fault.detail].filter(Boolean).join(" · ")}
      >
        {backupFaultOf(fault.code, t)}
      </Callout>
    );
  return (
    <div className="backup-report">
      <Callout tone="success">{t("backup.whole")}</Callout>
      <KeyValue
        items={[
          {
            label: t("backup.office"),
            value: report.office === null ? "—" : `${report.office.name} (${report.office.code})`,
          },
          ...(report.madeAt === null
            ? []
            : [{ label: t("backup.madeAt"), value: printInstant(report.madeAt) }]),
          { label: t("backup.lastAct"), value: printInstant(report.lastActAt) },
          { label: t("backup.contents"), value: contentsWords(report.counts, t) },
          // On the welcome page the way in must stay in sight.
          ...(report.present === null
            ? []
            : [
                { label: t("backup.columns.size"), value: printSize(report.size) },
                { label: t("backup.digest"), value: <code className="backup-digest">{report.sha256}</code> },
              ]),
        ]}
      />
      <RestoreStep report={report} onRestored={onRestored} />
    </div>
  );
}

function AskPassphrase({ report, check }: Omit<BackupReportViewProps, "onClose">) {
  const t = useText();
  const [passphrase, setPassphrase] = useState("");
  const isWrong = report.fault?.code === "BACKUP_PASSPHRASE";
  return (
    <Form
      className="panel-form"
      onSubmit={() => {
        if (passphrase !== "") check.again(report.previewId, passphrase);
      }}
    >
      <p>{t("backup.askPassphrase")}</p>
      <PassphraseField
        label={t("backup.passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        errorMessage={isWrong && passphrase === "" ? backupFaultOf("BACKUP_PASSPHRASE", t) : undefined}
        autoFocus
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" isPending={check.isBusy}>
          {t("backup.open")}
        </Button>
      </div>
    </Form>
  );
}
