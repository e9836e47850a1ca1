import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { EmployerRow } from "../../../shared/contract/units.ts";
import { EMPLOYER_TYPE_LABELS } from "../../../shared/domain/labels.ts";
import { EMPLOYER_TYPES, type EmployerType } from "../../../shared/domain/org-unit.ts";
import { api } from "../../api/api.ts";
import { ComboBox } from "../../components/ComboBox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { Select } from "../../components/Select.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useLabel, useText } from "../../text/use-text.ts";
import { EmployerUnions } from "./EmployerUnions.tsx";
import { LastStep } from "./LastStep.tsx";

interface EmployerPanelProps {
  /** null: a new one. */
  readonly employer: EmployerRow | null;
  readonly onClose: () => void;
}

const nullIfBlank = (text: string) => (text.trim() === "" ? null : text.trim());

export function EmployerPanel({ employer, onClose }: EmployerPanelProps) {
  const t = useText();
  const label = useLabel();
  const queries = useQueryClient();
  const status = useQuery(api.office.status.queryOptions());
  const units = useQuery(api.units.list.queryOptions({ input: {} }));
  const [code, setCode] = useState(employer?.code ?? "");
  const [name, setName] = useState(employer?.name ?? "");
  const [employerType, setEmployerType] = useState<EmployerType>(
    employer?.employerType ?? "privateEnterprise",
  );
  const [workforce, setWorkforce] = useState(employer?.workforce ?? null);
  const [taxCode, setTaxCode] = useState(employer?.taxCode ?? "");
  const [unitUid, setUnitUid] = useState(employer?.unitUid ?? null);
  // Undefined until somebody types: an emptied field is no day, not today again.
  const [typedDay, setTypedDay] = useState<string | null>();
  const [isChecked, setIsChecked] = useState(false);
  const refused = status.error ?? units.error;
  const effectiveOn = typedDay === undefined ? (status.data?.today ?? null) : typedDay;
  const save = useMutation({
    mutationFn: async (fields: Parameters<typeof api.units.createEmployer.call>[0]) =>
      employer === null
        ? api.units.createEmployer.call(fields)
        : api.units.updateEmployer.call({
            uid: employer.uid,
            effectiveOn: effectiveOn ?? "",
            ...fields,
            // What was not touched stays as it is on that day, which may be another union than today's.
            unitUid: fields.unitUid === employer.unitUid ? undefined : fields.unitUid,
          }),
    onSuccess: async (row) => {
      showToast(t("register.employers.saved", { name: row.name }));
      // Coverage of the register is judged on employers.
      await queries.invalidateQueries({ queryKey: api.key() });
      onClose();
    },
  });

  const isChanged = useChanged([code, name, employerType, workforce, taxCode, unitUid, typedDay]);

  function submit() {
    setIsChecked(true);
    if (name.trim() === "" || effectiveOn === null) return;
    save.mutate({
      code: nullIfBlank(code),
      name: name.trim(),
      employerType,
      workforce,
      taxCode: nullIfBlank(taxCode),
      unitUid,
    });
  }

  return (
    <SidePanel
      title={t(employer === null ? "register.employers.add" : "register.employers.edit")}
      onClose={onClose}
      isDirty={isChanged && !save.isPending}
    >
      <ErrorCallout error={refused} />
      <Form className="panel-form" onSubmit={submit}>
        <TextField
          label={t("register.columns.name")}
          value={name}
          onChange={setName}
          errorMessage={isChecked && name.trim() === "" ? t("shell.required") : undefined}
          isRequired
          autoFocus
        />
        <TextField label={t("register.columns.code")} value={code} onChange={setCode} />
        <Select
          label={t("register.columns.type")}
          value={employerType}
          onChange={setEmployerType}
          options={EMPLOYER_TYPES.map((id) => ({ id, label: label(EMPLOYER_TYPE_LABELS[id]) }))}
        />
        <TextField label={t("register.columns.taxCode")} value={taxCode} onChange={setTaxCode} />
        <NumberField
          label={t("register.columns.workers")}
          value={workforce}
          onChange={setWorkforce}
          minValue={0}
          maxValue={1_000_000}
        />
        <ComboBox
          label={t("register.employers.union")}
          value={unitUid}
          onChange={setUnitUid}
          options={(units.data?.units ?? []).map((unit) => ({
            id: unit.uid,
            label: `${unit.name} (${unit.code})`,
          }))}
        />
        {employer !== null && (
          <DateField
            label={t("register.employers.effectiveOn")}
            value={effectiveOn}
            onChange={setTypedDay}
            errorMessage={isChecked && effectiveOn === null ? t("shell.required") : undefined}
            isRequired
          />
        )}
        <FormActions call={save} submitLabel={t("shell.save")} onCancel={onClose} />
      </Form>
      {employer !== null && <EmployerUnions uid={employer.uid} />}
      {employer !== null && (
        <LastStep object="employer" uid={employer.uid} name={employer.name} onUndone={onClose} />
      )}
    </SidePanel>
  );
}
