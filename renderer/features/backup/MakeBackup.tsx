import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Form } from "../../components/Form.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { stepWord } from "./use-backup-words.ts";

/** Makes a backup and hands it out; a passphrase is offered first, because a stick is easily lost. */
export function MakeBackup() {
  const t = useText();
  const queries = useQueryClient();
  const [isProtected, setProtected] = useState(true);
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [archiveFaults, setArchiveFaults] = useState(0);
  const [saveError, setSaveError] = useState<unknown>(null);
  const job = useJob(
    (signal) => client.backup.create({ passphrase: isProtected ? passphrase : null }, { signal }),
    (made) => {
      setArchiveFaults(made.archiveFaults);
      setPassphrase("");
      setAgain("");
      setChecked(false);
      setSaveError(null);
      saveDownload(made.offer)
        .then(() => showToast(t("backup.made", { file: made.backup.fileName })), setSaveError)
        .finally(() => void queries.invalidateQueries({ queryKey: api.key() }));
    },
  );
  const differs = again.normalize("NFKC") !== passphrase.normalize("NFKC");
  function submit() {
    setChecked(true);
    if (isProtected && (passphrase === "" || differs)) return;
    job.start();
  }
  const error = job.error ?? saveError;
  return (
    <Form className="backup-make" onSubmit={submit}>
      <Checkbox isSelected={isProtected} onChange={setProtected} isDisabled={job.isRunning}>
        {t("backup.withPassphrase")}
      </Checkbox>
      {isProtected ? (
        <div className="backup-pair">
          <PassphraseField
            label={t("backup.passphrase")}
            isNew
            value={passphrase}
            onChange={setPassphrase}
            description={t("backup.passphraseHint")}
            errorMessage={isChecked && passphrase === "" ? t("shell.required") : undefined}
            isRequired
          />
          <PassphraseField
            label={t("backup.passphraseAgain")}
            isNew
            value={again}
            onChange={setAgain}
            errorMessage={differs && (isChecked || again !== "") ? t("backup.differs") : undefined}
            isRequired
          />
        </div>
      ) : (
        <p className="quiet">{t("backup.withoutWarning")}</p>
      )}
      {job.isRunning ? (
        <JobBar label={stepWord(job.progress, t)} job={job} />
      ) : (
        <div className="form-actions">
          <Button type="submit" variant="primary">
            {t("backup.make")}
          </Button>
        </div>
      )}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      {archiveFaults > 0 && (
        <Callout tone="warning">{t("backup.archiveFaults", { number: archiveFaults })}</Callout>
      )}
      <ErrorCallout error={error} />
    </Form>
  );
}
