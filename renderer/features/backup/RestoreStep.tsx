import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupReport } from "../../../shared/contract/backup.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printNumber } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

interface RestoreStepProps {
  readonly report: BackupReport;
  readonly onRestored: () => void;
}

/** What a restore will do, in full, and the act itself; over an office only after its code was typed. */
export function RestoreStep({ report, onRestored }: RestoreStepProps) {
  const t = useText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const { present, office } = report;
  const job = useJob(
    (signal) =>
      client.backup.restore(
        { previewId: report.previewId, confirmation: present === null ? null : typed },
        { signal },
      ),
    (status) => {
      showToast(t("backup.restored", { name: status.office?.name ?? "" }));
      onRestored();
      // Nothing that was read before is true any more.
      queries.setQueryData(api.office.status.queryKey(), status);
      void queries.resetQueries({ predicate: ({ queryKey }) => !isStatus(queryKey) });
    },
  );
  const isConfirmed = present === null || typed.trim().normalize("NFC") === present.code;
  return (
    <Form
      className="backup-restore"
      onSubmit={() => {
        if (isConfirmed) job.start();
      }}
    >
      <h3>{t("backup.restoreTitle")}</h3>
      <ul>
        {consequences(report, t).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {present !== null && (
        <TextField
          label={t("backup.confirm", { code: present.code })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      )}
      <ErrorCallout error={job.error} />
      <div className="form-actions">
        <Button
          type="submit"
          variant={present === null ? "primary" : "danger"}
          isPending={job.isRunning}
          isDisabled={!isConfirmed || office === null}
        >
          {t("backup.restore")}
        </Button>
      </div>
    </Form>
  );
}

const STATUS_KEY = JSON.stringify(api.office.status.queryKey());
const isStatus = (queryKey: unknown) => JSON.stringify(queryKey) === STATUS_KEY;

function consequences({ present, office }: BackupReport, t: Translate): string[] {
  const after = [t("backup.newInstance"), t("backup.receiptFirst")];
  if (present === null) return [t("backup.intoEmpty", { name: office?.name ?? "" }), ...after];
  const at = printInstant(present.lastActAt);
  const lost =
    present.actsLost === null
      ? t("backup.otherBook", { at })
      : present.actsLost === 0
        ? t("backup.noActsLost")
        : t("backup.actsLost", { number: printNumber(present.actsLost), at });
  return [
    t("backup.willReplace", { name: present.name, code: present.code }),
    lost,
    t("backup.keptAside"),
    ...after,
  ];
}
