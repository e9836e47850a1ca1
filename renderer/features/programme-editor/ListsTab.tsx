import { type DraftProgramme, withoutTargetGroup } from "../../../shared/domain/programme-editing/draft.ts";
import { DateField } from "../../components/DateField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import type { ChangeDraft } from "./DocumentTab.tsx";
import { LineList } from "./LineList.tsx";

interface ListsTabProps {
  readonly draft: DraftProgramme;
  readonly change: ChangeDraft;
}

const without = <T,>(lines: readonly T[], index: number): T[] => lines.filter((_, at) => at !== index);
const withLine = <T,>(lines: readonly T[], index: number, line: T): T[] =>
  lines.map((before, at) => (at === index ? line : before));
const renumbered = <T extends { readonly number: number }>(lines: readonly T[]): T[] =>
  lines.map((line, index) => ({ ...line, number: index + 1 }));

/** Legal bases, target groups, task groups, tasks: lines of text. */
export function ListsTab({ draft, change }: ListsTabProps) {
  const t = useText();
  const set = (fields: Partial<DraftProgramme>) => change((before) => ({ ...before, ...fields }));
  const { legalBases, contentBlocks, notes } = draft;
  const texts = (key: "contentBlocks" | "notes", lines: readonly string[]) => (
    <LineList
      title={t(`programmeEditor.list.${key}`)}
      lines={lines}
      onAdd={() => set({ [key]: [...lines, ""] })}
      onRemove={(index) => set({ [key]: without(lines, index) })}
      render={(text, index) => (
        <TextField
          label={lineLabel(key, index)}
          value={text}
          onChange={(typed) => set({ [key]: withLine(lines, index, typed) })}
          maxLength={2000}
        />
      )}
    />
  );
  const lineLabel = (
    key: "contentBlocks" | "notes" | "targetGroups" | "taskGroups" | "tasks",
    index: number,
  ) => t("programmeEditor.list.item", { list: t(`programmeEditor.list.${key}`), number: index + 1 });
  return (
    <div className="editor-lists">
      <LineList
        title={t("programmeEditor.list.bases")}
        lines={legalBases}
        onAdd={() =>
          set({ legalBases: [...legalBases, { symbol: null, date: null, issuer: "", subject: "" }] })
        }
        onRemove={(index) => set({ legalBases: without(legalBases, index) })}
        render={(basis, index) => {
          const setBasis = (fields: Partial<typeof basis>) =>
            set({ legalBases: withLine(legalBases, index, { ...basis, ...fields }) });
          return (
            <div className="basis-row">
              <TextField
                label={t("programmeEditor.list.symbol")}
                value={basis.symbol ?? ""}
                onChange={(symbol) => setBasis({ symbol: symbol === "" ? null : symbol })}
                maxLength={200}
              />
              <DateField
                label={t("programmeEditor.list.date")}
                value={basis.date}
                onChange={(date) => setBasis({ date })}
              />
              <TextField
                label={t("programmeEditor.list.issuer")}
                value={basis.issuer}
                onChange={(issuer) => setBasis({ issuer })}
                maxLength={500}
              />
              <TextField
                label={t("programmeEditor.list.subject")}
                value={basis.subject}
                onChange={(subject) => setBasis({ subject })}
                maxLength={2000}
              />
            </div>
          );
        }}
      />
      <LineList
        title={t("programmeEditor.list.targetGroups")}
        lines={draft.targetGroups}
        onAdd={() =>
          set({ targetGroups: [...draft.targetGroups, { number: draft.targetGroups.length + 1, title: "" }] })
        }
        onRemove={(index) => change((before) => withoutTargetGroup(before, index))}
        render={(group, index) => (
          <TextField
            label={lineLabel("targetGroups", index)}
            value={group.title}
            onChange={(title) =>
              set({ targetGroups: withLine(draft.targetGroups, index, { ...group, title }) })
            }
            maxLength={2000}
          />
        )}
      />
      <LineList
        title={t("programmeEditor.list.taskGroups")}
        lines={draft.taskGroups}
        onAdd={() =>
          set({
            taskGroups: [...draft.taskGroups, { number: draft.taskGroups.length + 1, code: null, title: "" }],
          })
        }
        onRemove={(index) => set({ taskGroups: renumbered(without(draft.taskGroups, index)) })}
        render={(group, index) => (
          <TextField
            label={lineLabel("taskGroups", index)}
            value={group.title}
            onChange={(title) => set({ taskGroups: withLine(draft.taskGroups, index, { ...group, title }) })}
            maxLength={2000}
          />
        )}
      />
      <LineList
        title={t("programmeEditor.list.tasks")}
        lines={draft.tasks}
        onAdd={() => set({ tasks: [...draft.tasks, { number: draft.tasks.length + 1, title: "" }] })}
        onRemove={(index) => set({ tasks: renumbered(without(draft.tasks, index)) })}
        render={(task, index) => (
          <TextField
            label={lineLabel("tasks", index)}
            value={task.title}
            onChange={(title) => set({ tasks: withLine(draft.tasks, index, { ...task, title }) })}
            maxLength={2000}
          />
        )}
      />
      {texts("contentBlocks", contentBlocks)}
      {texts("notes", notes)}
    </div>
  );
}
