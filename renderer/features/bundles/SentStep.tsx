import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** Signed, then handed over, then answered: what is to be done next, and the same file as often as it is wanted. */
export function SentStep({ submission }: { readonly submission: SubmissionRow }) {
  const t = useText();
  const { state } = submission;
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
      <div className="form-actions">
        <SaveBundle submission={submission} isPrimary={state === "signed"} />
        <Link className="link-button" to="/bundles/report/$digest" params={{ digest: submission.digest }}>
          {t(state === "signed" ? "bundles.seeSigned" : "bundles.seeSent")}
        </Link>
      </div>
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
}

/** Saves the file; only then the report counts as sent, so what is shown is asked for again. */
export function SaveBundle({ submission, isPrimary = false }: SaveBundleProps) {
  const t = useText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async () => {
      await saveDownload(await api.submissions.download.call({ digest: submission.digest }));
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
