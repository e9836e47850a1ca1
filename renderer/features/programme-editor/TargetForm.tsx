import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { useState } from "react";
import type { ProgrammeFault } from "../../../shared/catalogue/programme-faults.ts";
import { PROGRAMMES } from "../../../shared/catalogue/programmes.ts";
import {
  type DraftProgramme,
  type DraftTarget,
  endOfTermTarget,
  partTarget,
  sectorTarget,
  siblingId,
} from "../../../shared/domain/programme-editing/draft.ts";
import {
  FORMULA_KINDS,
  formulaKindOf,
  withFormulaKind,
  withIndicatorOf,
} from "../../../shared/domain/programme-editing/formula-kind.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Select } from "../../components/Select.tsx";
import { TextArea } from "../../components/TextArea.tsx";
import { TextField } from "../../components/TextField.tsx";
import { faultSentence } from "../../text/programme-fault.ts";
import { useText } from "../../text/use-text.ts";
import { AskedForm } from "./AskedForm.tsx";
import { FormulaForm } from "./FormulaForm.tsx";
import { PickField } from "./PickField.tsx";
import { TargetMeaning } from "./TargetMeaning.tsx";

interface TargetFormProps {
  readonly draft: DraftProgramme;
  readonly target: DraftTarget;
  readonly faults: readonly ProgrammeFault[];
  readonly onChange: (target: DraftTarget) => void;
  readonly onRename: (id: string) => void;
  /** New targets to stand after this one. */
  readonly onAdd: (made: readonly DraftTarget[]) => void;
  readonly onSplit: (first: DraftTarget, second: DraftTarget) => void;
  readonly onRemove: () => void;
}

const KNOWN = PROGRAMMES.flatMap(({ targets }) => targets);

/** One target: its words, its formula, what it asks, and what that means on present figures. */
export function TargetForm(props: TargetFormProps) {
  const { draft, target, faults, onChange, onRename, onAdd, onSplit, onRemove } = props;
  const t = useText();
  const kind = formulaKindOf(target);
  const set = (fields: Partial<DraftTarget>) => onChange({ ...target, ...fields });
  const others = draft.targets.filter(({ id, ofWhich }) => id !== target.id && ofWhich !== target.id);
  const contradictions = faults.filter(({ message }) => message !== "FIELD_MISSING");
  const nextId = siblingId(target.id, draft.targets);

  function setOfWhich(id: string) {
    const { ofWhich: _, ...rest } = target;
    onChange(id === "" ? rest : { ...rest, ofWhich: id });
  }

  return (
    <section className="target-form" aria-label={target.id}>
      <TextArea
        label={t("programmeEditor.target.wording")}
        value={target.title}
        onChange={(title) => set({ title })}
        rows={2}
        maxLength={2000}
        isRequired
      />
      <TargetMeaning target={target} term={draft.term} />
      {contradictions.map((fault) => (
        <Callout key={`${fault.path} ${fault.message}`} tone="danger" code={fault.message}>
          {faultSentence(fault, t)}
        </Callout>
      ))}
      <div className="editor-row">
        <PickField
          label={t("programmeEditor.target.like")}
          description={t("programmeEditor.target.likeHint")}
          onPick={(id) => {
            const known = KNOWN.find((candidate) => candidate.id === id);
            if (known) onChange(withIndicatorOf(target, known));
          }}
          options={KNOWN.map(({ id, title }) => ({ id, label: `${id} – ${title}` }))}
        />
        <Select
          label={t("programmeEditor.target.kind")}
          value={kind}
          onChange={(chosen) => onChange(withFormulaKind(target, chosen))}
          options={FORMULA_KINDS.map((id) => ({ id, label: t(`programmeEditor.kind.${id}`) }))}
        />
      </div>
      {!target.qualitative && (
        <>
          <FormulaForm
            target={target}
            kind={kind}
            grades={gradeWordsOf(draft.term.from)}
            onChange={onChange}
          />
          <AskedForm target={target} onChange={onChange} term={draft.term} />
        </>
      )}
      <div className="editor-row">
        <IdField id={target.id} taken={draft.targets.map(({ id }) => id)} onRename={onRename} />
        <Select
          label={t("programmeEditor.target.group")}
          value={String(target.group ?? "")}
          onChange={(group) => set({ group: group === "" ? null : Number(group) })}
          options={[
            { id: "", label: t("programmeEditor.target.noGroup") },
            ...draft.targetGroups.map(({ number, title }) => ({
              id: String(number),
              label: `${number}. ${title}`,
            })),
          ]}
        />
        <Select
          label={t("programmeEditor.target.ofWhich")}
          value={target.ofWhich ?? ""}
          onChange={setOfWhich}
          options={[
            { id: "", label: t("programmeEditor.target.notPart") },
            ...others.map(({ id, title }) => ({ id, label: title === "" ? id : `${id} – ${title}` })),
          ]}
        />
      </div>
      <div className="editor-row">
        <TextField
          label={t("programmeEditor.target.note")}
          value={target.note ?? ""}
          onChange={(note) => {
            const { note: _, ...rest } = target;
            onChange(note === "" ? rest : { ...rest, note });
          }}
          maxLength={2000}
        />
        <TextField
          label={t("programmeEditor.target.wordingEnglish")}
          value={target.titleEnglish}
          onChange={(titleEnglish) => set({ titleEnglish })}
          maxLength={2000}
        />
      </div>
      <div className="editor-actions" role="group" aria-label={t("programmeEditor.target.more")}>
        {!target.qualitative && (
          <>
            <Button
              isDisabled={draft.term.to === null}
              onPress={() => onAdd([endOfTermTarget(target, nextId, draft.term.to ?? draft.term.from)])}
            >
              {t("programmeEditor.target.endOfTerm")}
            </Button>
            <Button
              onPress={() =>
                onSplit(sectorTarget(target, target.id, "state"), sectorTarget(target, nextId, "nonState"))
              }
            >
              {t("programmeEditor.target.bySector")}
            </Button>
            <Button onPress={() => onAdd([partTarget(target, nextId)])}>
              {t("programmeEditor.target.part")}
            </Button>
          </>
        )}
        <Button variant="danger" onPress={onRemove}>
          {t("programmeEditor.target.remove")}
        </Button>
      </div>
    </section>
  );
}

interface IdFieldProps {
  readonly id: string;
  readonly taken: readonly string[];
  readonly onRename: (id: string) => void;
}

/** Taken over when it is left: half a code is another target's. */
function IdField({ id, taken, onRename }: IdFieldProps) {
  const t = useText();
  const [text, setText] = useState<string | null>(null);
  const typed = (text ?? id).trim();
  const isTaken = typed !== id && taken.includes(typed);
  return (
    <TextField
      label={t("programmeEditor.target.id")}
      value={text ?? id}
      onChange={setText}
      onBlur={() => {
        if (typed !== id && typed !== "" && !isTaken) onRename(typed);
        setText(null);
      }}
      errorMessage={isTaken ? t("programmeEditor.target.idTaken") : undefined}
      maxLength={64}
    />
  );
}
