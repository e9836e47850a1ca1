import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { BundlePreview } from "../../../shared/contract/submissions.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant, printKeyGroups, printPeriod } from "../../text/print.ts";
import { printReached } from "../../text/print-programme.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { kindOf } from "./bundle-kinds.ts";
import { DecryptForm } from "./DecryptForm.tsx";
import { EnrolmentHint } from "./EnrolmentHint.tsx";
import { ProgrammeChanges } from "./ProgrammeChanges.tsx";
import { Totals } from "./Totals.tsx";
import { UnapprovedNote } from "./UnapprovedNote.tsx";

interface BundlePanelProps {
  readonly preview: BundlePreview;
  readonly file: File | null;
  readonly onClose: () => void;
  readonly onConfirmInstance: () => void;
  /** An encrypted file: to be looked at again with this passphrase. */
  readonly onDecrypt: (passphrase: string) => void;
  /** What an encrypted file was opened with: the same keys sign the receipt. */
  readonly openedWith: string;
  readonly isLooking: boolean;
  /** Why the file could not be looked at again. */
  readonly lookError: Error | null;
}

/** What a checked file holds, and the one decision it asks for. Green only when every check has passed. */
export function BundlePanel({
  preview,
  file,
  onClose,
  onConfirmInstance,
  onDecrypt,
  openedWith,
  isLooking,
  lookError,
}: BundlePanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [passphrase, setPassphrase] = useState(openedWith);
  const [fingerprint, setFingerprint] = useState("");
  const accept = useMutation({
    mutationFn: () =>
      api.submissions.accept.call({
        previewId: preview.previewId,
        ...(preview.needs === "passphrase" ? { passphrase } : {}),
        ...(preview.needs === "rootFingerprint" ? { rootFingerprint: fingerprint } : {}),
      }),
    onSuccess: async ({ receipt, kind, digest, submission }) => {
      showToast(receipt ? t("bundles.acceptedToast") : t("bundles.importedToast"));
      await queries.invalidateQueries({ queryKey: api.key() });
      if (receipt) await saveDownload(receipt);
      // What was accepted is read next, and why a report came back; a receipt or a list has nothing to read.
      if (kind === "submission") await navigate({ to: "/bundles/report/$digest", params: { digest } });
      else if (kind === "return" && submission)
        await navigate({
          to: "/bundles/$form/$period",
          params: { form: submission.form, period: submission.period },
        });
      else onClose();
    },
  });
  const { fault, ownBundle } = preview;
  const isEnrolment = preview.kind === "enrolment";
  const isLocked = preview.needs === "decryption" || preview.needs === "filePassphrase";
  const { period = null, correction = null } = preview.context ?? {};
  const corrected = preview.facts.find(({ name }) => name === "corrected")?.value;
  return (
    <SidePanel
      title={preview.kind ? t(`bundles.kind.${kindOf(preview.kind)}`) : t("bundles.preview")}
      onClose={onClose}
    >
      {ownBundle && (
        <Callout
          tone="info"
          title={t("bundles.ownBundle")}
          action={
            ownBundle.report && (
              <Link className="link-button" to="/bundles/$form/$period" params={ownBundle.report}>
                {t("bundles.ownBundleReport", { period: printPeriod(ownBundle.report.period, t) })}
              </Link>
            )
          }
        >
          {t("bundles.ownBundleLead")}
        </Callout>
      )}
      {fault && !ownBundle && (
        <Callout
          tone="danger"
          title={t("bundles.refused")}
          code={fault.detail ? `${fault.code} ${fault.detail}` : fault.code}
          action={
            fault.code === "E_INSTANCE_CONFIRM" ? (
              <Button onPress={onConfirmInstance}>{t("bundles.confirmInstance")}</Button>
            ) : undefined
          }
        >
          {fault.sentence} {fault.advice}
        </Callout>
      )}
      {!isLocked && <ErrorCallout error={lookError} />}
      {isLocked && (
        <DecryptForm
          hasOwnPassphrase={preview.needs === "filePassphrase"}
          onDecrypt={onDecrypt}
          isLooking={isLooking}
          error={isLooking ? null : lookError}
        />
      )}
      {correction !== null && correction > 0 && (
        <Callout tone="info" title={t("bundles.correctionTitle", { number: correction })}>
          {corrected === undefined
            ? t("bundles.correctionForgotten")
            : t("bundles.correctionCells", { number: Number(corrected) })}
        </Callout>
      )}
      {preview.alreadyProcessed && (
        <Callout tone="info">
          {t("bundles.already")} {preview.kind === "submission" && t("bundles.alreadyReceipt")}
        </Callout>
      )}
      {preview.warnings
        // Said above, whatever kind of file it is.
        .filter(({ code }) => code !== "W_DUPLICATE" || !preview.alreadyProcessed)
        .map((warning) => (
          <Callout key={warning.code} tone="warning" code={warning.code}>
            {warning.sentence} {warning.advice}
          </Callout>
        ))}
      {preview.incompleteReason !== null && (
        <Callout tone="warning" title={t("bundles.incompleteTitle", { reason: preview.incompleteReason })} />
      )}
      {period && <UnapprovedNote periods={preview.unapproved} year={periodOf(period).year} by="sender" />}
      <KeyValue
        items={[{ label: t("bundles.fact.file"), value: file?.name ?? "" }, ...factItems(preview, t)]}
      />
      {period && preview.evaluations.length > 0 && (
        <>
          <h3>{t("bundles.evaluations")}</h3>
          <ul>
            {preview.evaluations.map((line) => (
              <li key={line.programme}>
                {line.title}: {printReached(line, t)}
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.ok && preview.kind === "programme" && !preview.alreadyProcessed && (
        <ProgrammeChanges previewId={preview.previewId} />
      )}
      <Totals lines={preview.totals} side="received" heading="h3" />
      {preview.ok && isEnrolment && !preview.alreadyProcessed && <EnrolmentHint file={file} />}
      {preview.ok && !isEnrolment && !preview.alreadyProcessed && (
        <form
          className="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            accept.mutate();
          }}
        >
          {preview.needs === "passphrase" && (
            <PassphraseField label={t("bundles.passphrase")} value={passphrase} onChange={setPassphrase} />
          )}
          {preview.needs === "rootFingerprint" && (
            <TextField
              label={t("bundles.fingerprint")}
              description={t("bundles.fingerprintHint")}
              value={fingerprint}
              onChange={setFingerprint}
              autoComplete="off"
            />
          )}
          <ErrorCallout error={accept.error} />
          <div className="form-actions">
            <Button type="submit" variant="primary" isPending={accept.isPending}>
              {preview.needs === "passphrase" ? t("bundles.accept") : t("bundles.import")}
            </Button>
            {preview.kind === "submission" && preview.digest !== null && (
              <Link
                className="link-button"
                to="/bundles/report/$digest"
                params={{ digest: preview.digest }}
                search={{ answer: true }}
              >
                {t("bundles.reply.read")}
              </Link>
            )}
            <Button onPress={onClose}>{t("bundles.cancel")}</Button>
          </div>
        </form>
      )}
    </SidePanel>
  );
}

const RESULTS = ["accepted", "accepted_with_warnings", "duplicate", "returned"] as const;

function factItems(preview: BundlePreview, t: Translate) {
  const items: { label: string; value: string }[] = [];
  const add = (label: string, value: string | null | undefined) => value && items.push({ label, value });
  add(t("bundles.fact.issuer"), preview.issuer && `${preview.issuer.name} (${preview.issuer.code})`);
  add(t("bundles.fact.signer"), preview.issuer?.signer);
  add(t("bundles.fact.period"), preview.context?.period && printPeriod(preview.context.period, t));
  add(t("bundles.fact.code"), preview.code);
  add(t("bundles.fact.seq"), preview.seq === null ? null : String(preview.seq));
  add(t("bundles.fact.createdAt"), preview.createdAt && printInstant(preview.createdAt));
  for (const name of ["units", "units_answered", "entries"] as const) {
    const count = preview.counts[name];
    if (count !== undefined) add(t(`bundles.fact.${name}`), formatInteger(count));
  }
  for (const fact of preview.facts) {
    // The fingerprint is typed from paper: showing it here would invite copying it.
    if (fact.name === "version" || fact.name === "inReplyTo") add(t(`bundles.fact.${fact.name}`), fact.value);
    if (fact.name === "result")
      add(
        t("bundles.fact.result"),
        t(`bundles.result.${RESULTS.find((result) => result === fact.value) ?? "accepted"}`),
      );
    if (fact.name === "remarks") add(t("bundles.fact.remarks"), formatInteger(Number(fact.value)));
    if (fact.name === "dueOn") add(t("bundles.fact.dueOn"), printDate(fact.value));
    if (fact.name === "keyid") add(t("bundles.fact.keyid"), printKeyGroups(fact.value));
  }
  return items;
}
