import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { OfficeInfo } from "../../shared/contract/office.ts";
import { api } from "../api/api.ts";
import { useText } from "../text/use-text.ts";

/** Who sits here now; recorded with every change from then on. */
export function PersonOnDuty({ office }: { readonly office: OfficeInfo }) {
  const t = useText();
  const queries = useQueryClient();
  const choose = useMutation(
    api.office.setCurrentPerson.mutationOptions({
      onSuccess: (status) => queries.setQueryData(api.office.status.queryKey(), status),
    }),
  );
  if (office.people.length === 0) {
    return (
      <Link className="header-person" to="/settings/{-$section}" params={{ section: "people" }}>
        {t("shell.noPerson")}
      </Link>
    );
  }
  return (
    <select
      className="header-person"
      aria-label={t("shell.person")}
      title={t("shell.person")}
      value={office.currentPersonId ?? ""}
      onChange={(event) => choose.mutate({ personId: Number(event.currentTarget.value) })}
    >
      {office.currentPersonId === null && <option value="">{t("shell.noPerson")}</option>}
      {office.people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.title === "" ? person.name : `${person.name} – ${person.title}`}
        </option>
      ))}
    </select>
  );
}
