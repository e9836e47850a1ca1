import { isDefinedError } from "@orpc/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  COMPARATOR_CHOICES,
  comparatorChoiceOf,
  withComparatorChoice,
} from "../../../shared/domain/programme-editing/comparator-choice.ts";
import type { DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { type Target, targetInForce } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { CloseIcon } from "../../components/icons.tsx";
import { Select } from "../../components/Select.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { faultPlace, faultSentence } from "../../text/programme-fault.ts";
import { useText } from "../../text/use-text.ts";
import { vi } from "../../text/vi.ts";
import { AmountField } from "./AmountField.tsx";
import { PickField } from "./PickField.tsx";

type Change = Pick<DraftTarget, "comparator" | "value"> & { readonly target: Target };
type FaultWord = keyof typeof vi.programmeEditor.revising.faults;
const isFaultWord = (fault: string): fault is FaultWord =>
  Object.hasOwn(vi.programmeEditor.revising.faults, fault);

/** One decision changes one or more targets from a day on. */
export function RevisePanel({ programme }: { readonly programme: Programme }) {
  const t = useText();
  const words = useDataWords();
  const queries = useQueryClient();
  const [decision, setDecision] = useState("");
  const [validFrom, setValidFrom] = useState<string | null>(null);
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const revise = useMutation(
    api.programmeEditing.revise.mutationOptions({
      onSuccess: async () => {
        showToast(t("programmeEditor.revising.done", { number: changes.length }));
        setChanges([]);
        setDecision("");
        setValidFrom(null);
        setIsChecked(false);
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  useUnsavedForm((decision !== "" || validFrom !== null || changes.length > 0) && !revise.isPending);
  const offered = programme.targets.filter(
    (target) => !target.qualitative && !changes.some((change) => change.target.id === target.id),
  );

  function add(id: string) {
    const target = offered.find((candidate) => candidate.id === id);
    if (!target) return;
    const { comparator, value } = targetInForce(target, "9999-12-31");
    setChanges([...changes, { target, comparator, value }]);
  }

  function submit() {
    setIsChecked(true);
    const whole = changes.flatMap(({ target, comparator, value }) =>
      value.amount === null
        ? []
        : [{ target: target.id, comparator, value: { ...value, amount: value.amount } }],
    );
    if (decision.trim() === "" || validFrom === null || whole.length === 0 || whole.length < changes.length)
      return;
    revise.mutate({ code: programme.code, decision, validFrom, changes: whole });
  }

  const { error } = revise;
  return (
    <Form className="editor-form" onSubmit={submit}>
      <p>{t("programmeEditor.revising.lead")}</p>
      <div className="editor-row">
        <TextField
          label={t("programmeEditor.revising.decision")}
          value={decision}
          onChange={setDecision}
          errorMessage={isChecked && decision.trim() === "" ? t("shell.required") : undefined}
          maxLength={500}
          isRequired
        />
        <DateField
          label={t("programmeEditor.revising.validFrom")}
          value={validFrom}
          onChange={setValidFrom}
          errorMessage={isChecked && validFrom === null ? t("shell.required") : undefined}
          isRequired
        />
      </div>
      <PickField
        label={t("programmeEditor.revising.target")}
        onPick={add}
        options={offered.map(({ id, title }) => ({ id, label: `${id} – ${title}` }))}
        errorMessage={isChecked && changes.length === 0 ? t("programmeEditor.revising.nothing") : undefined}
      />
      {changes.map((change, index) => {
        const { target } = change;
        const set = (next: Pick<DraftTarget, "comparator" | "value">) =>
          setChanges(changes.toSpliced(index, 1, { ...change, ...next }));
        const before = targetInForce(target, "9999-12-31");
        return (
          <fieldset key={target.id} className="editor-group">
            <legend>
              {target.id} – {target.title}
            </legend>
            <p>
              {t("programmeEditor.revising.before")}:{" "}
              {words.asked({ ...before, measureUnit: target.measureUnit })}
            </p>
            <div className="editor-row">
              <Select
                label={t("programmeEditor.comparator.label")}
                value={comparatorChoiceOf(change)}
                onChange={(choice) => set(withComparatorChoice(change, choice))}
                options={COMPARATOR_CHOICES.map((id) => ({
                  id,
                  label: t(`programmeEditor.comparator.${id}`),
                }))}
              />
              <AmountField
                label={t("programmeEditor.revising.after")}
                scale={change.value.scale}
                value={change.value.amount}
                onChange={(amount) => set({ ...change, value: { ...change.value, amount } })}
                errorMessage={isChecked && change.value.amount === null ? t("shell.required") : undefined}
              />
              {change.comparator === "range" && (
                <AmountField
                  label={t("programmeEditor.value.upper")}
                  scale={change.value.scale}
                  value={change.value.upper ?? null}
                  onChange={(upper) => {
                    const { upper: _, ...value } = change.value;
                    set({ ...change, value: upper === null ? value : { ...value, upper } });
                  }}
                />
              )}
              <IconButton
                label={t("programmeEditor.revising.remove", { id: target.id })}
                onPress={() => setChanges(changes.toSpliced(index, 1))}
              >
                <CloseIcon />
              </IconButton>
            </div>
          </fieldset>
        );
      })}
      {error && (
        <Callout tone="danger">
          <ErrorWords error={error} />
          {isDefinedError(error) && error.code === "REVISION_REFUSED" && isFaultWord(error.data.fault) && (
            <p>{t(`programmeEditor.revising.faults.${error.data.fault}`)}</p>
          )}
          {isDefinedError(error) &&
            error.code === "PROGRAMME_INVALID" &&
            error.data.faults.map((fault) => (
              <p key={`${fault.path} ${fault.message}`}>
                {faultPlace(fault, t)}: {faultSentence(fault, t)}
              </p>
            ))}
        </Callout>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={revise.isPending}>
          {t("programmeEditor.revising.submit")}
        </Button>
      </div>
    </Form>
  );
}
