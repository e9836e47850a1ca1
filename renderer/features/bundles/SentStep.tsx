import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { Select } from "../../components/Select.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { RequestCorrection } from "./RequestCorrection.tsx";

const ENCRYPTIONS = ["auto", "on", "off"] as const;
type Encryption = (typeof ENCRYPTIONS)[number];

/** Signed, then handed over, then answered: what is to be done next, and the same file as often as it is wanted. */
export function SentStep({ submission }: { readonly submission: SubmissionRow }) {
  const t = useText();
  const { state } = submission;
  const [encryption, setEncryption] = useState<Encryption>("auto");
  return (
    <section className="bundles-step">
      <Standing submission={submission} />
      <KeyValue
        items={[
          { label: t("bundles.column.code"), value: <code>{submission.code}</code> },
          { label: t("bundles.column.sentAt"), value: printInstant(submission.createdAt) },
          { label: t("bundles.fact.signer"), value: submission.signer },
          { label: t("bundles.column.number"), value: submission.documentNumber ?? "—" },
          { label: t("bundles.column.state"), value: t(`bundles.state.${state}`) },
        ]}
      />
      <Select
        label={t("downward.file.label")}
        value={encryption}
        onChange={setEncryption}
        options={ENCRYPTIONS.map((id) => ({ id, label: t(`downward.file.${id}`) }))}
      />
      <div className="form-actions">
        <SaveBundle submission={submission} isPrimary={state === "signed"} encryption={encryption} />
        <Link className="link-button" to="/bundles/report/$digest" params={{ digest: submission.digest }}>
          {t(state === "signed" ? "bundles.seeSigned" : "bundles.seeSent")}
        </Link>
        <Link className="link-button" to="/bundles/cover/$digest" params={{ digest: submission.digest }}>
          {t("bundles.cover.title")}
        </Link>
      </div>
      {state === "receipted" && <RequestCorrection submission={submission} />}
    </section>
  );
}

function Standing({ submission: { receipt, state } }: { readonly submission: SubmissionRow }) {
  const t = useText();
  if (state === "signed")
    return (
      <Callout tone="warning" title={t("bundles.signedTitle")}>
        {t("bundles.signedLead")}
      </Callout>
    );
  if (!receipt)
    return (
      <Callout tone="info" title={t("bundles.exportedTitle")}>
        {t("bundles.awaiting")}
      </Callout>
    );
  const result =
    receipt.result === "accepted_with_warnings" || receipt.result === "duplicate"
      ? receipt.result
      : "accepted";
  return (
    <Callout tone="success" title={t("bundles.state.receipted")}>
      {t("bundles.receipted", {
        issuer: receipt.issuer,
        result: t(`bundles.result.${result}`),
        at: printInstant(receipt.receivedAt),
      })}
    </Callout>
  );
}

interface SaveBundleProps {
  readonly submission: SubmissionRow;
  readonly isPrimary?: boolean;
  readonly encryption?: Encryption;
}

/** Saves the file; only then the report counts as sent, so what is shown is asked for again. */
export function SaveBundle({ submission, isPrimary = false, encryption = "auto" }: SaveBundleProps) {
  const t = useText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      const offer = await api.submissions.download.call({ digest: submission.digest, encryption });
      await saveDownload(offer);
      if (offer.isEncrypted) showToast(t("downward.file.saved"));
      await queries.invalidateQueries({ queryKey: api.key() });
    },
  });
  return (
    <>
      <Button
        variant={isPrimary ? "primary" : "quiet"}
        isPending={save.isPending}
        onPress={() => save.mutate()}
      >
        {t(submission.state === "signed" ? "bundles.save" : "bundles.saveAgain")}
      </Button>
      {save.error && (
        <Callout tone="danger">
          <ErrorWords error={save.error} />
        </Callout>
      )}
    </>
  );
}
