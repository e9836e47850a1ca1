import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { UndoDialog } from "../../components/UndoDialog.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

/** The way back for a built-in programme that was taken in by mistake. */
export function UnadoptProgramme({ code, title }: { readonly code: string; readonly title: string }) {
  const t = useText();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const unadopt = useMutation(
    api.programmes.unadopt.mutationOptions({
      onSuccess: async () => {
        showToast(t("programmes.unadopt.done", { title }));
        setAsking(false);
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t("programmes.unadopt.open")}</Button>
      {isAsking && (
        <UndoDialog
          title={t("programmes.unadopt.title")}
          undoLabel={t("programmes.unadopt.open")}
          isPending={unadopt.isPending}
          error={<ErrorCallout error={unadopt.error} />}
          onUndo={() => unadopt.mutate({ code })}
          onClose={() => {
            unadopt.reset();
            setAsking(false);
          }}
        >
          <p>{t("programmes.unadopt.lead", { title })}</p>
        </UndoDialog>
      )}
    </>
  );
}
