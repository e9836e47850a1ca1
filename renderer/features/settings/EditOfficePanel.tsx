import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OfficeDetails } from "../../../shared/contract/office-details.ts";
import { UNIT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { OFFICE_KINDS } from "../../../shared/domain/org-unit.ts";
import { api } from "../../api/api.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { Select } from "../../components/Select.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { printDate } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";
import { draftOfOffice, LETTERHEAD_LINES, missingOf, type OfficeDraft, withNames } from "./office-draft.ts";

interface EditOfficePanelProps {
  readonly details: OfficeDetails;
  readonly isReceiver: boolean;
  readonly today: string;
  readonly onClose: () => void;
}

/** Changes of the office from a day on; what held before stays as it was. */
export function EditOfficePanel({ details, isReceiver, today, onClose }: EditOfficePanelProps) {
  const t = useText();
  const label = useLabel();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(draftOfOffice(details));
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today);
  const [decisionNumber, setDecisionNumber] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const missing = missingOf(draft);
  const save = useMutation(
    api.office.setDetails.mutationOptions({
      onSuccess: async () => {
        showToast(t("settings.office.saved", { date: printDate(effectiveOn) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
      },
    }),
  );

  const isChanged = useChanged([draft, effectiveOn, decisionNumber]);

  function submit() {
    setIsChecked(true);
    if (effectiveOn === null || missing.size > 0) return;
    save.mutate({
      effectiveOn,
      decisionNumber: nullIfBlank(decisionNumber),
      name: draft.name,
      kind: draft.kind,
      parentCode: nullIfBlank(draft.parentCode),
      parentName: nullIfBlank(draft.parentName),
      letterhead: draft.letterhead,
    });
  }

  const change = (names: Partial<Omit<OfficeDraft, "letterhead">>) => setDraft(withNames(draft, names));
  const errorOf = (field: "name" | "issuerLine" | "parentName") =>
    isChecked && missing.has(field) ? t("shell.required") : undefined;
  const kinds = OFFICE_KINDS.filter((kind) => (kind === "provincialFederation") === isReceiver);
  return (
    <SidePanel
      title={t("settings.office.editTitle")}
      onClose={onClose}
      isDirty={isChanged && !save.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <DateField
          label={t("settings.office.effectiveOn")}
          description={t("settings.office.effectiveHint")}
          value={effectiveOn}
          onChange={setEffectiveOn}
          errorMessage={isChecked && effectiveOn === null ? t("shell.required") : undefined}
          isRequired
        />
        <TextField
          label={t("settings.office.decisionNumber")}
          value={decisionNumber}
          onChange={setDecisionNumber}
        />
        <TextField
          label={t("settings.office.name")}
          value={draft.name}
          onChange={(name) => change({ name })}
          errorMessage={errorOf("name")}
          isRequired
          autoFocus
        />
        {kinds.length > 1 && (
          <Select
            label={t("settings.office.kind")}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={kinds.map((id) => ({ id, label: label(UNIT_KIND_LABELS[id]) }))}
          />
        )}
        <TextField
          label={t("settings.office.parentCode")}
          value={draft.parentCode}
          onChange={(parentCode) => change({ parentCode })}
        />
        <TextField
          label={t("settings.office.parentName")}
          value={draft.parentName}
          onChange={(parentName) => change({ parentName })}
          errorMessage={errorOf("parentName")}
        />
        {LETTERHEAD_LINES.map((line) => (
          <TextField
            key={line}
            label={t(`settings.office.${line}`)}
            description={line === "symbolSuffix" ? t("settings.office.symbolHint") : undefined}
            value={draft.letterhead[line]}
            onChange={(text) => setDraft({ ...draft, letterhead: { ...draft.letterhead, [line]: text } })}
            errorMessage={line === "issuerLine" ? errorOf("issuerLine") : undefined}
            isRequired={line === "issuerLine"}
          />
        ))}
        <FormActions call={save} submitLabel={t("shell.save")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}

function nullIfBlank(text: string): string | null {
  return text.trim() === "" ? null : text;
}
