import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { RestoredState } from "../../../shared/contract/backup.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printInstant, printPeriodWithin } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** What a restore left to be settled, and afterwards how it was (bundle.md §2.8). */
export function RestoredNotice({ restored }: { readonly restored: RestoredState }) {
  const t = useText();
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const declare = useMutation(
    api.backup.declareNoReceipt.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.key() }),
    }),
  );
  const times = { at: printInstant(restored.at), backupAt: printInstant(restored.backupAt) };
  const namesOf = (reports: RestoredState["forgotten"]) =>
    reports.map(({ period }) => printPeriodWithin(period, t)).join(", ");
  const returned = restored.forgotten.filter(({ isReturned }) => isReturned);
  const forgotten = [
    ...(restored.forgotten.length > 0
      ? [t("backup.forgotten", { periods: namesOf(restored.forgotten) })]
      : []),
    ...(returned.length > 0 ? [t("backup.forgottenReturned", { periods: namesOf(returned) })] : []),
    ...(restored.forgottenBundles > 0
      ? [t("backup.forgottenBundles", { number: restored.forgottenBundles })]
      : []),
  ];
  if (!restored.isReceiptAwaited)
    return (
      <Callout tone={forgotten.length > 0 ? "warning" : "info"}>
        {[
          t("backup.settled", times),
          ...(restored.settledBy ? [t(`backup.settledBy.${restored.settledBy}`)] : []),
          ...forgotten,
        ].join(" ")}
      </Callout>
    );
  return (
    <Callout
      tone="warning"
      title={t("backup.awaitingTitle")}
      action={
        <div className="form-actions">
          <Link className="link-button" to="/bundles">
            {t("backup.toInbox")}
          </Link>
          {isSure ? (
            <Button variant="danger" isPending={declare.isPending} onPress={() => declare.mutate({})}>
              {t("backup.noReceiptConfirm")}
            </Button>
          ) : (
            <Button onPress={() => setSure(true)}>{t("backup.noReceipt")}</Button>
          )}
        </div>
      }
    >
      <p>{t("backup.awaitingLead", times)}</p>
      {isSure && <p>{t("backup.noReceiptSure")}</p>}
      {declare.error && <ErrorWords error={declare.error} />}
    </Callout>
  );
}
