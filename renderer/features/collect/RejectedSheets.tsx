import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

/** The sheets with what cannot be taken, marked, to be sent back; before the answers are written and after. */
export function RejectedSheets({ previewId }: { readonly previewId: string }) {
  const t = useText();
  const save = useMutation({
    mutationFn: async () => saveDownload(await api.collect.rejectedFile.call({ previewId, files: null })),
  });
  return (
    <>
      <Button isPending={save.isPending} onPress={() => save.mutate()}>
        {t("collect.preview.rejected")}
      </Button>
      <ErrorCallout error={save.error} />
    </>
  );
}
