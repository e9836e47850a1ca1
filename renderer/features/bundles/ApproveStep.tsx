import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

/** Everything is in order: one button, and what it means. */
export function ApproveStep({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const queries = useQueryClient();
  const approve = useMutation(
    api.submissions.approve.mutationOptions({
      onSuccess: async () => queries.invalidateQueries({ queryKey: api.key() }),
    }),
  );
  return (
    <section>
      <Callout tone="success">{t("bundles.clean")}</Callout>
      <p>{t("bundles.approveLead")}</p>
      {approve.error && (
        <Callout tone="danger">
          <ErrorWords error={approve.error} />
        </Callout>
      )}
      <Button
        variant="primary"
        isPending={approve.isPending}
        onPress={() => approve.mutate({ form: prepared.form, period: prepared.period })}
      >
        {t("bundles.approve")}
      </Button>
    </section>
  );
}
