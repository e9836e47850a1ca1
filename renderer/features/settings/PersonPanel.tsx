import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Person, PERSON_ROLES, type PersonRole } from "../../../shared/contract/office.ts";
import { api } from "../../api/api.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";

interface PersonPanelProps {
  /** null: a new one. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

export function PersonPanel({ person, onClose }: PersonPanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [name, setName] = useState(person?.name ?? "");
  const [title, setTitle] = useState(person?.title ?? "");
  const [roles, setRoles] = useState<readonly PersonRole[]>(person?.roles ?? ["clerk"]);
  const [isChecked, setIsChecked] = useState(false);
  const save = useMutation({
    mutationFn: async (fields: Parameters<typeof api.office.addPerson.call>[0]) =>
      person === null
        ? api.office.addPerson.call(fields)
        : api.office.updatePerson.call({ id: person.id, ...fields }),
    onSuccess: (status) => {
      queries.setQueryData(api.office.status.queryKey(), status);
      showToast(t(person === null ? "settings.people.added" : "settings.people.changed", { name }));
      onClose();
    },
  });

  const isChanged = useChanged([name, title, roles]);

  function submit() {
    setIsChecked(true);
    if (name.trim() === "" || roles.length === 0) return;
    save.mutate({ name, title: title.trim() === "" ? null : title, roles: [...roles] });
  }

  return (
    <SidePanel
      title={t(person === null ? "settings.people.addTitle" : "settings.people.editTitle")}
      onClose={onClose}
      isDirty={isChanged && !save.isPending}
    >
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
        <FormActions
          call={save}
          submitLabel={t(person === null ? "settings.people.add" : "shell.save")}
          onCancel={onClose}
        />
      </Form>
    </SidePanel>
  );
}
