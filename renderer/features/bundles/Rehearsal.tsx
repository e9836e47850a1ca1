import { useQuery } from "@tanstack/react-query";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

/** What the receiver's own checks will say of exactly what is about to be signed. */
export function Rehearsal({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const { form, period } = prepared;
  const { data, error } = useQuery({
    ...api.corrections.rehearse.queryOptions({ input: { form, period } }),
    enabled: prepared.state === "approved" && prepared.audience !== null,
  });
  if (error)
    return (
      <Callout tone="danger">
        <ErrorWords error={error} />
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
              {code === "UNAPPROVED" && `${t("bundles.rehearsal.unapproved")} `}
              {code === "INCOMPLETE" && `${t("bundles.rehearsal.incomplete")} `}
              {message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}
