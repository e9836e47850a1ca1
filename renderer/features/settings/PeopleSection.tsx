import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OfficeInfo, Person } from "../../../shared/contract/office.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { PersonPanel } from "./PersonPanel.tsx";

export function PeopleSection({ office }: { readonly office: OfficeInfo }) {
  const t = useText();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Person | "new" | null>(null);
  const { ask, question } = useLeaveQuestion();
  const setOnDuty = useMutation(
    api.office.setCurrentPerson.mutationOptions({
      onSuccess: (status) => queries.setQueryData(api.office.status.queryKey(), status),
    }),
  );
  const addButton = (
    <Button variant="primary" onPress={() => ask(() => setOpen("new"))}>
      {t("settings.people.add")}
    </Button>
  );
  return (
    <>
      <p>{t("settings.people.lead")}</p>
      <ErrorCallout error={setOnDuty.error} />
      {office.people.length === 0 ? (
        <EmptyState title={t("settings.people.empty.title")} action={addButton}>
          {t("settings.people.empty.lead")}
        </EmptyState>
      ) : (
        <>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("settings.people.name")}</th>
                <th scope="col">{t("settings.people.jobTitle")}</th>
                <th scope="col">{t("settings.people.roles")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {office.people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">{person.name}</th>
                  <td>{person.title === "" ? t("shell.none") : person.title}</td>
                  <td>{person.roles.map((role) => t(`labels.role.${role}`)).join(", ")}</td>
                  <td className="nowrap">
                    <Button
                      variant="quiet"
                      aria-label={t("settings.people.editOf", { name: person.name })}
                      onPress={() => ask(() => setOpen(person))}
                    >
                      {t("settings.people.edit")}
                    </Button>
                    {person.id === office.currentPersonId ? (
                      <Badge tone="good">{t("settings.people.onDuty")}</Badge>
                    ) : (
                      <Button variant="quiet" onPress={() => setOnDuty.mutate({ personId: person.id })}>
                        {t("settings.people.setOnDuty")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="form-actions">{addButton}</div>
        </>
      )}
      {open !== null && (
        <PersonPanel
          key={open === "new" ? "new" : open.id}
          person={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      {question}
    </>
  );
}
