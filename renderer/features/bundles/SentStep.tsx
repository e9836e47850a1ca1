import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** The bundle is out: how to hand it over, and what came back. */
export function SentStep({ submission }: { readonly submission: SubmissionRow }) {
  const t = useText();
  const { receipt } = submission;
  const result =
    receipt?.result === "accepted_with_warnings"
      ? "accepted_with_warnings"
      : receipt?.result === "duplicate"
        ? "duplicate"
        : "accepted";
  return (
    <section>
      {receipt ? (
        <Callout tone="success" title={t("bundles.state.receipted")}>
          {t("bundles.receipted", {
            issuer: receipt.issuer,
            result: t(`bundles.result.${result}`),
            at: printInstant(receipt.receivedAt),
          })}
        </Callout>
      ) : (
        <Callout tone="info" title={t("bundles.exportedTitle")}>
          {t("bundles.exportedLead")} {t("bundles.awaiting")}
        </Callout>
      )}
      <KeyValue
        items={[
          { label: t("bundles.column.code"), value: <code>{submission.code}</code> },
          { label: t("bundles.column.sentAt"), value: printInstant(submission.createdAt) },
          { label: t("bundles.column.number"), value: submission.documentNumber ?? "—" },
          { label: t("bundles.column.state"), value: t(`bundles.state.${submission.state}`) },
        ]}
      />
      <div className="form-actions">
        <Button
          variant="primary"
          onPress={() => void api.submissions.download.call({ digest: submission.digest }).then(saveDownload)}
        >
          {t("bundles.save")}
        </Button>
      </div>
    </section>
  );
}
