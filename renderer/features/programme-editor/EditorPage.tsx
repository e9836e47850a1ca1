import { isDefinedError } from "@orpc/client";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { readDraft } from "../../../shared/catalogue/programme-draft.ts";
import type { DraftView } from "../../../shared/contract/programme-editing.ts";
import { differencesBetween } from "../../../shared/domain/programme-editing/difference.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Tabs } from "../../components/Tabs.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";
import { CommitteeTab } from "./CommitteeTab.tsx";
import { DifferenceTab } from "./DifferenceTab.tsx";
import { DocumentTab } from "./DocumentTab.tsx";
import { type DraftCalls, DraftStore } from "./draft-store.ts";
import { IssueTab } from "./IssueTab.tsx";
import { ListsTab } from "./ListsTab.tsx";
import { TargetsTab } from "./TargetsTab.tsx";
import "./programme-editor.css";

/** A draft, opened afresh each time: what stands at the program is the truth. */
export function EditorPage() {
  const t = useText();
  const { code } = useParams({ from: "/programmes/-/$code" });
  const [openings, setOpenings] = useState(0);
  const opened = useQuery({
    ...api.programmeEditing.open.queryOptions({ input: { code } }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: "always",
  });
  if (opened.error)
    return (
      <div className="page">
        <ErrorCallout error={opened.error} />
        <Link to="/programmes">{t("shell.back")}</Link>
      </div>
    );
  if (opened.data === undefined || opened.data.code !== code)
    return <p className="page">{t("shell.loading")}</p>;
  return (
    <Editor
      key={`${code} ${openings}`}
      view={opened.data}
      onReopen={() => void opened.refetch().then(() => setOpenings((before) => before + 1))}
    />
  );
}

const CALLS: DraftCalls = {
  save: (input) => api.programmeEditing.save.call(input),
  undo: (input) => api.programmeEditing.undo.call(input),
};

type Tab = "document" | "bases" | "targets" | "committee" | "difference" | "issue";

function Editor({ view, onReopen }: { readonly view: DraftView; readonly onReopen: () => void }) {
  const t = useText();
  const [store] = useState(() => new DraftStore(view, CALLS));
  const { draft, save, error, canUndo, canRedo } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [tab, setTab] = useState<Tab>("document");
  const [chosen, setChosen] = useState<string | null>(draft.targets[0]?.id ?? null);
  useKept(store);
  const { faults } = useMemo(() => readDraft(draft), [draft]);
  const parent = useQuery({
    ...api.programmes.show.queryOptions({ input: { code: draft.derivedFrom ?? "" } }),
    enabled: draft.derivedFrom !== undefined,
  });
  const differences = parent.data
    ? differencesBetween(parent.data.programme.targets, draft.targets)
    : undefined;
  const change = (update: Parameters<DraftStore["change"]>[0]) => store.change(update);

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    // Inside a text the browser takes back what was typed there.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    void store.step(key === "y" || event.shiftKey ? "forward" : "back");
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Z from anywhere on the page
    <div className="page programme-editor" onKeyDown={onKeyDown} onBlur={() => void store.flush()}>
      <nav className="crumbs">
        <Link to="/programmes">{t("programmes.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <Link to="/programmes/-">{t("programmeEditor.start.title")}</Link> <span aria-hidden="true">›</span>{" "}
        <span>{view.code}</span>
      </nav>
      <header className="page-head">
        <h1>{draft.title === "" ? view.code : draft.title}</h1>
        <Badge tone="accent">{t(`labels.programmeState.${draft.state}`)}</Badge>
        <div className="page-actions">
          <span className="draft-save" role="status">
            {t(`programmeEditor.${save === "failed" ? "notSaved" : save}`)}
          </span>
          <Button isDisabled={!canUndo} onPress={() => void store.step("back")}>
            {t("programmeEditor.undo")}
          </Button>
          <Button isDisabled={!canRedo} onPress={() => void store.step("forward")}>
            {t("programmeEditor.redo")}
          </Button>
        </div>
      </header>
      {error !== null && (
        <Callout
          tone="danger"
          action={
            <>
              <Button onPress={() => void store.flush()}>{t("programmeEditor.tryAgain")}</Button>{" "}
              {error instanceof Error && isDefinedError(error) && (
                <Button onPress={onReopen}>{t("programmeEditor.reload")}</Button>
              )}
            </>
          }
        >
          <ErrorWords error={error} />
        </Callout>
      )}
      <Tabs
        label={t("programmeEditor.start.title")}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: "document",
            label: t("programmeEditor.tabs.document"),
            content: <DocumentTab draft={draft} change={change} />,
          },
          {
            id: "bases",
            label: t("programmeEditor.tabs.bases"),
            content: <ListsTab draft={draft} change={change} />,
          },
          {
            id: "targets",
            label: t("programmeEditor.tabs.targets", { number: draft.targets.length }),
            content: (
              <TargetsTab
                draft={draft}
                change={change}
                faults={faults}
                chosen={chosen}
                onChoose={setChosen}
              />
            ),
          },
          {
            id: "committee",
            label: t("programmeEditor.tabs.committee"),
            content: <CommitteeTab committee={draft.steeringCommittee} change={change} />,
          },
          ...(differences && parent.data
            ? [
                {
                  id: "difference" as const,
                  label: t("programmeEditor.tabs.difference", { number: differences.length }),
                  content: <DifferenceTab parent={parent.data.programme} differences={differences} />,
                },
              ]
            : []),
          {
            id: "issue",
            label:
              faults.length === 0
                ? t("programmeEditor.tabs.issue")
                : t("programmeEditor.tabs.issueFaults", { number: faults.length }),
            content: (
              <IssueTab
                store={store}
                draft={draft}
                faults={faults}
                onGoTo={(fault) => {
                  const isTarget = fault.item !== null && draft.targets.some(({ id }) => id === fault.item);
                  if (isTarget) setChosen(fault.item);
                  setTab(
                    isTarget
                      ? "targets"
                      : /^(legalBases|contentBlocks|targetGroups|taskGroups|tasks|notes)/.test(fault.path)
                        ? "bases"
                        : fault.path.startsWith("steeringCommittee")
                          ? "committee"
                          : "document",
                  );
                }}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

/** What is typed is kept when the page is left, however it is left. */
function useKept(store: DraftStore): void {
  useEffect(() => {
    const keep = () => void store.flush();
    window.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", keep);
      keep();
    };
  }, [store]);
}
