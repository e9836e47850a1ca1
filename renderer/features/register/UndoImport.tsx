import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportBatch } from "../../../shared/contract/imports.ts";
import { api } from "../../api/api.ts";
import { showToast } from "../../components/Toast.tsx";
import { UndoDialog } from "../../components/UndoDialog.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface UndoImportProps {
  readonly batch: Pick<ImportBatch, "uid" | "fileName" | "applied">;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

export function UndoImport({ batch, onClose, onUndone }: UndoImportProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: async ({ restored }) => {
        showToast(t("importing.undone", { restored: printNumber(restored) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
        onUndone?.();
      },
    }),
  );
  return (
    <UndoDialog
      title={t("importing.undoAsk")}
      undoLabel={t("importing.list.undo")}
      isPending={undo.isPending}
      error={<ErrorCallout error={undo.error} />}
      onUndo={() => undo.mutate({ batchUid: batch.uid })}
      onClose={onClose}
    >
      <p>{t("importing.undoLead", { applied: printNumber(batch.applied), file: batch.fileName })}</p>
    </UndoDialog>
  );
}
