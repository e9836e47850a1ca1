import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { DESK_OUTCOMES, type DeskBatch, type DeskOutcome } from "../../../shared/contract/desk.ts";
import { api, client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Progress } from "../../components/Progress.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BatchTable } from "./BatchTable.tsx";

interface BatchViewProps {
  readonly batch: DeskBatch;
  readonly onChange: (batch: DeskBatch) => void;
}

/** What came, file by file, and the one decision: take in everything that is sound, with one passphrase. */
export function BatchView({ batch, onChange }: BatchViewProps) {
  const t = useText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const [withNoted, setWithNoted] = useState(false);
  const [saveError, setSaveError] = useState<Error | null>(null);
  const confirmed = useRef(0);
  const { batchId, files } = batch;
  const count = (outcome: DeskOutcome) => files.filter((file) => file.outcome === outcome).length;
  const [clean, noted, locked, waiting] = [
    count("clean"),
    count("attention"),
    count("locked"),
    count("waiting"),
  ];
  const chosen = files.filter(({ outcome }) => outcome === "clean" || (withNoted && outcome === "attention"));
  const receipts = files.filter(({ receiptFileName }) => receiptFileName !== null).length;
  const unlock = useJob<DeskBatch>(
    (signal) => client.desk.verify({ batchId, passphrase }, { signal }),
    onChange,
  );
  const rest = useJob<DeskBatch>((signal) => client.desk.verify({ batchId }, { signal }), onChange);
  const confirm = useJob<DeskBatch>(
    (signal) => client.desk.confirmInstance({ batchId, file: confirmed.current }, { signal }),
    onChange,
  );
  const accept = useJob<DeskBatch>(
    (signal) => client.desk.accept({ batchId, files: chosen.map(({ id }) => id), passphrase }, { signal }),
    (taken) => {
      onChange(taken);
      setPassphrase("");
      showToast(t("desk.acceptedToast"));
      void queries.invalidateQueries({ queryKey: api.key() });
    },
  );
  // What was taken in before the job was called off stays, and is shown as such.
  const stop = async () => {
    accept.cancel();
    onChange(await client.desk.open({ batchId }));
    await queries.invalidateQueries({ queryKey: api.key() });
  };
  const save = () =>
    client.desk
      .receipts({ batchId })
      .then(saveDownload)
      .then((outcome) => {
        setSaveError(null);
        if (outcome !== "cancelled") showToast(t(`bundles.saved.${outcome}`));
      }, setSaveError);
  const running = [accept, unlock, rest, confirm].find(({ isRunning }) => isRunning);
  const error = accept.error ?? unlock.error ?? rest.error ?? confirm.error ?? saveError;
  return (
    <>
      <p>
        {DESK_OUTCOMES.filter((outcome) => count(outcome) > 0)
          .map((outcome) => `${count(outcome)} ${t(`desk.outcome.${outcome}`).toLocaleLowerCase("vi")}`)
          .join(" · ")}
      </p>
      <BatchTable
        files={files}
        onConfirm={(id) => {
          confirmed.current = id;
          confirm.start();
        }}
      />
      <ErrorCallout error={error} />
      {running ? (
        <Progress
          label={t(running === accept ? "desk.accepting" : "desk.verifying")}
          value={running.progress?.done ?? 0}
          maxValue={running.progress?.total ?? 0}
          onCancel={() => (running === accept ? void stop() : running.cancel())}
        />
      ) : (
        <form
          className="desk-accept"
          onSubmit={(event) => {
            event.preventDefault();
            (locked > 0 ? unlock : accept).start();
          }}
        >
          {locked > 0 && <Callout tone="info">{t("desk.lockedLead", { number: locked })}</Callout>}
          {(chosen.length > 0 || locked > 0 || noted > 0) && (
            <PassphraseField label={t("bundles.passphrase")} value={passphrase} onChange={setPassphrase} />
          )}
          {noted > 0 && locked === 0 && (
            <label className="desk-noted">
              <input
                type="checkbox"
                checked={withNoted}
                onChange={(event) => setWithNoted(event.currentTarget.checked)}
              />
              {t("desk.withNoted", { number: noted })}
            </label>
          )}
          <div className="form-actions">
            {locked > 0 ? (
              <Button type="submit" variant="primary" isDisabled={passphrase === ""}>
                {t("desk.unlock")}
              </Button>
            ) : (
              (clean > 0 || noted > 0) && (
                <Button type="submit" variant="primary" isDisabled={chosen.length === 0 || passphrase === ""}>
                  {t("desk.accept", { number: chosen.length })}
                </Button>
              )
            )}
            {waiting > 0 && <Button onPress={() => rest.start()}>{t("desk.verifyRest")}</Button>}
            {receipts > 0 && (
              <Button onPress={() => void save()}>{t("desk.saveReceipts", { number: receipts })}</Button>
            )}
          </div>
        </form>
      )}
    </>
  );
}
