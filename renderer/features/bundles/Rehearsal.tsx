import type { Rehearsal as Outcome } from "../../../shared/contract/corrections.ts";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { api, client } from "../../api/api.ts";
import { useJobQuery } from "./use-job-query.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { BundleProgress } from "./BundleProgress.tsx";

/** What the receiver's own checks will say of exactly what is about to be signed. */
export function Rehearsal({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const { form, period } = prepared;
  const input = { form, period };
  const rehearsal = useJobQuery<Outcome>(
    api.corrections.rehearse.key({ input }),
    (signal) => client.corrections.rehearse(input, { signal }),
    prepared.state === "approved" && prepared.audience !== null,
  );
  const { data, error } = rehearsal;
  if (error) return <ErrorCallout error={error} />;
  if (rehearsal.isRunning)
    return (
      <BundleProgress
        label={t("bundles.rehearsal.running")}
        progress={rehearsal.progress}
        onCancel={rehearsal.cancel}
      />
    );
  if (rehearsal.wasCancelled)
    return (
      <Callout tone="info" action={<Button onPress={rehearsal.again}>{t("bundles.rehearsal.again")}</Button>}>
        {t("bundles.rehearsal.stopped")}
      </Callout>
    );
  if (!data) return null;
  const isReturned = data.verdict === "returned";
  return (
    <Callout
      tone={isReturned ? "danger" : data.reasons.length > 0 ? "warning" : "success"}
      title={t(`bundles.rehearsal.${data.verdict}`)}
    >
      {data.reasons.length > 0 && (
        <ul>
          {data.reasons.map(({ code, message }) => (
            <li key={`${code} ${message}`}>
              {code === "REMARK_UNANSWERED" && `${t("bundles.rehearsal.unanswered")} `}
              {code === "INCOMPLETE" && `${t("bundles.rehearsal.incomplete")} `}
              {/* Which they are stands in a note of its own, beside what to do about it. */}
              {code === "UNAPPROVED" ? t("bundles.rehearsal.unapproved") : message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
