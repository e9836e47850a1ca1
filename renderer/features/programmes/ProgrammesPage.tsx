import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { DraftTable } from "./DraftTable.tsx";
import { ImportProgramme } from "./ImportProgramme.tsx";
import { ProgrammeTable } from "./ProgrammeTable.tsx";
import "./programmes.css";

export function ProgrammesPage() {
  const t = useText();
  const queries = useQueryClient();
  const [isImporting, setIsImporting] = useState(false);
  const list = useQuery(api.programmes.list.queryOptions());
  const drafts = useQuery(api.programmeEditing.drafts.queryOptions());
  const adopt = useMutation(
    api.programmes.adopt.mutationOptions({
      onSuccess: async ({ title }) => {
        showToast(t("programmes.adoptedToast", { title }));
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  const adopted = list.data?.filter(({ adoptedAt }) => adoptedAt !== null) ?? [];
  const others = list.data?.filter(({ adoptedAt }) => adoptedAt === null) ?? [];
  return (
    <div className="page programmes">
      <header className="page-head">
        <h1>{t("programmes.title")}</h1>
        <div className="page-actions">
          <Link className="link-button" to="/programmes/-">
            {t("programmeEditor.start.title")}
          </Link>
          <Button onPress={() => setIsImporting(true)}>{t("programmes.importOwn")}</Button>
        </div>
      </header>
      {list.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={list.error} />
      <ErrorCallout error={drafts.error} />
      <ErrorCallout error={adopt.error} />
      {list.data && (
        <>
          <section>
            <h2>{t("programmes.adopted")}</h2>
            {adopted.length === 0 ? (
              <EmptyState title={t("programmes.empty.title")}>{t("programmes.empty.lead")}</EmptyState>
            ) : (
              <ProgrammeTable label={t("programmes.adopted")} programmes={adopted} />
            )}
          </section>
          {drafts.data && drafts.data.length > 0 && (
            <section>
              <h2>{t("programmes.drafts.title")}</h2>
              <DraftTable drafts={drafts.data} />
            </section>
          )}
          <section>
            <h2>{t("programmes.builtIn")}</h2>
            {others.length === 0 ? (
              <p>{t("programmes.allAdopted")}</p>
            ) : (
              <ProgrammeTable
                label={t("programmes.builtIn")}
                programmes={others}
                adopting={adopt.isPending ? adopt.variables.code : null}
                onAdopt={(code) => adopt.mutate({ code })}
              />
            )}
          </section>
        </>
      )}
      {isImporting && <ImportProgramme onClose={() => setIsImporting(false)} />}
    </div>
  );
}
