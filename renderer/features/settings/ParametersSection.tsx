import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OfficeInfo } from "../../../shared/contract/office.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

export function ParametersSection({ office }: { readonly office: OfficeInfo }) {
  const t = useText();
  const queries = useQueryClient();
  const [threshold, setThreshold] = useState<number | null>(office.largeWorkforceThreshold);
  const save = useMutation(
    api.office.setParameters.mutationOptions({
      onSuccess: async () => {
        showToast(t("settings.parameters.saved"));
        // Verdicts depend on the threshold.
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  return (
    <Form
      className="panel-form"
      onSubmit={() => {
        if (threshold !== null) save.mutate({ largeWorkforceThreshold: threshold });
      }}
    >
      <NumberField
        label={t("settings.parameters.threshold")}
        description={t("settings.parameters.thresholdHint")}
        value={threshold}
        onChange={setThreshold}
        minValue={1}
        maxValue={100_000}
        errorMessage={threshold === null ? t("shell.required") : undefined}
      />
      <ErrorCallout error={save.error} />
      <div className="form-actions">
        <Button
          type="submit"
          variant="primary"
          isPending={save.isPending}
          isDisabled={threshold === null || threshold === office.largeWorkforceThreshold}
        >
          {t("shell.save")}
        </Button>
      </div>
    </Form>
  );
}
