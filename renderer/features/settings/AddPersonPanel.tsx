import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { PERSON_ROLES, type PersonRole } from "../../../shared/contract/office.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

export function AddPersonPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [roles, setRoles] = useState<readonly PersonRole[]>(["clerk"]);
  const [isChecked, setIsChecked] = useState(false);
  const add = useMutation(
    api.office.addPerson.mutationOptions({
      onSuccess: (status) => {
        queries.setQueryData(api.office.status.queryKey(), status);
        showToast(t("settings.people.added", { name }));
        onClose();
      },
    }),
  );

  function submit() {
    setIsChecked(true);
    if (name.trim() === "" || roles.length === 0) return;
    add.mutate({ name, title: title.trim() === "" ? null : title, roles: [...roles] });
  }

  return (
    <SidePanel title={t("settings.people.addTitle")} onClose={onClose}>
      <Form className="panel-form" onSubmit={submit}>
        <TextField
          label={t("settings.people.name")}
          value={name}
          onChange={setName}
          errorMessage={isChecked && name.trim() === "" ? t("shell.required") : undefined}
          isRequired
          autoFocus
        />
        <TextField
          label={t("settings.people.jobTitle")}
          description={t("settings.people.jobTitleHint")}
          value={title}
          onChange={setTitle}
        />
        <fieldset className="check-list">
          <legend>{t("settings.people.roles")}</legend>
          {PERSON_ROLES.map((role) => (
            <Checkbox
              key={role}
              isSelected={roles.includes(role)}
              onChange={(isSelected: boolean) =>
                setRoles(isSelected ? [...roles, role] : roles.filter((other) => other !== role))
              }
            >
              {t(`labels.role.${role}`)}
            </Checkbox>
          ))}
          {isChecked && roles.length === 0 && <p className="field-error">{t("settings.people.pickRole")}</p>}
        </fieldset>
        {add.error && (
          <Callout tone="danger">
            <ErrorWords error={add.error} />
          </Callout>
        )}
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t("settings.people.add")}
          </Button>
          <Button onPress={onClose}>{t("shell.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
