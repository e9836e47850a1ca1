import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isReadOnly } from "../../../shared/domain/programme-editing/programme-state.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { AllocatePanel } from "./AllocatePanel.tsx";
import { RevisePanel } from "./RevisePanel.tsx";
import { StatePanel } from "./StatePanel.tsx";
import { VerdictPanel } from "./VerdictPanel.tsx";
import "./programme-editor.css";

type Tab = "state" | "revise" | "allocate" | "verdict";

/** An issued programme: its state, decisions that change targets, shares given to units, verdicts by a person. */
export function ManagePage() {
  const t = useText();
  const { code } = useParams({ from: "/programmes/$code/manage" });
  const { tab: first = "state" } = useSearch({ from: "/programmes/$code/manage" });
  const [tab, setTab] = useState<Tab>(first);
  const shown = useQuery(api.programmes.show.queryOptions({ input: { code } }));
  if (shown.isPending) return <p className="page">{t("shell.loading")}</p>;
  if (shown.error)
    return (
      <div className="page">
        <ErrorCallout error={shown.error} />
        <Link to="/programmes">{t("shell.back")}</Link>
      </div>
    );
  const { programme, allocations } = shown.data;
  const isClosed = isReadOnly(programme.state);
  const tabs: readonly Tab[] = isClosed ? ["state"] : ["state", "revise", "allocate", "verdict"];
  const content: Readonly<Record<Tab, React.ReactNode>> = {
    state: <StatePanel programme={programme} />,
    revise: <RevisePanel programme={programme} />,
    allocate: <AllocatePanel programme={programme} allocations={allocations} />,
    verdict: <VerdictPanel programme={programme} />,
  };
  return (
    <div className="page programme-editor">
      <nav className="crumbs">
        <Link to="/programmes">{t("programmes.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <Link to="/programmes/$code" params={{ code }}>
          {code}
        </Link>{" "}
        <span aria-hidden="true">›</span> <span>{t("programmeEditor.managing.title")}</span>
      </nav>
      <header className="page-head">
        <h1>{programme.title}</h1>
        <Badge tone="accent">{t(`labels.programmeState.${programme.state}`)}</Badge>
      </header>
      {isClosed && <Callout tone="info">{t("programmeEditor.managing.readOnly")}</Callout>}
      <Tabs
        label={t("programmeEditor.managing.title")}
        selected={tabs.includes(tab) ? tab : "state"}
        onSelect={setTab}
        tabs={tabs.map((id) => ({
          id,
          label: t(`programmeEditor.managing.tabs.${id}`, {
            number: programme.targets.filter(({ qualitative }) => qualitative).length,
          }),
          content: content[id],
        }))}
      />
    </div>
  );
}
