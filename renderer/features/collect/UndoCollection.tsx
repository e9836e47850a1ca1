import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CollectBatch } from "../../../shared/contract/collect.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface UndoCollectionProps {
  readonly batch: Pick<CollectBatch, "uid" | "title" | "applied">;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

/** Says exactly what goes back before it does. */
export function UndoCollection({ batch, onClose, onUndone }: UndoCollectionProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.collect.undo.mutationOptions({
      onSuccess: async ({ restored }) => {
        showToast(t("collect.result.undone", { restored: printNumber(restored) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
        onUndone?.();
      },
    }),
  );
  return (
    <Dialog title={t("collect.undo.ask")} onClose={onClose} role="alertdialog">
      <p>{t("collect.undo.lead", { applied: printNumber(batch.applied), title: batch.title })}</p>
      {undo.error && (
        <Callout tone="danger">
          <ErrorWords error={undo.error} />
        </Callout>
      )}
      <div className="form-actions">
        <Button
          variant="danger"
          isPending={undo.isPending}
          onPress={() => undo.mutate({ batchUid: batch.uid })}
        >
          {t("collect.undo.go")}
        </Button>
        <Button onPress={onClose}>{t("shell.cancel")}</Button>
      </div>
    </Dialog>
  );
}
