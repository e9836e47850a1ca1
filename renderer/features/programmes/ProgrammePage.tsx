import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";
import { ProgrammeCommittee } from "./ProgrammeCommittee.tsx";
import { ProgrammeFacts } from "./ProgrammeFacts.tsx";
import { ProgrammeLegalBases } from "./ProgrammeLegalBases.tsx";
import { ProgrammeNotes } from "./ProgrammeNotes.tsx";
import { ProgrammeResults } from "./ProgrammeResults.tsx";
import { ProgrammeTargets } from "./ProgrammeTargets.tsx";
import { ProgrammeTasks } from "./ProgrammeTasks.tsx";
import { UnadoptProgramme } from "./UnadoptProgramme.tsx";
import "./programmes.css";

const TABS = ["targets", "results", "tasks", "legalBases", "committee", "notes"] as const;
type Tab = (typeof TABS)[number];

/** The whole definition of a programme, as adopted or as in the catalogue. */
export function ProgrammePage() {
  const t = useText();
  const isEnglish = useLanguage() === "en";
  const queries = useQueryClient();
  const year = useWorkingYear();
  const { code } = useParams({ from: "/programmes/$code" });
  const { target: marked } = useSearch({ from: "/programmes/$code" });
  const [chosen, setChosen] = useState<Tab | null>(null);
  const shown = useQuery(api.programmes.show.queryOptions({ input: { code } }));
  const office = useQuery(api.office.status.queryOptions());
  const adopt = useMutation(
    api.programmes.adopt.mutationOptions({
      onSuccess: async ({ title }) => {
        showToast(t("programmes.adoptedToast", { title }));
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  if (shown.isPending) return <p className="page">{t("shell.loading")}</p>;
  if (shown.error) {
    return (
      <div className="page">
        <ErrorCallout error={shown.error} />
        <Link to="/programmes">{t("shell.back")}</Link>
      </div>
    );
  }
  const { summary, programme, allocations } = shown.data;
  const content: Readonly<Record<Tab, { readonly count: number; readonly page: React.ReactNode }>> = {
    targets: {
      count: programme.targets.length,
      page: <ProgrammeTargets programme={programme} allocations={allocations} marked={marked ?? null} />,
    },
    results: { count: programme.results.length, page: <ProgrammeResults results={programme.results} /> },
    tasks: {
      count: programme.taskGroups.length + programme.tasks.length,
      page: <ProgrammeTasks programme={programme} />,
    },
    legalBases: {
      count: programme.legalBases.length,
      page: <ProgrammeLegalBases legalBases={programme.legalBases} />,
    },
    committee: {
      count: programme.steeringCommittee === null ? 0 : 1,
      page: <ProgrammeCommittee committee={programme.steeringCommittee} />,
    },
    notes: { count: programme.notes.length, page: <ProgrammeNotes notes={programme.notes} /> },
  };
  // A past review has results and no targets: it opens where it has something to say.
  const first = TABS.find((tab) => content[tab].count > 0) ?? "targets";
  return (
    <div className="page programmes">
      <nav className="crumbs">
        <Link to="/programmes">{t("programmes.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <span>{programme.code}</span>
      </nav>
      <header className="page-head">
        <h1>{isEnglish ? programme.titleEnglish : programme.title}</h1>
        <div className="page-actions">
          {summary.adoptedAt !== null && office.data?.office?.role === "receiver" && (
            <Link className="link-button" to="/programmes/$code/down" params={{ code }}>
              {t("downward.open")}
            </Link>
          )}
          {summary.adoptedAt !== null && (
            <Link className="link-button" to="/programmes/$code/manage" params={{ code }}>
              {t("programmeEditor.manage")}
            </Link>
          )}
          {programme.targets.length > 0 && (
            <Link className="link-button" to="/programmes/-" search={{ from: code }}>
              {t("programmeEditor.derive")}
            </Link>
          )}
          {summary.adoptedAt !== null && summary.isBuiltIn && (
            <UnadoptProgramme code={code} title={isEnglish ? programme.titleEnglish : programme.title} />
          )}
          {summary.adoptedAt === null ? (
            <Button variant="primary" isPending={adopt.isPending} onPress={() => adopt.mutate({ code })}>
              {t("programmes.adopt")}
            </Button>
          ) : (
            programme.targets.length > 0 && (
              <Link
                className="link-button"
                to="/evaluation/$programme/$period"
                params={{ programme: code, period: String(year) }}
              >
                {t("programmes.evaluate")}
              </Link>
            )
          )}
        </div>
      </header>
      <ErrorCallout error={adopt.error} />
      <ProgrammeFacts programme={programme} summary={summary} />
      <Tabs
        label={programme.title}
        selected={chosen ?? (marked === undefined ? first : "targets")}
        onSelect={setChosen}
        tabs={TABS.map((id) => ({
          id,
          label: `${t(`programmes.tabs.${id}`)} (${content[id].count})`,
          content: content[id].page,
        }))}
      />
    </div>
  );
}
