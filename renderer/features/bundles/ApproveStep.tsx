import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { api, client } from "../../api/api.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BundleProgress } from "./BundleProgress.tsx";
import { UnapprovedNote } from "./UnapprovedNote.tsx";

/** The rules are kept: one button, and what it means. Without a union's figures, or the office's own, it asks why. */
export function ApproveStep({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { form, period, unapproved, unitsMissing, own } = prepared;
  const isIncomplete = unitsMissing.length > 0 || (own !== null && own.filled < own.asked);
  const isReasonMissing = isIncomplete && reason.trim() === "";
  const readAgain = () => void queries.invalidateQueries({ queryKey: api.key() });
  const approve = useJob(
    (signal) =>
      client.submissions.approve(
        { form, period, ...(isIncomplete ? { incompleteReason: reason } : {}) },
        { signal },
      ),
    readAgain,
  );
  const cancel = () => {
    approve.cancel();
    // Called off in the last moment it may have been approved already.
    readAgain();
  };
  return (
    <section className="bundles-step">
      <Callout tone="success">{t("bundles.clean")}</Callout>
      <UnapprovedNote periods={unapproved} year={periodOf(period).year} by="here" />
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isReasonMissing) approve.start();
        }}
      >
        {isIncomplete && (
          <TextField
            label={t("bundles.incompleteReason")}
            description={t("bundles.incompleteHint")}
            errorMessage={isAsked && isReasonMissing ? t("bundles.incompleteNeeded") : undefined}
            value={reason}
            onChange={setReason}
            maxLength={500}
          />
        )}
        {prepared.estimated > 0 && <p>{t("bundles.estimated", { number: prepared.estimated })}</p>}
        <p>{t("bundles.approveLead")}</p>
        <ErrorCallout error={approve.error} />
        {approve.wasCancelled && <Callout tone="info">{t("bundles.approveStopped")}</Callout>}
        {approve.isRunning && (
          <BundleProgress label={t("bundles.approving")} progress={approve.progress} onCancel={cancel} />
        )}
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={approve.isRunning}>
            {t("bundles.approve")}
          </Button>
        </div>
      </form>
    </section>
  );
}
