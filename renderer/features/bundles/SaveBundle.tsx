import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ORPCError } from "@orpc/client";
import { useState } from "react";
import { LARGE_BUNDLE_BYTES } from "../../../shared/contract/desk.ts";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";
import { saveCountersignatures } from "./save-countersignatures.ts";

/** Ways a person chooses beforehand; a passphrase is for when there is no key to encrypt to. */
export type Encryption = "auto" | "on" | "off";

interface SaveBundleProps {
  readonly submission: SubmissionRow;
  readonly isPrimary?: boolean;
  readonly encryption?: Encryption;
}

/** Saves the file; only then the report counts as sent, so what is shown is asked for again. */
export function SaveBundle({ submission, isPrimary = false, encryption = "auto" }: SaveBundleProps) {
  const t = useText();
  const queries = useQueryClient();
  const [spoken, setSpoken] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: async (as: Encryption | "passphrase") => {
      const offer = await api.submissions.download.call({ digest: submission.digest, encryption: as });
      const outcome = await saveDownload(offer);
      if (outcome !== "cancelled") setSpoken(offer.passphrase);
      if (outcome !== "cancelled") await saveCountersignatures(submission.digest);
      if (outcome !== "cancelled")
        showToast(
          [
            ...(offer.isEncrypted ? [t("downward.file.saved")] : []),
            t(`bundles.saved.${outcome}`),
            ...(offer.size > LARGE_BUNDLE_BYTES ? [t("bundles.large")] : []),
          ].join(" "),
        );
      await queries.invalidateQueries({ queryKey: api.key() });
    },
  });
  // What may name people never leaves plain because nobody was asked.
  const isUnencryptable = save.error instanceof ORPCError && save.error.code === "RECIPIENTS_MISSING";
  return (
    <>
      <Button
        variant={isPrimary ? "primary" : "quiet"}
        isPending={save.isPending}
        onPress={() => save.mutate(encryption)}
      >
        {t(submission.state === "signed" ? "bundles.save" : "bundles.saveAgain")}
      </Button>
      {save.error && !isUnencryptable && <ErrorCallout error={save.error} />}
      {isUnencryptable && (
        <Dialog
          title={t("bundles.encryption.cannot")}
          role="alertdialog"
          onClose={() => save.reset()}
          actions={
            <>
              <Button variant="primary" onPress={() => save.reset()}>
                {t("bundles.encryption.notNow")}
              </Button>
              <Button onPress={() => save.mutate("passphrase")}>
                {t("bundles.encryption.withPassphrase")}
              </Button>
              <Button onPress={() => save.mutate("off")}>{t("bundles.encryption.plain")}</Button>
            </>
          }
        >
          <p>
            <ErrorWords error={save.error} />
          </p>
        </Dialog>
      )}
      {spoken !== null && (
        <Dialog
          title={t("bundles.encryption.passphraseTitle")}
          onClose={() => setSpoken(null)}
          actions={
            <Button variant="primary" onPress={() => setSpoken(null)}>
              {t("bundles.encryption.passphraseRead")}
            </Button>
          }
        >
          <p className="bundles-spoken">{spoken}</p>
          <p>{t("bundles.encryption.passphraseLead")}</p>
        </Dialog>
      )}
    </>
  );
}
