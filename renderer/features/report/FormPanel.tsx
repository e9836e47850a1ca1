import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { api, client } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { useJob } from "../../api/use-job.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { JobBar } from "../../components/JobBar.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

interface FormPanelProps {
  readonly form: Rhythm;
  readonly period: string;
  readonly onClose: () => void;
}

/** As the program puts into one file. */
const FORMS_A_FILE = 50;
const KINDS = ["blank", "named", "filled"] as const;
type Kind = (typeof KINDS)[number];

/** Entry forms for paper: blank, with names, or filled. */
export function FormPanel({ form, period, onClose }: FormPanelProps) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("blank");
  const opened = useQuery(api.entries.open.queryOptions({ input: { form, period } }));
  const units = opened.data?.units.map(({ uid }) => uid) ?? [];
  const [saveError, setSaveError] = useState<unknown>(null);
  const job = useJob(
    (signal) => {
      setSaveError(null);
      const wanted = kind === "blank" ? null : units;
      return client.report.writeEntryForm(
        { form, period, units: wanted, isFilled: kind === "filled" },
        { signal },
      );
    },
    (offer) => {
      saveDownload(offer).then(() => showToast(t("report.offered")), setSaveError);
    },
  );
  const error = job.error ?? saveError;
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
      {kind !== "blank" && units.length > FORMS_A_FILE && <p className="quiet">{t("report.form.zipped")}</p>}
      {job.isRunning && <JobBar label={t("report.form.writing")} job={job} />}
      {job.wasCancelled && <Callout tone="info">{t("shell.cancelled")}</Callout>}
      <ErrorCallout error={error} />
      <Button
        variant="primary"
        isPending={job.isRunning}
        isDisabled={isEmpty || opened.isPending}
        onPress={() => job.start()}
      >
        {t("report.form.save")}
      </Button>
    </SidePanel>
  );
}
