import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { showToast } from "../../components/Toast.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface ExportEntriesProps {
  readonly onError: (error: Error | null) => void;
}

/** Every figure of every period as one file, to be read by another program or imported again. */
export function ExportEntries({ onError }: ExportEntriesProps) {
  const t = useText();
  const save = useMutation({
    mutationFn: async () => {
      onError(null);
      const { offer, rows } = await api.imports.exportEntries.call({ period: null });
      await saveDownload(offer);
      return rows;
    },
    onSuccess: (rows) => showToast(t("importing.exported", { number: printNumber(rows) })),
    onError,
  });
  return (
    <Button isPending={save.isPending} onPress={() => save.mutate()}>
      {t("importing.exportEntries")}
    </Button>
  );
}
