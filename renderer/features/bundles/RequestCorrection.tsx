import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SubmissionRow } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { RemarkList } from "./RemarkList.tsx";

/** Of an accepted report: what was remarked on it, and asking for leave to correct it. */
export function RequestCorrection({ submission }: { readonly submission: SubmissionRow }) {
  const t = useText();
  const queries = useQueryClient();
  const { form, period } = submission;
  const { data } = useQuery(api.corrections.open.queryOptions({ input: { form, period } }));
  const [reason, setReason] = useState<string | null>(null);
  const ask = useMutation(
    api.corrections.request.mutationOptions({
      onSuccess: async () => {
        setReason(null);
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  const asked = data?.request ?? null;
  return (
    <>
      <RemarkList remarks={data?.remarks ?? []} />
      {asked && (
        <Callout
          tone="info"
          title={t("bundles.request.asked", { name: asked.author, at: printInstant(asked.at) })}
        >
          {t("bundles.request.text", { code: submission.code, reason: asked.reason })}
        </Callout>
      )}
      {reason === null ? (
        <div className="form-actions">
          <Button variant="quiet" onPress={() => setReason(asked?.reason ?? "")}>
            {t("bundles.request.start")}
          </Button>
        </div>
      ) : (
        <form
          className="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== "") ask.mutate({ form, period, reason });
          }}
        >
          <TextField
            label={t("bundles.request.reason")}
            description={t("bundles.request.hint")}
            value={reason}
            onChange={setReason}
            autoFocus
          />
          <ErrorCallout error={ask.error} />
          <div className="form-actions">
            <Button type="submit" isPending={ask.isPending} isDisabled={reason.trim() === ""}>
              {t("bundles.request.ask")}
            </Button>
            <Button variant="quiet" onPress={() => setReason(null)}>
              {t("bundles.cancel")}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
