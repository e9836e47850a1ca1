import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportBatch } from "../../../shared/contract/imports.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

interface UndoImportProps {
  readonly batch: Pick<ImportBatch, "uid" | "fileName" | "applied">;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

/** Says exactly what goes back before it does. */
export function UndoImport({ batch, onClose, onUndone }: UndoImportProps) {
  const t = useText();
  const queries = useQueryClient();
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: async ({ restored }) => {
        showToast(t("importing.undone", { restored }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
        onUndone?.();
      },
    }),
  );
  return (
    <Dialog title={t("importing.undoAsk")} onClose={onClose}>
      <p>{t("importing.undoLead", { applied: batch.applied, file: batch.fileName })}</p>
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
          {t("importing.list.undo")}
        </Button>
        <Button onPress={onClose}>{t("shell.cancel")}</Button>
      </div>
    </Dialog>
  );
}
