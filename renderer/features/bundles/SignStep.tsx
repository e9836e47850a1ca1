import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { Progress } from "../../components/Progress.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { EncryptionNote } from "./EncryptionNote.tsx";
import { PaperToSign } from "./PaperToSign.tsx";
import { Rehearsal } from "./Rehearsal.tsx";
import { Totals } from "./Totals.tsx";
import { UnapprovedNote } from "./UnapprovedNote.tsx";
import { isNumberWrong, usePaperToSign } from "./use-paper-to-sign.ts";

/** Shows exactly what will be signed, and signs it. */
export function SignStep({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const queries = useQueryClient();
  const { form, period, totals, audience } = prepared;
  const [passphrase, setPassphrase] = useState("");
  const [isChecked, setChecked] = useState(false);
  const paper = usePaperToSign(form, period);
  const sign = useJob(
    async (signal) =>
      client.submissions.submit(
        {
          form,
          period,
          passphrase,
          previewTotals: Object.fromEntries(totals.map((line) => [line.element, line.value])),
          previewPaper: await paper.write(),
        },
        { signal },
      ),
    () => void queries.invalidateQueries({ queryKey: api.key() }),
  );
  const submit = () => {
    setChecked(true);
    if (!isNumberWrong(paper.number)) sign.start();
  };
  const cancel = () => {
    sign.cancel();
    // Called off in the last moment it may have been signed already.
    void queries.invalidateQueries({ queryKey: api.key() });
  };
  const step = sign.progress?.step;
  const word =
    step === "unlocking" || step === "rendering" || step === "signing" || step === "writing" ? step : "other";
  return (
    <section className="bundles-step">
      <p>
        {t("bundles.approvedBy", { name: prepared.approvedBy ?? "", at: printInstant(prepared.approvedAt) })}
      </p>
      {prepared.incompleteReason !== null && (
        <Callout tone="warning" title={t("bundles.incompleteTitle", { reason: prepared.incompleteReason })}>
          {t("bundles.incompleteGoes")}
        </Callout>
      )}
      <Rehearsal prepared={prepared} />
      <EncryptionNote prepared={prepared} />
      <UnapprovedNote periods={prepared.unapproved} year={periodOf(period).year} by="here" />
      {prepared.changedSinceApproval.length > 0 && (
        <Callout
          tone="warning"
          title={t("bundles.changedTitle", {
            what: prepared.changedSinceApproval.map((what) => t(`bundles.changed.${what}`)).join(", "),
          })}
        >
          {t("bundles.changedLead")}
        </Callout>
      )}
      <Totals lines={totals} side="sent" />
      {audience ? (
        <p>{`${t("bundles.to")}: ${audience.name} (${audience.code})`}</p>
      ) : (
        <Callout tone="warning">{t("bundles.noParent")}</Callout>
      )}
      {!prepared.hasKey && (
        <Callout
          tone="warning"
          action={
            <Link className="link-button" to="/settings/{-$section}" params={{ section: "key" }}>
              {t("bundles.makeKey")}
            </Link>
          }
        >
          {t("bundles.noKey")}
        </Callout>
      )}
      {prepared.hasKey && audience && !paper.sheet && <PaperAwaited error={paper.error} />}
      {prepared.hasKey && audience && paper.sheet && (
        <Form
          className="panel-form"
          onSubmit={submit}
          faultSentence={(number) => t("bundles.signFaults", { number })}
        >
          <PaperToSign form={form} period={period} paper={paper} sheet={paper.sheet} isChecked={isChecked} />
          <PassphraseField label={t("bundles.passphrase")} value={passphrase} onChange={setPassphrase} />
          <p className="quiet">{t("bundles.signNote")}</p>
          <ErrorCallout error={sign.error} />
          {sign.wasCancelled && <Callout tone="info">{t("bundles.signStopped")}</Callout>}
          {sign.isRunning && (
            <Progress
              label={t(`bundles.signing.${word}`)}
              value={sign.progress?.done ?? 0}
              maxValue={sign.progress?.total ?? 0}
              {...(step === "writing" ? {} : { onCancel: cancel, cancelLabel: t("shell.cancel") })}
            />
          )}
          <div className="form-actions">
            <Button type="submit" variant="primary" isPending={sign.isRunning} isDisabled={passphrase === ""}>
              {t("bundles.sign")}
            </Button>
          </div>
        </Form>
      )}
      <Reopen prepared={prepared} />
    </section>
  );
}

/** Nothing is signed before the paper that is signed with it is there. */
function PaperAwaited({ error }: { readonly error: Error | null }) {
  const t = useText();
  if (!error) return <p>{t("shell.loading")}</p>;
  return <ErrorCallout error={error} />;
}

function Reopen({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const queries = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const reopen = useMutation(
    api.submissions.reopen.mutationOptions({
      onSuccess: async () => queries.invalidateQueries({ queryKey: api.key() }),
    }),
  );
  if (reason === null)
    return (
      <div className="form-actions">
        <Button onPress={() => setReason("")}>{t("bundles.reopen")}</Button>
      </div>
    );
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") reopen.mutate({ form: prepared.form, period: prepared.period, reason });
      }}
    >
      <TextField label={t("bundles.reopenReason")} value={reason} onChange={setReason} autoFocus />
      <ErrorCallout error={reopen.error} />
      <div className="form-actions">
        <Button type="submit" isPending={reopen.isPending}>
          {t("bundles.reopen")}
        </Button>
        <Button variant="quiet" onPress={() => setReason(null)}>
          {t("bundles.cancel")}
        </Button>
      </div>
    </form>
  );
}
