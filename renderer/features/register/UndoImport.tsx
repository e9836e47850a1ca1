import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportBatch, UndoneBatch } from "../../../shared/contract/imports.ts";
import { api } from "../../api/api.ts";
import { showToast } from "../../components/Toast.tsx";
import { UndoDialog } from "../../components/UndoDialog.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

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
      onSuccess: async (undone) => {
        showToast(t("importing.undone", { what: undoneWords(undone, t) }));
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

/** "2 đơn vị, 1 đơn vị sử dụng lao động": what there is none of is not named, unless there is nothing. */
function undoneWords(undone: UndoneBatch, t: Translate): string {
  const kinds = (["units", "employers", "cells"] as const).filter((kind) => undone[kind] > 0);
  return (kinds.length > 0 ? kinds : (["units"] as const))
    .map((kind) => t(`importing.undoneOf.${kind}`, { number: undone[kind] }))
    .join(", ");
}
