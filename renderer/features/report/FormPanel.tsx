import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

interface FormPanelProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly onClose: () => void;
}

const KINDS = ["blank", "named", "filled"] as const;
type Kind = (typeof KINDS)[number];

/** Entry forms for paper: blank, with names, or filled. */
export function FormPanel({ form, period, onClose }: FormPanelProps) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("blank");
  const opened = useQuery(api.entries.open.queryOptions({ input: { form, period } }));
  const units = opened.data?.units.map(({ uid }) => uid) ?? [];
  const save = useMutation({
    mutationFn: async () => {
      const offer = await api.report.writeEntryForm.call({
        form,
        period,
        units: kind === "blank" ? null : units,
        isFilled: kind === "filled",
      });
      await saveDownload(offer);
    },
    onSuccess: () => showToast(t("report.offered")),
  });
  const isEmpty = kind !== "blank" && units.length === 0;
  return (
    <SidePanel title={t("report.forms")} onClose={onClose}>
      <p>{t("report.form.lead")}</p>
      <RadioGroup
        label={t("report.forms")}
        value={kind}
        onChange={setKind}
        options={KINDS.map((id) => ({ id, label: t(`report.form.${id}`) }))}
      />
      {isEmpty && opened.data && <Callout tone="info">{t("report.form.none")}</Callout>}
      {save.error && (
        <Callout tone="danger">
          <ErrorWords error={save.error} />
        </Callout>
      )}
      <Button variant="primary" isPending={save.isPending} isDisabled={isEmpty} onPress={() => save.mutate()}>
        {t("report.form.save")}
      </Button>
    </SidePanel>
  );
}
