import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RegisterStep } from "../../../shared/contract/units.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { UndoDialog } from "../../components/UndoDialog.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { FieldChanges } from "./FieldChanges.tsx";

interface LastStepProps {
  readonly object: "unit" | "employer";
  readonly uid: string;
  readonly name: string;
  /** After it was taken back; `isRemoved` when what was shown has left the register. */
  readonly onUndone: (isRemoved: boolean) => void;
}

/** The latest act on a union or employer, and the way back. */
export function LastStep({ object, uid, name, onUndone }: LastStepProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { data: step, error } = useQuery(api.units.lastStep.queryOptions({ input: { object, uid } }));
  if (error) return <ErrorCallout error={error} />;
  if (!step) return null;
  const author = step.author ?? t("shell.none");
  return (
    <section className="last-step">
      <h3>{t("register.step.last")}</h3>
      <p>
        {t(`register.step.${step.kind}`, { date: printDate(step.effectiveOn) })}
        <br />
        <span className="last-step-by">{t("register.step.by", { at: printInstant(step.at), author })}</span>
      </p>
      {step.isStuck ? (
        <p className="last-step-by">{t("register.step.stuck")}</p>
      ) : (
        <div className="form-actions">
          <Button onPress={() => setIsAsking(true)}>{t("register.step.undo")}</Button>
        </div>
      )}
      {isAsking && (
        <UndoStep step={step} name={name} onClose={() => setIsAsking(false)} onUndone={onUndone} />
      )}
    </section>
  );
}

interface UndoStepProps {
  readonly step: RegisterStep;
  readonly name: string;
  readonly onClose: () => void;
  readonly onUndone: (isRemoved: boolean) => void;
}

function UndoStep({ step, name, onClose, onUndone }: UndoStepProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.units.undo.mutationOptions({
      onSuccess: async ({ isRemoved }) => {
        showToast(t(isRemoved ? "register.step.removed" : "register.step.undone", { name }));
        onClose();
        onUndone(isRemoved);
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  return (
    <UndoDialog
      title={t("register.step.ask")}
      undoLabel={t("register.step.undo")}
      isPending={undo.isPending}
      error={<ErrorCallout error={undo.error} />}
      onUndo={() => undo.mutate({ stepUid: step.uid })}
      onClose={onClose}
    >
      <p>{t(step.kind === "created" ? "register.step.leadCreated" : "register.step.lead", { name })}</p>
      <FieldChanges changes={step.changes} isUndone />
    </UndoDialog>
  );
}
