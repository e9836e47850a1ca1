import type { ProgrammeFault } from "../../../shared/catalogue/programme-faults.ts";
import { wholeTarget } from "../../../shared/catalogue/programme-draft.ts";
import {
  blankTarget,
  type DraftProgramme,
  type DraftTarget,
  nextTargetId,
  renamedTarget,
  withoutTarget,
} from "../../../shared/domain/programme-editing/draft.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";
import type { ChangeDraft } from "./DocumentTab.tsx";
import { TargetForm } from "./TargetForm.tsx";

interface TargetsTabProps {
  readonly draft: DraftProgramme;
  readonly change: ChangeDraft;
  readonly faults: readonly ProgrammeFault[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** The targets as a list, the chosen one beside it as a form. */
export function TargetsTab({ draft, change, faults, chosen, onChoose }: TargetsTabProps) {
  const t = useText();
  const words = useDataWords();
  const target = draft.targets.find(({ id }) => id === chosen);

  /** Puts new targets after another one, or at the end, and chooses the first. */
  function add(made: readonly DraftTarget[], after?: string) {
    change((before) => {
      const at = before.targets.findIndex(({ id }) => id === after);
      return {
        ...before,
        targets: before.targets.toSpliced(at < 0 ? before.targets.length : at + 1, 0, ...made),
      };
    });
    onChoose(made[0]?.id ?? null);
  }

  return (
    <div className="target-editor">
      <section aria-label={t("programmeEditor.target.list")}>
        <Button onPress={() => add([blankTarget(nextTargetId(draft.targets))])}>
          {t("programmeEditor.target.add")}
        </Button>
        {draft.targets.length === 0 && <p>{t("programmeEditor.target.none")}</p>}
        <ul className="target-list">
          {draft.targets.map((row) => {
            const whole = wholeTarget(row);
            const isFaulty = faults.some(({ item }) => item === row.id);
            return (
              <li key={row.id} className={row.ofWhich === undefined ? undefined : "part-of"}>
                <button
                  type="button"
                  aria-current={row.id === chosen ? "true" : undefined}
                  onClick={() => onChoose(row.id)}
                >
                  <span>{row.id}</span>
                  <span className="target-list-title">
                    {row.title === "" ? t("programmeEditor.target.untitled") : row.title}
                  </span>
                  <span className="target-list-asked" data-faulty={isFaulty || undefined}>
                    {isFaulty || !whole
                      ? t("programmeEditor.target.incomplete")
                      : row.qualitative
                        ? ""
                        : words.asked(whole)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      {target && (
        <TargetForm
          key={draft.targets.indexOf(target)}
          draft={draft}
          target={target}
          faults={faults.filter(({ item }) => item === target.id)}
          onChange={(next) =>
            change((before) => ({
              ...before,
              targets: before.targets.map((row) => (row.id === target.id ? next : row)),
            }))
          }
          onRename={(id) => {
            change((before) => ({ ...before, targets: renamedTarget(before.targets, target.id, id) }));
            onChoose(id);
          }}
          onAdd={(made) => add(made, target.id)}
          onSplit={(first, second) => {
            change((before) => ({
              ...before,
              targets: before.targets.flatMap((row) => (row.id === target.id ? [first, second] : [row])),
            }));
            onChoose(first.id);
          }}
          onRemove={() => {
            const at = draft.targets.indexOf(target);
            change((before) => ({ ...before, targets: withoutTarget(before.targets, target.id) }));
            onChoose((draft.targets[at + 1] ?? draft.targets[at - 1])?.id ?? null);
            showToast(t("programmeEditor.target.removed", { id: target.id }));
          }}
        />
      )}
    </div>
  );
}
