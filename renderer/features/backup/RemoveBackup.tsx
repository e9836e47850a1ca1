import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BackupRow } from "../../../shared/contract/backup.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printSize } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface RemoveBackupProps {
  readonly backup: BackupRow;
  readonly onClose: () => void;
}

/** Asked once more: what is taken off this machine cannot be had again from it. */
export function RemoveBackup({ backup, onClose }: RemoveBackupProps) {
  const t = useText();
  const queries = useQueryClient();
  const remove = useMutation(
    api.backup.remove.mutationOptions({
      onSuccess: () => {
        showToast(t("backup.removed", { file: backup.fileName }));
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.key() }),
    }),
  );
  return (
    <Dialog
      title={t("backup.removeTitle")}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button
            variant="danger"
            isPending={remove.isPending}
            onPress={() => remove.mutate({ id: backup.id })}
          >
            {t("backup.removeConfirm")}
          </Button>
          <Button variant="quiet" onPress={onClose} autoFocus>
            {t("backup.removeKeep")}
          </Button>
        </>
      }
    >
      <p>{t("backup.removeLead", { file: backup.fileName, size: printSize(backup.size) })}</p>
      {backup.kind === "replaced" && <p>{t("backup.removeReplaced")}</p>}
      {backup.kind === "made" && backup.savedAt === null && <p>{t("backup.removeNotSaved")}</p>}
      <ErrorCallout error={remove.error} />
    </Dialog>
  );
}
