import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CollectBatch } from "../../../shared/contract/collect.ts";
import { api } from "../../api/api.ts";
import { showToast } from "../../components/Toast.tsx";
import { UndoDialog } from "../../components/UndoDialog.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface UndoCollectionProps {
  readonly batch: Pick<CollectBatch, "uid" | "title" | "applied">;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

export function UndoCollection({ batch, onClose, onUndone }: UndoCollectionProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: async ({ cells }) => {
        showToast(t("collect.result.undone", { restored: printNumber(cells) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
        onUndone?.();
      },
    }),
  );
  return (
    <UndoDialog
      title={t("collect.undo.ask")}
      undoLabel={t("collect.undo.go")}
      isPending={undo.isPending}
      error={<ErrorCallout error={undo.error} />}
      onUndo={() => undo.mutate({ batchUid: batch.uid })}
      onClose={onClose}
    >
      <p>{t("collect.undo.lead", { applied: printNumber(batch.applied), title: batch.title })}</p>
    </UndoDialog>
  );
}
