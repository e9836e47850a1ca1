import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { LARGE_BUNDLE_BYTES } from "../../../shared/contract/desk.ts";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { Select } from "../../components/Select.tsx";
import { printInstant, printSize } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { Countersignatures } from "./Countersignatures.tsx";
import { RequestCorrection } from "./RequestCorrection.tsx";
import { type Encryption, SaveBundle } from "./SaveBundle.tsx";

const ENCRYPTIONS: readonly Encryption[] = ["auto", "on", "off"];

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
          {
            label: t("bundles.size"),
            value:
              submission.size > LARGE_BUNDLE_BYTES
                ? `${printSize(submission.size)}. ${t("bundles.large")}`
                : printSize(submission.size),
          },
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
      <Countersignatures digest={submission.digest} />
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
