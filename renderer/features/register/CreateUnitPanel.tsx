import { isDefinedError } from "@orpc/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { EMPTY_UNIT, fieldsOf } from "./unit-draft.ts";
import { UnitFields } from "./UnitFields.tsx";

interface CreateUnitPanelProps {
  readonly onClose: () => void;
  readonly onCreated: (uid: string) => void;
}

export function CreateUnitPanel({ onClose, onCreated }: CreateUnitPanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [draft, setDraft] = useState(EMPTY_UNIT);
  const [establishedOn, setEstablishedOn] = useState<string | null>(null);
  const [decisionNumber, setDecisionNumber] = useState("");
  const [decidedOn, setDecidedOn] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation(
    api.units.create.mutationOptions({
      onSuccess: async ({ unit }) => {
        showToast(t("register.unit.created", { name: unit.name }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onCreated(unit.uid);
      },
    }),
  );

  const isChanged = useChanged([code, draft, establishedOn, decisionNumber, decidedOn]);

  function submit() {
    setIsChecked(true);
    if (code.trim() === "" || draft.name.trim() === "" || establishedOn === null) return;
    create.mutate({
      code,
      ...fieldsOf(draft),
      establishedOn,
      decisionNumber: decisionNumber.trim() === "" ? null : decisionNumber,
      decidedOn,
    });
  }

  // Said at the field, until another code stands in it.
  const taken =
    create.error && isDefinedError(create.error) && create.error.code === "CODE_TAKEN" ? create.error : null;
  const codeError =
    taken && create.variables?.code === code
      ? t("errors.CODE_TAKEN.what", { name: taken.data.name })
      : undefined;
  const missing = (isMissing: boolean) => (isChecked && isMissing ? t("shell.required") : undefined);
  return (
    <SidePanel
      title={t("register.unit.createTitle")}
      onClose={onClose}
      isDirty={isChanged && !create.isPending}
    >
      <Form className="panel-form" onSubmit={submit} refused={taken}>
        <TextField
          label={t("register.unit.code")}
          value={code}
          onChange={setCode}
          errorMessage={codeError ?? missing(code.trim() === "")}
          isRequired
          autoFocus
        />
        <UnitFields draft={draft} onChange={setDraft} nameError={missing(draft.name.trim() === "")} />
        <DateField
          label={t("register.unit.establishedOn")}
          value={establishedOn}
          onChange={setEstablishedOn}
          errorMessage={missing(establishedOn === null)}
          isRequired
        />
        <TextField
          label={t("register.unit.decisionNumber")}
          value={decisionNumber}
          onChange={setDecisionNumber}
        />
        <DateField label={t("register.unit.decidedOn")} value={decidedOn} onChange={setDecidedOn} />
        <FormActions
          call={{ error: taken ? null : create.error, isPending: create.isPending }}
          submitLabel={t("register.unit.create")}
          onCancel={onClose}
        />
      </Form>
    </SidePanel>
  );
}
