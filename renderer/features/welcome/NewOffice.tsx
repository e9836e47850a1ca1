import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { OFFICE_KINDS, type OfficeKind } from "../../../shared/domain/org-unit.ts";
import { UNIT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { Select } from "../../components/Select.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useLabel, useText } from "../../text/use-text.ts";

const nullIfBlank = (text: string) => (text.trim() === "" ? null : text.trim());

export function NewOffice() {
  const t = useText();
  const label = useLabel();
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [kind, setKind] = useState<OfficeKind>("districtFederation");
  const [parentCode, setParentCode] = useState("");
  const [parentName, setParentName] = useState("");
  const [personName, setPersonName] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation(
    api.office.create.mutationOptions({
      onSuccess: (status) => queries.setQueryData(api.office.status.queryKey(), status),
    }),
  );

  function submit() {
    setIsChecked(true);
    if (code.trim() === "" || name.trim() === "") return;
    create.mutate({
      code,
      name,
      kind,
      parentCode: nullIfBlank(parentCode),
      parentName: nullIfBlank(parentName),
      personName: nullIfBlank(personName),
    });
  }

  const missing = (value: string) => (isChecked && value.trim() === "" ? t("shell.required") : undefined);
  return (
    <Form className="welcome-way" onSubmit={submit}>
      <h2>{t("welcome.newTitle")}</h2>
      <p>{t("welcome.newLead")}</p>
      <Select
        label={t("welcome.kind")}
        value={kind}
        onChange={setKind}
        options={OFFICE_KINDS.map((id) => ({ id, label: label(UNIT_KIND_LABELS[id]) }))}
      />
      <div className="welcome-pair">
        <TextField
          label={t("welcome.code")}
          description={t("welcome.codeHint")}
          value={code}
          onChange={setCode}
          errorMessage={missing(code)}
          isRequired
        />
        <TextField
          label={t("welcome.name")}
          value={name}
          onChange={setName}
          errorMessage={missing(name)}
          isRequired
        />
      </div>
      <div className="welcome-pair">
        <TextField label={t("welcome.parentCode")} value={parentCode} onChange={setParentCode} />
        <TextField label={t("welcome.parentName")} value={parentName} onChange={setParentName} />
      </div>
      <TextField
        label={t("welcome.personName")}
        description={t("welcome.personHint")}
        value={personName}
        onChange={setPersonName}
      />
      <ErrorCallout error={create.error} />
      <Button type="submit" variant="primary" isPending={create.isPending}>
        {t("welcome.create")}
      </Button>
    </Form>
  );
}
